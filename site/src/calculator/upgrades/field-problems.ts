/** What is wrong with a field, as the planner says it. */
export interface FieldProblem {
  readonly path: readonly (string | number)[];
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/** The first problem of a field, or of what is in it. */
export function problemAt(
  problems: readonly FieldProblem[],
  field: readonly (string | number)[],
): FieldProblem | undefined {
  return problems.find(({ path }) => field.every((step, index) => path[index] === step));
}

/** In the words of the command line. */
export function problemText({ found, expected, fix }: FieldProblem): string {
  return `found ${found}, expected ${expected}; ${fix}.`;
}

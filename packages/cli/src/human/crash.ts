/** A mistake of the program, with the stack a report needs. */
export function crashText(error: unknown): string {
  const stack = error instanceof Error ? error.stack : String(error);
  return `nkp-planner made a mistake; please report it with this text:\n${stack}`;
}

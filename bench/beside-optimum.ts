import { ourCount, type PackingCase, packingCases } from "./packing-cases.ts";
import { optimumSolver } from "./packing-optimum.ts";
import { printPart, tableText, timeText } from "./report.ts";
import { progress, timed } from "./timing.ts";

const CASE_COUNT = 50;
const QUICK_CASE_COUNT = 20;
const WARM_UP_CASES = 10;
const ONE = 1;
const TEN = 10;
/** So many nodes more and beyond are told together. */
const LAST_COLUMN = 4;

/** One case, answered three ways. */
interface Answers {
  readonly packing: PackingCase;
  readonly lower: number;
  readonly optimum: number;
  readonly one: number;
  readonly ten: number;
}

/** How far the planner's counts and its lower bound are from proven optima. */
export async function measureBesideOptimum(isQuick: boolean): Promise<void> {
  const cases = packingCases(isQuick ? QUICK_CASE_COUNT : CASE_COUNT);
  progress(`proving the optimum of ${cases.length} packing cases`);
  const optimumOf = await optimumSolver();
  // Compiled first, so that times tell of solving.
  for (const packing of cases.slice(0, WARM_UP_CASES)) [optimumOf(packing), ourCount(packing, TEN)];
  const highs = timed(() => cases.map(optimumOf));
  const one = timed(() => cases.map((packing) => ourCount(packing, ONE)));
  const ten = timed(() => cases.map((packing) => ourCount(packing, TEN)));
  const answers = cases.map((packing, index): Answers => {
    const [first, second] = [one.result[index], ten.result[index]];
    return {
      packing,
      optimum: highs.result[index] ?? Number.NaN,
      lower: first?.bounds.lowerNodeCount ?? Number.NaN,
      one: first?.nodeCount ?? Number.NaN,
      ten: second?.nodeCount ?? Number.NaN,
    };
  });
  for (const each of answers) requireSense(each);
  printPart(
    `3  Beside the proven optimum: ${cases.length} small packing cases`,
    [
      "Cases by how many nodes a count is away from the optimum, which packs pods as",
      "well as can be; ours is what a scheduler that spreads pods needs. Pods ask for",
      "up to 25 % of a node (usual) or up to 60 % (bulky).",
      `HiGHS ${timeText(highs.ms)}; ours ${timeText(one.ms)} with 1 order, ${timeText(ten.ms)} with 10.`,
    ],
    tableText(["nodes, less the optimum", ...columnHeads(), "nodes", "optimum"], rowsOf(answers)),
  );
}

/** An answer that cannot be is a defect of the planner or of the model, never a matter of speed. */
function requireSense({ packing: { name }, lower, optimum, one, ten }: Answers): void {
  if (lower <= optimum && optimum <= one && one <= ten) return;
  throw new Error(`${name}: lower bound ${lower}, optimum ${optimum}, ours ${one} and ${ten}: not in this order.`);
}

function columnHeads(): readonly string[] {
  return Array.from({ length: LAST_COLUMN + 1 }, (_, more) => (more === LAST_COLUMN ? `${more}…` : `${more}`));
}

function rowsOf(answers: readonly Answers[]): readonly (readonly string[])[] {
  const sizes = [...new Set(answers.map(({ packing }) => packing.size))];
  return sizes.flatMap((size) => {
    const some = answers.filter(({ packing }) => packing.size === size);
    const row = (label: string, of: (answers: Answers) => number) => {
      const away = some.map((each) => Math.min(LAST_COLUMN, Math.abs(of(each) - each.optimum)));
      const counts = columnHeads().map((_, more) => String(away.filter((one) => one === more).length));
      const sum = (value: (answers: Answers) => number) => some.reduce((total, each) => total + value(each), 0);
      return [`${size}: ${label}`, ...counts, String(sum(of)), String(sum(({ optimum }) => optimum))];
    };
    return [
      row("lower bound (below)", ({ lower }) => lower),
      row("ours, 1 order", ({ one }) => one),
      row("ours, 10 orders", ({ ten }) => ten),
    ];
  });
}

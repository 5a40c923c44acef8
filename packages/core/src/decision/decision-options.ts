import { InputError } from "../base/findings/input-error.ts";
import { findingOfProblem, type Problem } from "../base/findings/problem.ts";
import { numberInWords } from "../base/number-in-words.ts";
import { didYouMean, shown } from "../base/shown.ts";
import { criteria } from "./criteria/index.ts";
import type { Scale } from "./scale.ts";

/** What is the user's to say of a decision. */
export interface DecisionOptions {
  /** Criterion → what it is worth against the others; one that is not named has none. Empty: nothing is ranked. */
  readonly weights: ReadonlyMap<string, number>;
  /** Criterion → the ends of its scale; one that is not named runs between the models compared. */
  readonly scales: ReadonlyMap<string, Scale>;
  /** How many months of upgrades are played. */
  readonly horizonMonths: number;
}

/** Weights and scales as people write them: `cost=3`, `cost=60000..20000`. */
export interface DecisionWords {
  readonly weights: readonly string[];
  readonly scales: readonly string[];
}

const ALL = "all";
const NUMBER = /^\d+(\.\d+)?$/;
const SCALE = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/;
const NAMES = { weights: "--weight", scales: "--scale" };

/**
 * Reads weights and scales; a word for a criterion goes before one for `all`, the last before earlier ones.
 * @param names what the words are called where they are given
 * @throws InputError with every problem of all of them
 */
export function readDecisionWords(words: DecisionWords, names = NAMES): Omit<DecisionOptions, "horizonMonths"> {
  const weights = readWeights(words.weights);
  const scales = readScales(words.scales);
  const findings = [
    ...weights.problems.map((problem) => findingOfProblem(problem, names.weights)),
    ...scales.problems.map((problem) => findingOfProblem(problem, names.scales)),
  ];
  if (findings.length > 0) throw new InputError(names.weights, findings);
  return { weights: weights.values, scales: scales.values };
}

interface Read<Value> {
  readonly values: ReadonlyMap<string, Value>;
  readonly problems: readonly Problem[];
}

function readWeights(words: readonly string[]): Read<number> {
  const { values, problems } = readAll(words, "cost=3", [ALL], readWeight);
  const ofAll = values.get(ALL);
  const spread = ofAll === undefined ? [] : criteria.map(({ id }) => [id, ofAll] as const);
  const weights = new Map([...spread, ...[...values].filter(([id]) => id !== ALL)]);
  const isNothing = weights.size > 0 && [...weights.values()].every((weight) => weight === 0);
  if (!isNothing || problems.length > 0) return { values: weights, problems };
  const nothing = {
    path: [],
    found: "no weight above 0",
    expected: "one criterion at least that counts",
    fix: "write for example --weight cost=1",
  };
  return { values: weights, problems: [nothing] };
}

function readWeight(text: string, id: string): number | Problem {
  if (NUMBER.test(text) && Number.isFinite(Number(text))) return Number(text);
  const meant = numberInWords(text.replace(/^-/, ""))?.number ?? "1";
  const expected = "a number that is zero or more, such as 3 or 0.5";
  return { path: [id], found: shown(text), expected, fix: `write ${id}=${meant}` };
}

function readScales(words: readonly string[]): Read<Scale> {
  return readAll(words, "cost=60000..20000", [], readScale);
}

function readScale(text: string, id: string): Scale | Problem {
  const [, worst, best] = SCALE.exec(text) ?? [];
  const problem = (expected: string, fix: string): Problem => ({ path: [id], found: shown(text), expected, fix });
  if (worst === undefined || best === undefined)
    return problem("WORST..BEST, two numbers", `write for example ${id}=60000..20000`);
  const scale = { worst: Number(worst), best: Number(best) };
  if (scale.worst === scale.best) return problem("two ends that differ", "give the worst value first, then the best");
  const isLess = criteria.find((criterion) => criterion.id === id)?.better === "less";
  if (scale.best < scale.worst === isLess) return scale;
  return problem(`the worst value first, and ${isLess ? "less" : "more"} is better`, `write ${id}=${best}..${worst}`);
}

/** Every word as a value of a criterion, and all that is wrong with them. */
function readAll<Value extends number | Scale>(
  words: readonly string[],
  example: string,
  more: readonly string[],
  read: (text: string, id: string) => Value | Problem,
): Read<Value> {
  const known = [...criteria.map(({ id }) => id), ...more];
  const values = new Map<string, Value>();
  const problems: Problem[] = [];
  for (const word of words) {
    const [, id, text] = /^([^=]+)=(.+)$/s.exec(word) ?? [];
    if (id === undefined || text === undefined)
      problems.push({ path: [], found: shown(word), expected: "KEY=VALUE", fix: `write for example ${example}` });
    else if (!known.includes(id))
      problems.push({ path: [], found: shown(id), expected: "a criterion", fix: didYouMean(id, known) });
    else {
      const value = read(text, id);
      if (isProblem(value)) problems.push(value);
      else values.set(id, value);
    }
  }
  return { values, problems };
}

function isProblem(value: number | Scale | Problem): value is Problem {
  return typeof value === "object" && "fix" in value;
}

import { InputError, type Problem } from "@nkp-planner/core";

/** What the reader can be told, as people write it. */
export interface ShapeWords {
  readonly tenant?: string | undefined;
  readonly filled: string;
  readonly "pods-per-node": string;
  readonly autoscaled: "least" | "most";
}

/** The same, read. */
export interface ShapeOptions {
  /** undefined: a tenant for each cluster. */
  readonly tenant: string | undefined;
  /** As it was written, for sentences. */
  readonly filled: string;
  /** The same in hundredths of a percent: 70 → 7000. */
  readonly filledBasisPoints: bigint;
  readonly podsPerNode: number;
  readonly autoscaled: "least" | "most";
}

const PERCENT = /^(\d{1,3})(?:\.(\d{1,2}))?$/;
const PODS = /^[1-9]\d{0,2}$/;
const ALL_BASIS_POINTS = 10_000n;

/** Reads what the reader is told. @throws InputError with everything of it that cannot be read */
export function shapeOptions(words: ShapeWords): ShapeOptions {
  const { tenant, autoscaled, "pods-per-node": pods } = words;
  const filled = words.filled.replace(/\s*%$/, "");
  const [, whole = "0", fraction = ""] = PERCENT.exec(filled) ?? [];
  const filledBasisPoints = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0"));
  const problems: Problem[] = [
    ...(filledBasisPoints > 0n && filledBasisPoints <= ALL_BASIS_POINTS
      ? []
      : [problemOf("filled", words.filled, "percent above 0, up to 100", "write for example 70")]),
    ...(PODS.test(pods)
      ? []
      : [problemOf("pods-per-node", pods, "a whole number from 1 to 999", "write for example 10")]),
  ];
  if (problems.length > 0) throw new InputError("options of cluster-shapes", problems);
  return { tenant, filled, filledBasisPoints, podsPerNode: Number(pods), autoscaled };
}

/** What sizes rest on, in a few words. */
export function shapeBasis({ filled, podsPerNode }: ShapeOptions): string {
  return `${filled} % of what worker nodes offer, ${podsPerNode} pods a node`;
}

function problemOf(key: string, given: string, expected: string, fix: string): Problem {
  return { path: [key], found: JSON.stringify(given), expected, fix };
}

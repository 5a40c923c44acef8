import type { LossCase, LossFile } from "../../../test/oracle/judge-losses.ts";
import type { SchedulerCase, SchedulerFile } from "../../../test/oracle/scheduler-case.ts";
import { kindOf } from "./kinds.ts";
import { type Compared, comparedCount, comparedFit, comparedLoss } from "./real-answer.ts";
import { ways } from "./ways.ts";

/** One recorded case with every way's answer to it, by the way's id. */
export interface JudgedCase {
  readonly id: number;
  readonly question: "smallest-count" | "fit" | "loss";
  /** As those who recorded it call it. */
  readonly category: string;
  /** The id of its kind. */
  readonly kind: string;
  readonly compared: ReadonlyMap<string, Compared>;
}

/** How often a way is right in a set of cases. */
export interface Tally {
  readonly cases: number;
  readonly right: number;
  readonly tooLittle: number;
  readonly tooMuch: number;
}

/** Every case of a recorded file, asked of every way. */
export function judgedCases({ cases }: SchedulerFile | LossFile): readonly JudgedCase[] {
  return cases.map((one) => ({
    id: one.id,
    question: one.question,
    category: one.category,
    kind: kindOf(one).id,
    compared: new Map(ways.map((way) => [way.id, comparedBy(way, one)])),
  }));
}

function comparedBy(way: (typeof ways)[number], one: SchedulerCase | LossCase): Compared {
  if (one.question === "loss") return comparedLoss(way, one);
  return one.question === "fit" ? comparedFit(way, one) : comparedCount(way, one);
}

export function tallyOf(cases: readonly JudgedCase[], wayId: string): Tally {
  const count = (wanted: Compared["outcome"]) =>
    cases.filter(({ compared }) => compared.get(wayId)?.outcome === wanted).length;
  return { cases: cases.length, right: count("right"), tooLittle: count("too-little"), tooMuch: count("too-much") };
}

/** Rounded down, so that 100 % means all. */
export function percentText({ right, cases }: Tally): string {
  return cases === 0 ? "–" : `${Math.floor((100 * right) / cases)} %`;
}

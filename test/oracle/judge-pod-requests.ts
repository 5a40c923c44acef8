import {
  canonicalQuantity,
  milliOf,
  podTotals,
  type ResourceList,
  type SchedulerView,
  wholeOf,
} from "@nkp-planner/core";
import { type Compared, casesOf, isRecord, type Judge, type Verdict, verdictOf } from "./judge.ts";

/** Both readings of a manifest that the files ask about. */
const READINGS = ["asWritten", "afterApiDefaults"] as const;

/** Knows files with `cases` of a pod's `spec` and `answers` for both readings of it; one verdict for each. */
export const judgePodRequests: Judge = (file) => {
  const cases = casesOf(file, "cases");
  const isOurKind = cases?.every(({ spec, answers }) => isRecord(spec) && isRecord(answers) && READINGS[0] in answers);
  return isOurKind === true && cases !== null ? cases.flatMap(verdictsOnCase) : null;
};

function verdictsOnCase(one: Readonly<Record<string, unknown>>): readonly Verdict[] {
  const answers = isRecord(one["answers"]) ? one["answers"] : {};
  return READINGS.map((reading) => verdictOf(Number(one["id"]), reading, fieldsOf(one, reading, answers[reading])));
}

function fieldsOf(
  one: Readonly<Record<string, unknown>>,
  reading: (typeof READINGS)[number],
  theirs: unknown,
): readonly Compared[] {
  const ours = answersTo(one["spec"], reading);
  const answer = isRecord(theirs) ? theirs : {};
  return ["podRequests", "podLimits", "scheduler"]
    .filter((part) => isRecord(answer[part])) // null: that release does not know such pods
    .flatMap((part) => compared(`${one["note"]}: ${part}`, ours[part], answer[part]));
}

function answersTo(spec: unknown, reading: (typeof READINGS)[number]): Readonly<Record<string, unknown>> {
  try {
    const { requests, limits, scheduler } = podTotals(spec)[reading];
    return { podRequests: listJson(requests), podLimits: listJson(limits), scheduler: viewJson(scheduler) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { podRequests: message, podLimits: message, scheduler: message };
  }
}

function listJson(list: ResourceList): Readonly<Record<string, unknown>> {
  const entries = [...list].map(([name, quantity]) => {
    const number = name === "cpu" ? { milli: String(milliOf(quantity)) } : { value: String(wholeOf(quantity)) };
    return [name, { quantity: canonicalQuantity(quantity), ...number }];
  });
  return Object.fromEntries(entries);
}

function viewJson(view: SchedulerView): Readonly<Record<string, unknown>> {
  const scalars = [...view.scalars].map(([name, number]) => [name, String(number)]);
  return {
    milliCPU: String(view.cpuMillicores),
    memory: String(view.memoryBytes),
    ephemeralStorage: String(view.ephemeralStorageBytes),
    nonZeroMilliCPU: String(view.scoredCpuMillicores),
    nonZeroMemory: String(view.scoredMemoryBytes),
    ...(scalars.length > 0 ? { scalar: Object.fromEntries(scalars) } : {}),
  };
}

const NOTHING = "nothing";

/** Every leaf that either side has, so that an answer too many is as different as one too few. */
function compared(what: string, ours: unknown, theirs: unknown): readonly Compared[] {
  if (!isRecord(ours) && !isRecord(theirs)) {
    return [{ what, ours: String(ours ?? NOTHING), theirs: String(theirs ?? NOTHING) }];
  }
  if (!isRecord(ours) && ours !== undefined) return [{ what, ours: String(ours), theirs: JSON.stringify(theirs) }];
  if (!isRecord(theirs) && theirs !== undefined) return [{ what, ours: JSON.stringify(ours), theirs: String(theirs) }];
  const [left, right] = [isRecord(ours) ? ours : {}, isRecord(theirs) ? theirs : {}];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys.flatMap((key) => compared(`${what} ${key}`, left[key], right[key]));
}

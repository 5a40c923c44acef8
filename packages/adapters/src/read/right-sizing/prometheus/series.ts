import type { Problem } from "@nkp-planner/core";
import { isRecord } from "../../objects/objects.ts";
import { at, listAt, textAt } from "../../objects/read-fields.ts";
import type { StreamDocument } from "../../objects/yaml-stream.ts";
import type { Place } from "../../read-result.ts";
import { refusal } from "../sizing-format.ts";

/** One series of an answer of Prometheus, as it stood at the end. */
export interface Series {
  /** Empty: the query made something of it. */
  readonly name: string;
  readonly value: unknown;
  /** Whether it ended before others of its answer did. */
  readonly isGone: boolean;
  /** The first of some labels that it has; empty: none. */
  label(...names: readonly string[]): string;
  placeOf(): Place;
}

export interface Answers {
  readonly series: readonly Series[];
  /** Of each range the number of samples that its longest series has; empty: instants alone. */
  readonly rangeCounts: readonly number[];
  /** Entries that are no series. */
  readonly problems: readonly Problem[];
}

/** The series of one or more answers; a problem: Prometheus itself refused, or they are of another shape. */
export function seriesIn(documents: readonly StreamDocument[]): Answers | Problem {
  const series: Series[] = [];
  const rangeCounts: number[] = [];
  const problems: Problem[] = [];
  for (const { document, ...answer } of documents.flatMap(answersIn)) {
    const read = resultOf(answer);
    if ("found" in read) return read;
    const { isRange, list, path } = read;
    const samples = list.map((one) => samplesOf(one));
    const end = samples.reduce((latest, all) => Math.max(latest, timeOf(all.at(-1))), Number.NEGATIVE_INFINITY);
    if (isRange) rangeCounts.push(samples.reduce((most, { length }) => Math.max(most, length), 0));
    for (const [index, one] of list.entries()) {
      const placeOf = () => document.placeOf([...path, index]);
      const metric = at(one, "metric");
      const last = samples[index]?.at(-1);
      if (!isRecord(metric) || !Array.isArray(last)) {
        const expected = "a series with metric, and value or values";
        problems.push({ path: [], found: "an entry that is no series", expected, fix: "leave it out", ...placeOf() });
        continue;
      }
      const label = (...names: readonly string[]) => names.map((name) => textAt(metric, name)).find(isSaid) ?? "";
      const isGone = isRange && timeOf(last) < end;
      series.push({ name: label("__name__"), value: last[1], isGone, label, placeOf });
    }
  }
  return { series, rangeCounts, problems };
}

interface Answer {
  readonly data: unknown;
  readonly path: Problem["path"];
}

/** Those of a document: one, a list of them, or series without what is around them. */
function answersIn(document: StreamDocument): readonly (Answer & { readonly document: StreamDocument })[] {
  const { data } = document;
  if (!Array.isArray(data)) return [{ data, path: [], document }];
  if (data.some((one) => isRecord(at(one, "metric")))) return [{ data, path: [], document }];
  return data.map((one: unknown, index) => ({ data: one, path: [index], document }));
}

interface Result {
  readonly isRange: boolean;
  readonly list: readonly unknown[];
  readonly path: Problem["path"];
}

function resultOf({ data: answer, path }: Answer): Result | Problem {
  if (Array.isArray(answer))
    return { isRange: answer.some((one) => Array.isArray(at(one, "values"))), list: answer, path };
  if (textAt(answer, "status") === "error" || textAt(answer, "error") !== "") return refusedBy(answer);
  const isWhole = isRecord(at(answer, "data"));
  const data = isWhole ? at(answer, "data") : answer;
  const type = textAt(data, "resultType");
  if (type !== "vector" && type !== "matrix")
    return refusal(
      type === "" ? "an answer without resultType" : `an answer of the type ${type.slice(0, LONGEST)}`,
      "a vector or a matrix",
      "ask for series, such as kube_pod_container_resource_requests",
    );
  return {
    isRange: type === "matrix",
    list: listAt(data, "result"),
    path: [...path, ...(isWhole ? ["data"] : []), "result"],
  };
}

const LONGEST = 200;

function isSaid(text: string): boolean {
  return text !== "";
}

function samplesOf(series: unknown): readonly unknown[] {
  const values = at(series, "values");
  if (Array.isArray(values)) return values;
  const value = at(series, "value");
  return value === undefined ? [] : [value];
}

function timeOf(sample: unknown): number {
  const first: unknown = Array.isArray(sample) ? sample[0] : undefined;
  const time = typeof first === "number" || typeof first === "string" ? Number(first) : Number.NaN;
  return Number.isFinite(time) ? time : Number.NEGATIVE_INFINITY;
}

function refusedBy(answer: unknown): Problem {
  const said = [textAt(answer, "errorType"), textAt(answer, "error")].filter(isSaid).join(": ");
  return refusal(
    `an error of Prometheus${said === "" ? "" : `: ${said.slice(0, LONGEST)}`}`,
    "an answer with series",
    "mend the query, and ask again",
  );
}

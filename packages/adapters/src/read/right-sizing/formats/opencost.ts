import type { Problem } from "@nkp-planner/core";
import { isRecord } from "../../objects/objects.ts";
import { at, textAt } from "../../objects/read-fields.ts";
import type { StreamDocument } from "../../objects/yaml-stream.ts";
import { namesInWords } from "../../workloads/names-in-words.ts";
import { decimals } from "../numbers-in-words.ts";
import { type Allocation, allocationOf } from "../opencost/allocation.ts";
import { averagesOf } from "../opencost/averages.ts";
import { costsInWords, costsOf, isThere, minutesOf } from "../opencost/costs.ts";
import { type DocumentFormat, refusal } from "../sizing-format.ts";

/** What OpenCost answers of allocations, and Kubecost too. @see https://opencost.io/docs/integrations/api */
export const openCost: DocumentFormat = {
  id: "opencost",
  tool: "OpenCost",
  title: "OpenCost",
  usual: "requests",
  hasLimits: false,
  of: "documents",
  isIn: (head) =>
    /^\s*[{[]/.test(head) &&
    (/"(cpuCoreRequestAverage|cpuCoreUsageAverage|ramByteRequestAverage)"\s*:/.test(head) ||
      (/"code"\s*:\s*\d/.test(head) && /"data"\s*:\s*(\[|null)/.test(head))),
  read(documents) {
    const [document = NOTHING] = documents;
    const windows = windowsIn(document);
    if ("found" in windows) return windows;
    const entries = windows.flatMap(({ path, data }, windowIndex) =>
      Object.entries(isRecord(data) ? data : {})
        .filter(([, one]) => isThere(one))
        .map(([key, one]) => ({ key, one, windowIndex, path: [...path, key] })),
    );
    const isOf = (word: string) => (entry: (typeof entries)[number]) => entry.key.split("/").includes(word);
    const idle = entries.filter(isOf(IDLE));
    const unmounted = entries.filter(isOf(UNMOUNTED));
    const real = entries.filter((one) => !idle.includes(one) && !unmounted.includes(one));
    if (real.length === 0)
      return refusal("no allocations", "allocations with what is requested", "ask for a window in which pods ran");
    const allocations = real.map(({ key, one, windowIndex, path }) =>
      allocationOf(key, one, windowIndex, (within) => document.placeOf([...path, ...within])),
    );
    const inWindows = windows.map((_, index) =>
      real.filter(({ windowIndex }) => windowIndex === index).map(({ one }) => one),
    );
    const costs = costsOf(inWindows);
    return {
      entries: "allocations",
      all: averagesOf(allocations),
      excluded: [
        { count: idle.length, reason: "idle, which nobody asked for" },
        { count: unmounted.length, reason: "volumes that nothing mounts" },
      ].filter(({ count }) => count > 0),
      problems: [],
      confidence: confidenceOf(allocations, windows.length, decimals(minutesOf(inWindows), 2)),
      notices: [
        ...(costs === null ? [] : [costsInWords(costs)]),
        ...notTaken(
          "volumes",
          real.filter(({ one }) => isAbove(at(one, "pvBytes"))),
        ),
        ...notTaken(
          "GPUs",
          real.filter(({ one }) => isAbove(at(one, "gpuCount")) || isAbove(at(one, "gpuHours"))),
        ),
      ],
    };
  },
};

const NOTHING: StreamDocument = { data: null, placeOf: () => ({ line: 1, column: 1 }) };
const IDLE = "__idle__";
const UNMOUNTED = "__unmounted__";

/** The windows of an answer: a list of maps, or one map. */
function windowsIn({ data: answer }: StreamDocument): readonly { path: Problem["path"]; data: unknown }[] | Problem {
  const isAnswer = isRecord(answer) && "data" in answer;
  const code = at(answer, "code");
  const said = textAt(answer, "message") || textAt(answer, "error") || textAt(answer, "status");
  if ((typeof code === "number" && code >= FIRST_ERROR) || textAt(answer, "status") === "error")
    return refusal(
      `an error of OpenCost: ${[code, said].filter((one) => one !== undefined && one !== "").join(" ")}`.slice(
        0,
        LONGEST,
      ),
      "an answer with allocations",
      "ask again",
    );
  const [data, path] = isAnswer ? [answer["data"], ["data"]] : [answer, []];
  // Of its summaries.
  const sets = at(data, "sets");
  if (Array.isArray(sets))
    return sets.map((one: unknown, index) => ({
      path: [...path, "sets", index, "allocations"],
      data: at(one, "allocations"),
    }));
  if (Array.isArray(data)) return data.map((one: unknown, index) => ({ path: [...path, index], data: one }));
  return [{ path, data }];
}

function isAbove(value: unknown): boolean {
  return typeof value === "number" && value > 0;
}

function notTaken(what: string, entries: readonly { readonly key: string }[]): readonly string[] {
  return entries.length === 0
    ? []
    : [`Have ${what}, which are not taken over: ${namesInWords(entries.map(({ key }) => key))}.`];
}

const FIRST_ERROR = 400;
const LONGEST = 200;

function confidenceOf(allocations: readonly Allocation[], windowCount: number, minutes: string): readonly string[] {
  const hasPods = allocations.some(({ pod }) => pod !== "");
  const hasSums = allocations.some(({ pod }) => pod === "");
  return [
    windowCount === 1
      ? `They are averages over a window of ${minutes} minutes: peaks are higher.`
      : `They are averages over ${windowCount} windows of ${minutes} minutes together, each weighted by its minutes: peaks are higher.`,
    ...(hasPods
      ? ["Pods are put together by who makes them: one that was there for a part of the time is that part of a pod."]
      : []),
    ...(hasSums
      ? [
          "Allocations are sums: containers in them that request nothing add nothing, and how many pods they are is not said.",
        ]
      : []),
  ];
}

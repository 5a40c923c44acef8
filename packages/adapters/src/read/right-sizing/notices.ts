import { namesInWords } from "../workloads/names-in-words.ts";
import { UNASSIGNED } from "../workloads/unassigned.ts";
import type { Filled } from "./chosen-sizes.ts";
import { plannedKind } from "./kinds.ts";
import type { PodsAlike } from "./pods.ts";
import { type Counted, secondSizing } from "./second-sizing.ts";
import { type Basis, type SizedFile, titleOf } from "./sized.ts";
import type { SizingFormat } from "./sizing-format.ts";
import { podCountSaid, type SizingOptions } from "./sizing-options.ts";

interface Told {
  readonly file: SizedFile;
  readonly format: SizingFormat;
  readonly options: SizingOptions;
  readonly basis: Basis;
  readonly used: readonly Counted[];
  readonly alike: readonly PodsAlike[];
  readonly hasUnassigned: boolean;
}

/** What the sizes rest on, what they would be otherwise, and what was decided: a sentence each. */
export function noticesOf(told: Told): readonly string[] {
  const { file, options, used, alike, hasUnassigned, basis } = told;
  const said = (all: readonly Counted[], sentence: (names: string) => string) =>
    all.length === 0 ? [] : [sentence(namesInWords(all.map(({ chosen }) => titleOf(chosen.one))))];
  const filledBy = (what: Filled) => used.filter(({ chosen }) => chosen.filled.has(what));
  const { defaults } = options;
  const counted = used.filter(
    ({ chosen: { one } }) =>
      one.podCount === null && plannedKind(one.kind) !== "DaemonSet" && podCountSaid(options, one) !== undefined,
  );
  const asOne = used.filter(
    ({ chosen: { one } }) => one.isSum && one.podCount === null && podCountSaid(options, one) === undefined,
  );
  const daemons = alike.filter(({ podCount }) => podCount === null);
  const unlike = alike.filter(({ differs }) => differs);
  const twice = seenAgain(used);
  const jobs = used.filter(({ chosen }) => plannedKind(chosen.one.kind) === "Job");
  return [
    basisText(told),
    ...secondSizing(used, basis, file.entries === "allocations" ? "allocations" : "containers"),
    ...file.confidence,
    ...said(filledBy("usage"), (names) => `What is used stands for what is not known of ${names}.`),
    ...said(
      filledBy("default-requests"),
      (names) =>
        `Are taken to request ${defaults?.cpu}/${defaults?.memory} where nothing is known, as you say: ${names}.`,
    ),
    ...said(counted, (names) => `Have as many pods as you say: ${names}.`),
    ...said(
      asOne,
      (names) =>
        `Are taken as one pod each, as nothing says how many they are; add --option pods=COUNT to divide them: ${names}.`,
    ),
    ...(daemons.length === 0
      ? []
      : [
          `Run on every worker node, and are counted there: ${namesInWords(daemons.map(({ first }) => titleOf(first)))}.`,
        ]),
    ...(unlike.length === 0
      ? []
      : [
          `Pods of these DaemonSets differ in size, and the largest counts: ${namesInWords(unlike.map(({ first }) => titleOf(first)))}.`,
        ]),
    ...said(
      twice,
      (workloads) =>
        `Are in the file more than once, as of clusters that it does not name, and count each time: ${workloads}.`,
    ),
    ...said(jobs, (names) => `Jobs are counted as if all ran at once: ${names}.`),
    ...file.notices,
    ...(hasUnassigned ? [`What has no ${options.tenantBy} is put together as ${UNASSIGNED}.`] : []),
  ];
}

/** Containers that are there before, in the same pod by all that is said. */
function seenAgain(used: readonly Counted[]): readonly Counted[] {
  const seen = new Set<string>();
  return used.filter(({ chosen: { one } }) => {
    const name = [one.podKey, one.container, one.isInit].join("\n");
    const isThere = seen.has(name);
    seen.add(name);
    return isThere;
  });
}

function basisText({ format: { tool, hasLimits }, basis }: Told): string {
  if (basis === "recommendation") return `Sizes are recommendations of ${tool}, not requests.`;
  if (basis === "usage") return `Sizes are what was used as ${tool} says, not requests.`;
  return `Sizes are requests as ${tool} says them${hasLimits ? "; a limit stands for a request that is left out" : ""}.`;
}

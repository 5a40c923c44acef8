import type { ObjectAt } from "../objects/objects.ts";
import { REPEATED } from "../objects/repeated.ts";
import { namesInWords } from "../workloads/names-in-words.ts";
import { UNASSIGNED } from "../workloads/unassigned.ts";
import type { DemandOptions } from "./demand-options.ts";
import { MAY_MAKE_PODS } from "./left-out.ts";
import { type FoundWorkload, titleOf } from "./workload-of.ts";

/** What makes more, or larger, pods of a workload by itself. */
const SCALERS = /^(HorizontalPodAutoscaler|VerticalPodAutoscaler|ScaledObject)$/;

/** What the sizes rest on, and what is not in them: a sentence each. */
export function noticesOf(
  found: readonly FoundWorkload[],
  excluded: ReadonlyMap<string, readonly ObjectAt[]>,
  options: DemandOptions,
  hasUnassigned: boolean,
): readonly string[] {
  const silent = found.filter(({ pod }) => pod.silent.length > 0);
  const silentCount = silent.reduce((sum, { pod }) => sum + pod.silent.length, 0);
  const allCount = found.reduce((sum, { pod }) => sum + pod.containerCount, 0);
  const { defaults, tenantBy } = options;
  const pending = found.filter(({ isPending }) => isPending);
  const daemons = found.filter(({ as }) => as === "DaemonSet");
  const placed = found.filter((one) => one.hasPlacement);
  const shared = found.filter(
    ({ object, claimed, podCount }) => object.kind !== "Pod" && claimed.sharedBytes > 0n && (podCount ?? 1) > 1,
  );
  const unclaimed = found.filter(({ claimed }) => claimed.unknown.length > 0);
  const classes = found.filter(({ claimed }) => claimed.classes.size > 1);
  const repeated = excluded.get(REPEATED) ?? [];
  const makers = excluded.get(MAY_MAKE_PODS) ?? [];
  const scalers = [...excluded.values()].flat().filter(({ kind }) => SCALERS.test(kind));
  const hugePages = found.filter(({ pod }) => pod.hasHugePages);
  const said = (all: readonly FoundWorkload[], sentence: (names: string) => string) =>
    all.length === 0 ? [] : [sentence(namesOf(all.map(({ object }) => object)))];
  return [
    ...(found.length === 0
      ? []
      : ["Sizes are requests as the objects state them; a limit stands for a request that is left out."]),
    ...(defaults === undefined
      ? []
      : [`Containers that state nothing are taken to request ${defaults.cpu}/${defaults.memory}, as you say.`]),
    ...said(
      silent,
      (names) =>
        `${silentCount} of ${allCount} containers state nothing beside others of their pods, and add nothing: sums are the least that is needed. They are in ${names}.`,
    ),
    ...(repeated.length === 0
      ? []
      : [`Stand there more than once, and count once, by what is said first: ${namesOf(repeated)}.`]),
    ...said(daemons, (names) => `Run on every worker node, and are counted there: ${names}.`),
    ...said(pending, (names) => `Have no node yet, and are counted: ${names}.`),
    ...said(
      placed,
      (names) => `Where they may run, by labels of nodes and pods and by spread, is not taken over: ${names}.`,
    ),
    ...said(shared, (names) => `Claims that all pods share are there once, and each pod bears its part: ${names}.`),
    ...said(classes, (names) => `Claim volumes of several classes, which are added as of the usual one: ${names}.`),
    ...said(
      unclaimed,
      (names) => `Mount claims of which the file has no size, so that their storage is not counted: ${names}.`,
    ),
    ...said(hugePages, (names) => `Huge pages are not planned for: ${names}.`),
    ...(scalers.length === 0
      ? []
      : [`Change how many pods or how much there is; pods are taken as they are written: ${namesOf(scalers)}.`]),
    ...(makers.length === 0
      ? []
      : [`May make pods that are not in the file, and are not counted: ${namesOf(makers)}.`]),
    ...(hasUnassigned ? [`What has no ${tenantBy} is put together as ${UNASSIGNED}.`] : []),
  ];
}

function namesOf(objects: readonly ObjectAt[]): string {
  return namesInWords(objects.map(titleOf));
}

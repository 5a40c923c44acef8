import type { Problem } from "@nkp-planner/core";
import { namesInWords } from "../../workloads/names-in-words.ts";
import { containersIn, type Gathered } from "../prometheus/containers.ts";
import { metricOf, whereOf } from "../prometheus/metrics.ts";
import { type KnownPods, knownPods, podKeyOf } from "../prometheus/pods.ts";
import { type Series, seriesIn } from "../prometheus/series.ts";
import type { SizedFile } from "../sized.ts";
import { type DocumentFormat, refusal } from "../sizing-format.ts";

/** What Prometheus answers of kube-state-metrics over HTTP. @see https://prometheus.io/docs/prometheus/latest/querying/api/ */
export const prometheus: DocumentFormat = {
  id: "prometheus",
  tool: "kube-state-metrics",
  title: "Prometheus",
  usual: "requests",
  hasLimits: true,
  of: "documents",
  isIn: (head) =>
    /"resultType"\s*:\s*"/.test(head) ||
    (/^\s*\[\s*\{\s*"metric"\s*:\s*\{/.test(head) && /"kube_pod_/.test(head)) ||
    (/"status"\s*:\s*"error"/.test(head) && /"errorType"\s*:/.test(head)),
  read(documents) {
    const answers = seriesIn(documents);
    if (!("series" in answers)) return answers;
    const { series, rangeCounts, problems } = answers;
    return sizedFile(series, rangeCounts, problems);
  },
};

function sizedFile(
  series: readonly Series[],
  rangeCounts: readonly number[],
  problems: readonly Problem[],
): SizedFile | Problem {
  const there = series.filter(({ isGone }) => !isGone);
  const pods = knownPods(there);
  const hasEnded = (one: Series) => /^(Succeeded|Failed)$/.test(pods.phases.get(podKeyOf(whereOf(one)))?.phase ?? "");
  const ofSizes = there.filter((one) => metricOf(one) !== null && metricOf(one) !== "other");
  const ended = ofSizes.filter(hasEnded);
  const gathered = containersIn(
    ofSizes.filter((one) => !hasEnded(one)),
    pods,
  );
  if (
    !gathered.all.some(({ sizes }) =>
      Object.values(sizes).some((one) => one.cpuNano !== null || one.memoryNano !== null),
    )
  )
    return noSizes(series);
  const other = there.filter((one) => metricOf(one) === "other");
  const usedCount = gathered.all.reduce((sum, { entryCount }) => sum + entryCount, 0);
  const goneCount = series.length - there.length;
  const restCount = there.length - usedCount - ended.length - other.length - gathered.toldCount;
  const excluded = [
    [goneCount, "series that end before the range does"],
    [ended.length, "of pods that have ended"],
    [other.length, "of resources other than CPU and memory"],
    [gathered.toldCount, "that others say already, of a pod or its containers"],
    [restCount, "series that say no size, such as phases and owners"],
  ] as const;
  return {
    entries: "series",
    all: gathered.all,
    excluded: excluded.filter(([count]) => count > 0).map(([count, reason]) => ({ count, reason })),
    problems,
    confidence: [
      rangeCounts.length === 0
        ? "It is one sample: what ran at that moment, and nothing of other hours."
        : `It is the last sample of a range of ${rangeCounts.reduce((most, count) => Math.max(most, count), 0)}: what ran at its end.`,
    ],
    notices: noticesOf(gathered, pods, other),
  };
}

function noticesOf({ all, nameless, twiceCount }: Gathered, { phases, makers }: KnownPods, other: readonly Series[]) {
  const resources = other.map(({ label }) => label("resource", "unit")).filter((one) => one !== "");
  return [
    ...(phases.size > 0 || all.some(({ isSum }) => isSum)
      ? []
      : ["Nothing says which pods have ended (kube_pod_status_phase): all are counted."]),
    ...(makers.size > 0 || all.some(({ isSum }) => isSum)
      ? []
      : [
          "Nothing says who makes the pods (kube_pod_owner): DaemonSets and Jobs are counted as other pods, and workloads are named by their pods.",
        ]),
    ...(nameless ? ["Series have no name, as the query changed them; they are taken for requests."] : []),
    ...(twiceCount === 0
      ? []
      : [`${twiceCount} series are there more than once, as of two collectors; the larger of them counts, once.`]),
    ...(resources.length === 0 ? [] : [`Is not planned from series: ${namesInWords(resources)}.`]),
  ];
}

function noSizes(series: readonly Series[]): Problem {
  const names = series.map(({ name }) => name || "one without a name");
  return refusal(
    series.length === 0 ? "an answer without series" : `nothing of requests among ${namesInWords(names)}`,
    "series of kube_pod_container_resource_requests",
    'ask for {__name__=~"kube_pod_container_resource_(requests|limits)|kube_pod_status_phase|kube_pod_owner"}',
  );
}

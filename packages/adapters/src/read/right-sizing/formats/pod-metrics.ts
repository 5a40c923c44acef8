import { type ObjectAt, objectsIn } from "../../objects/objects.ts";
import { isOnlyOfGroup } from "../../objects/only-of-group.ts";
import { at, listAt, textAt } from "../../objects/read-fields.ts";
import { sizesOf } from "../amounts.ts";
import { guessedMaker } from "../makers.ts";
import { type Sized, UNKNOWN } from "../sized.ts";
import { type DocumentFormat, refusal } from "../sizing-format.ts";

/** What the metrics server says of pods: `kubectl get --raw /apis/metrics.k8s.io/v1beta1/pods`. */
export const podMetrics: DocumentFormat = {
  id: "pod-metrics",
  tool: "the metrics server",
  title: "PodMetrics",
  usual: "usage",
  hasLimits: false,
  of: "documents",
  isIn: (head) => isOnlyOfGroup(head, "metrics"),
  read(documents) {
    const { objects, problems } = objectsIn(documents);
    const pods = objects.filter((one) => one.kind === "PodMetrics");
    if (pods.length === 0)
      return refusal(
        "no PodMetrics",
        "what pods use",
        "write it with kubectl get --raw /apis/metrics.k8s.io/v1beta1/pods",
      );
    const otherCount = objects.length - pods.length;
    return {
      entries: "containers",
      all: pods.flatMap(sizedOf),
      excluded: otherCount === 0 ? [] : [{ count: otherCount, reason: "other objects" }],
      problems,
      confidence: [
        "It is one sample of what was used at that moment: a day has peaks that are not in it.",
        "Nothing says who makes the pods: DaemonSets and Jobs are counted as other pods, and workloads are named by their pods.",
      ],
      notices: [],
    };
  },
};

function sizedOf({ data, name, path, placeOf }: ObjectAt): readonly Sized[] {
  const namespace = textAt(data, "metadata", "namespace");
  const containers = listAt(data, "containers");
  const shared = {
    ...{ cluster: "", namespace },
    ...guessedMaker(name),
    podKey: `${namespace}/${name}`,
    ...{ podCount: 1, isSum: false, isInit: false, bounds: null, entryCount: 1 },
  };
  if (containers.length === 0)
    return [
      {
        ...shared,
        container: "",
        sizes: { requests: UNKNOWN, recommendation: UNKNOWN, usage: UNKNOWN },
        hint: "it has no containers",
        problems: [],
        placeOf: () => placeOf(path),
      },
    ];
  return containers.map((one, index): Sized => {
    const here = [...path, "containers", index];
    const container = textAt(one, "name");
    const of = [namespace, name, container].join("/");
    const { sizes, hint, problems } = sizesOf(at(one, "usage", "cpu"), at(one, "usage", "memory"), of, (which) =>
      placeOf([...here, "usage", which]),
    );
    return {
      ...shared,
      container,
      sizes: { requests: UNKNOWN, recommendation: UNKNOWN, usage: sizes },
      ...{ hint, problems },
      placeOf: () => placeOf(here),
    };
  });
}

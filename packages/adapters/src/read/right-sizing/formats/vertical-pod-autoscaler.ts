import { type ObjectAt, objectsIn } from "../../objects/objects.ts";
import { isOnlyOfGroup } from "../../objects/only-of-group.ts";
import { at, listAt, textAt } from "../../objects/read-fields.ts";
import { namesInWords } from "../../workloads/names-in-words.ts";
import { type Sized, titleOf, UNKNOWN } from "../sized.ts";
import { type DocumentFormat, refusal } from "../sizing-format.ts";
import { boundedOf } from "../vpa/bounded.ts";
import { containersOf, podCountOf, requestsOf } from "../vpa/workload.ts";

/** VerticalPodAutoscalers as kubectl prints them. @see https://github.com/kubernetes/autoscaler/tree/master/vertical-pod-autoscaler */
export const verticalPodAutoscaler: DocumentFormat = {
  id: "vertical-pod-autoscaler",
  tool: "the VerticalPodAutoscaler",
  title: "VerticalPodAutoscalers",
  usual: "recommendation",
  hasLimits: true,
  of: "documents",
  isIn: (head) => isOnlyOfGroup(head, "autoscaling"),
  mayBeIn: (text) => /"?kind"?\s*:\s*["']?VerticalPodAutoscaler\b/.test(text),
  read(documents) {
    const { objects, problems } = objectsIn(documents);
    const scalers = objects.filter((one) => one.group === GROUP && one.kind === "VerticalPodAutoscaler");
    if (scalers.length === 0)
      return refusal(
        "no VerticalPodAutoscaler",
        "VerticalPodAutoscalers",
        "write them with kubectl get vpa -A -o yaml",
      );
    const workloads = new Map(objects.map((one) => [keyOf(one.kind, namespaceOf(one), one.name), one]));
    const capped: string[] = [];
    const all = scalers.flatMap((one) => sizedOf(one, workloads, capped));
    const targets = new Set(scalers.map((one) => keyOfTarget(one)));
    const others = objects.filter((one) => !scalers.includes(one));
    const joined = others.filter((one) => targets.has(keyOf(one.kind, namespaceOf(one), one.name)));
    const notTaken = others.length - joined.length;
    return {
      entries: "containers",
      all,
      excluded: [
        ...(joined.length === 0 ? [] : [{ count: joined.length, reason: "what is sized, which says how many pods" }]),
        ...(notTaken === 0 ? [] : [{ count: notTaken, reason: "other objects" }]),
      ],
      problems,
      confidence: [],
      notices: [
        ...said(
          capped,
          "Are capped: minAllowed, maxAllowed or a limit keeps the target from what it would be otherwise",
        ),
        ...said(scalers.flatMap(switchedOff), "Have no recommendation, as they are switched off, and add nothing"),
      ],
    };
  },
};

function said(names: readonly string[], sentence: string): readonly string[] {
  return names.length === 0 ? [] : [`${sentence}: ${namesInWords(names)}.`];
}

const GROUP = "autoscaling.k8s.io";

function namespaceOf({ data }: ObjectAt): string {
  return textAt(data, "metadata", "namespace");
}

function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind} ${namespace}/${name}`;
}

function keyOfTarget(scaler: ObjectAt): string {
  const { data } = scaler;
  return keyOf(
    textAt(data, "spec", "targetRef", "kind"),
    namespaceOf(scaler),
    textAt(data, "spec", "targetRef", "name"),
  );
}

/** Its containers; one of no name where nothing is recommended yet. */
function sizedOf(scaler: ObjectAt, workloads: ReadonlyMap<string, ObjectAt>, capped: string[]): readonly Sized[] {
  const { data, path, placeOf } = scaler;
  const named = {
    cluster: "",
    namespace: namespaceOf(scaler),
    kind: textAt(data, "spec", "targetRef", "kind"),
    workload: textAt(data, "spec", "targetRef", "name") || scaler.name,
  };
  const workload = workloads.get(keyOfTarget(scaler));
  const shared = {
    ...named,
    podKey: `${keyOf(named.kind, named.namespace, named.workload)}\n${path.join(".")} ${placeOf(path).line}`,
    podCount: podCountOf(workload),
    ...{ isSum: false, isInit: false, entryCount: 1 },
  };
  const where = ["status", "recommendation", "containerRecommendations"];
  const found = listAt(data, ...where);
  const unknown = (container: string, hint: string): Sized => ({
    ...{ ...shared, container, hint },
    sizes: { requests: requestsOf(workload, container), recommendation: UNKNOWN, usage: UNKNOWN },
    ...{ bounds: null, problems: [] },
    placeOf: () => placeOf(path),
  });
  if (found.length === 0) return [unknown("", whyNot(data))];
  const told = new Set(found.map((one) => textAt(one, "containerName")));
  const silent = containersOf(workload).filter((name) => !told.has(name));
  const sized = found.map((one, index): Sized => {
    const here = [...path, ...where, index];
    const container = textAt(one, "containerName");
    const of = `${titleOf(named)}, container ${container || "without a name"}`;
    const { target, bounds, isCapped, problems } = boundedOf(one, of, (key) => placeOf([...here, ...key]));
    if (isCapped) capped.push(`${titleOf(named)} (${container})`);
    return {
      ...shared,
      container,
      sizes: { requests: requestsOf(workload, container), recommendation: target.sizes, usage: UNKNOWN },
      bounds,
      hint: target.hint,
      problems,
      placeOf: () => placeOf(here),
    };
  });
  return [...sized, ...silent.map((name) => unknown(name, "nothing is recommended for it"))];
}

/** Containers of which it says that it recommends nothing. */
function switchedOff({ data, name }: ObjectAt): readonly string[] {
  return listAt(data, "spec", "resourcePolicy", "containerPolicies").flatMap((one) =>
    textAt(one, "mode") === "Off" && textAt(one, "containerName") !== "*"
      ? [`${textAt(one, "containerName")} (${name})`]
      : [],
  );
}

/** As the object itself says it. */
function whyNot(data: unknown): string {
  if (at(data, "status") === undefined) return "it has no status";
  const told = listAt(data, "status", "conditions").flatMap((one) => {
    const isBad = textAt(one, "type") !== "RecommendationProvided" || textAt(one, "status") !== "True";
    return isBad ? [textAt(one, "message") || textAt(one, "reason") || textAt(one, "type")] : [];
  });
  return (told.find((one) => one !== "") ?? "nothing is recommended yet").slice(0, LONGEST_REASON);
}

const LONGEST_REASON = 200;

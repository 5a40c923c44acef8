import { isRecord } from "../objects/objects.ts";
import { at, listAt, textAt } from "../objects/read-fields.ts";

const OVER: Readonly<Record<string, "hostname" | "zone">> = {
  "kubernetes.io/hostname": "hostname",
  "topology.kubernetes.io/zone": "zone",
};
const REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

/** Whether no two pods of a workload may be on one node, or in one zone: it must keep away from pods of its own labels. */
export function antiAffinityOf(spec: unknown, labels: unknown): "hostname" | "zone" | null {
  const own = isRecord(labels) ? labels : {};
  const terms = listAt(spec, "affinity", "podAntiAffinity", REQUIRED);
  const found = terms.flatMap((term) => {
    const over = OVER[textAt(term, "topologyKey")];
    return over !== undefined && selects(at(term, "labelSelector"), own) ? [over] : [];
  });
  return found.includes("zone") ? "zone" : (found[0] ?? null);
}

function selects(selector: unknown, labels: Readonly<Record<string, unknown>>): boolean {
  const wanted = at(selector, "matchLabels");
  const entries = isRecord(wanted) ? Object.entries(wanted) : [];
  const expressions = listAt(selector, "matchExpressions");
  const isMet = (one: unknown) => {
    const [value, values] = [labels[textAt(one, "key")], listAt(one, "values")];
    switch (textAt(one, "operator")) {
      case "In":
        return values.includes(value);
      case "NotIn":
        return !values.includes(value);
      case "Exists":
        return value !== undefined;
      default:
        return value === undefined;
    }
  };
  return (
    entries.length + expressions.length > 0 &&
    entries.every(([key, value]) => labels[key] === value) &&
    expressions.every(isMet)
  );
}

/** Whether pods say where they may run in other ways: these hang on labels and taints that the planned nodes may not have. */
export function hasPlacement(spec: unknown): boolean {
  return (
    isRecord(at(spec, "nodeSelector")) ||
    at(spec, "affinity", "nodeAffinity") !== undefined ||
    at(spec, "affinity", "podAffinity") !== undefined ||
    listAt(spec, "topologySpreadConstraints").length > 0
  );
}

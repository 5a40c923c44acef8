import { workloadKindOf } from "../../read/kubernetes-objects/workload-kinds.ts";
import type { ObjectAt } from "../../read/objects/objects.ts";

const ASKED: readonly RegExp[] = [
  /^ LimitRange$/,
  /^kustomize\.(config\.k8s\.io|toolkit\.fluxcd\.io) Kustomization$/,
  /^argoproj\.io Application(Set)?$/,
];

/** Whether rules ask about an object although it says nothing of machines. */
export function isAsked(object: Pick<ObjectAt, "group" | "kind">): boolean {
  return workloadKindOf(object) !== undefined || ASKED.some((one) => one.test(`${object.group} ${object.kind}`));
}

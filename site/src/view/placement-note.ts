import type { PlannedFleet } from "@nkp-planner/core";
import { planTitle } from "./plan-title.ts";
import type { Writer } from "./writer.ts";

/**
 * Where a model puts tenants apart: who is on a cluster that manages itself, and why; that it is another model over
 * again, where its clusters are. Empty where all tenants live alike.
 */
export function placementNote(plan: PlannedFleet, plans: readonly PlannedFleet[], writer: Writer): string {
  const before = plans.slice(0, plans.indexOf(plan));
  const same = before.find((other) => clustersIn(other) === clustersIn(plan));
  if (same !== undefined) return `The same clusters as ${planTitle(same)}.`;
  const idsBy = (role: string) =>
    plan.clusters.filter((cluster) => cluster.role === role).flatMap(({ tenantIds }) => tenantIds);
  const [own, attached] = [idsBy("self-managed"), idsBy("attached")];
  if (own.length === 0 || attached.length === 0) return "";
  const tenants = plan.input.tenants.filter(({ id }) => own.includes(id));
  const isByPace = plan.input.tenants.every((one) => own.includes(one.id) === (one.upgradeCadence === "own"));
  const names = writer.inSentence({ kind: "list", value: tenants.map(({ name }) => name) });
  return `On clusters of their own${isByPace ? ", as they ask for their own upgrade pace" : ""}: ${names}. Attached: ${writer.number(attached.length)}.`;
}

function clustersIn({ clusters }: PlannedFleet): string {
  return clusters.map(({ name, role, edition }) => `${name} ${role} ${edition}`).join();
}

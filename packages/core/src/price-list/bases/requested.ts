import { gibOf, vcpuOf } from "../../base/units.ts";
import { ALL_WORKLOAD } from "../../costs/cost-line.ts";
import { addDemand, type Demand, demandOf } from "../../demand/demand.ts";
import type { ChargedItem, PriceBasis } from "./price-basis.ts";

const REQUESTED = { service: "compute", recovers: "workload", countedFrom: "tenant" } as const;

/** What of a tenant's pods is charged, those of DaemonSets on their nodes with them. */
export function requested(
  of: (demand: Demand, item: ChargedItem, items: readonly ChargedItem[]) => number,
): PriceBasis["quantityOf"] {
  return ({ tenant, daemons }, item, items) => ({
    quantity: of(addDemand(demandOf(tenant), daemons), item, items),
    weights: ALL_WORKLOAD,
  });
}

export const requestedVcpu = {
  id: "requested-vcpu",
  unit: "vCPU",
  ...REQUESTED,
  quantityOf: requested(({ requests }) => vcpuOf(requests.cpuMillicores)),
} as const satisfies PriceBasis;

export const requestedMemory = {
  id: "requested-memory",
  unit: "GiB",
  ...REQUESTED,
  quantityOf: requested(({ requests }) => gibOf(requests.memoryBytes)),
} as const satisfies PriceBasis;

export const pod = {
  id: "pod",
  unit: "pod",
  ...REQUESTED,
  quantityOf: requested(({ podCount }) => podCount),
} as const satisfies PriceBasis;

import { addResources, demandOf, gibOf, type Tenant, vcpuOf } from "@nkp-planner/core";
import { fleet } from "./comparison.ts";

export interface TenantRow {
  readonly tenant: Tenant;
  readonly podCount: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly storageGiB: number;
}

export const tenantRows: readonly TenantRow[] = fleet.tenants.map((tenant) => {
  const { podCount, requests } = demandOf(tenant);
  return { tenant, podCount, ...inPeoplesUnits(requests) };
});

/** What the whole fleet asks for. */
export const fleetDemand = inPeoplesUnits(
  fleet.tenants
    .map((tenant) => demandOf(tenant).requests)
    .reduce(addResources, { cpuMillicores: 0, memoryBytes: 0, storageBytes: 0 }),
);

function inPeoplesUnits(requests: Parameters<typeof addResources>[0]) {
  return {
    vcpu: vcpuOf(requests.cpuMillicores),
    memoryGiB: gibOf(requests.memoryBytes),
    storageGiB: gibOf(requests.storageBytes),
  };
}

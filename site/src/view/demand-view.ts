import { addResources, demandOf, type FleetOfDay, gibOf, type Resources, vcpuOf } from "@nkp-planner/core";
import { counted, type Writer } from "./writer.ts";

/** What tenants ask for: of the whole fleet in words, and tenant by tenant where it follows from workloads. */
export interface DemandView {
  readonly summary: string;
  readonly byTenant: Readonly<Record<string, TenantDemand>>;
}

export interface TenantDemand {
  /** By the id of the column of the table that shows it. */
  readonly byColumn: Readonly<Record<string, string>>;
  /** The same as a fleet file says it, for a tenant that goes over from workloads to totals. */
  readonly totals: { readonly pods: number; readonly cpu: string; readonly memory: string; readonly storage: string };
}

const NOTHING: Resources = { cpuMillicores: 0, memoryBytes: 0, storageBytes: 0 };

/** Sums are of the tenants of the fleet's day; the table has a row for the others too. */
export function demandView({ tenants, absentTenants }: FleetOfDay, writer: Writer): DemandView {
  const all = tenants.map((tenant) => ({ tenant, demand: demandOf(tenant) }));
  const sum = all.map(({ demand }) => demand.requests).reduce(addResources, NOTHING);
  const pods = all.reduce((count, { demand }) => count + demand.podCount, 0);
  const absent = absentTenants.map((tenant) => ({ tenant, demand: demandOf(tenant) }));
  const byWorkloads = [...all, ...absent].filter(({ tenant }) => !("podCount" in tenant.demand));
  return {
    summary: [
      counted(writer, tenants.length, "tenant"),
      counted(writer, pods, "pod"),
      `${writer.number(vcpuOf(sum.cpuMillicores))} vCPU`,
      `${writer.number(gibOf(sum.memoryBytes))} GiB asked for`,
      ...(absent.length === 0 ? [] : [`${writer.number(absent.length)} not under contract`]),
    ].join(" · "),
    byTenant: Object.fromEntries(
      byWorkloads.map(({ tenant, demand: { podCount, requests } }) => [
        tenant.id,
        {
          byColumn: {
            pods: writer.number(podCount),
            vcpu: writer.number(vcpuOf(requests.cpuMillicores)),
            memory: writer.number(gibOf(requests.memoryBytes)),
            storage: writer.number(gibOf(requests.storageBytes)),
          },
          totals: {
            pods: podCount,
            cpu: `${requests.cpuMillicores}m`,
            memory: String(requests.memoryBytes),
            storage: String(requests.storageBytes),
          },
        },
      ]),
    ),
  };
}

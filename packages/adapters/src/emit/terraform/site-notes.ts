import type { Finding } from "@nkp-planner/core";
import type { PlanToEmit } from "../plan-to-emit.ts";
import type { Categories } from "./categories.ts";
import type { PlacedCluster } from "./placed-cluster.ts";
import type { Subnet } from "./subnets.ts";
import { terraformFinding } from "./terraform-texts.ts";

/** What of the plan these files do not say or do, and what they count on. */
export function siteNotes(
  { hosts }: Pick<PlanToEmit, "hosts">,
  places: readonly PlacedCluster[],
  subnets: readonly Subnet[],
  { adapted }: Categories,
): readonly Finding[] {
  const withDevices = places.filter(({ cluster }) => devicesOf(cluster).length > 0);
  return [
    terraformFinding("provider-of-day"),
    terraformFinding("hosts-counted-as-planned", {
      vcpuPerCore: String(hosts.vcpuPerCore),
      cores: String(hosts.controllerVmCoreCount),
      memoryGiB: String(hosts.controllerVmMemoryGiB),
      cpu: percentText(hosts.usableCpuRatio),
      memory: percentText(hosts.usableMemoryRatio),
      spare: String(hosts.spareHostCount),
    }),
    terraformFinding("quota-not-set"),
    terraformFinding("claims-not-in-quota"),
    ...subnets.flatMap(({ name, pool }) =>
      pool === null ? [] : [terraformFinding("keep-out-of-pool", { subnet: name, pool: `${pool.start}-${pool.end}` })],
    ),
    ...places.flatMap(({ cluster, network, subnets: [subnet = "", ...others] }) =>
      network === null || others.length === 0
        ? []
        : [
            terraformFinding(
              "only-first-made",
              { cluster: cluster.name, subnet, others },
              { in: "plan", clusterName: cluster.name },
            ),
          ],
    ),
    ...(adapted.length === 0
      ? []
      : [
          terraformFinding("name-adapted", {
            names: adapted.map(({ name, value }) => `${name} as ${value}`),
          }),
        ]),
    ...(withDevices.length === 0
      ? []
      : [
          terraformFinding("devices-not-checked", {
            clusters: withDevices.map(({ cluster }) => cluster.name),
            devices: [...new Set(withDevices.flatMap(({ cluster }) => devicesOf(cluster)))],
          }),
        ]),
  ];
}

function devicesOf({ pools }: PlacedCluster["cluster"]): readonly string[] {
  return [...new Set(pools.flatMap(({ shape }) => Object.keys(shape.extended ?? {})))];
}

function percentText(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}

import { type Edition, isLicensed } from "@nkp-planner/core";
import type { Checked, CheckedCluster } from "./checked.ts";
import { countOf } from "./checked-pool.ts";

const MILLICORES_PER_VCPU = 1000;

/** vCPU of an edition that need a licence, as a plan counts them. */
export function plannedLicensedVcpu({ plan }: Checked, edition: Edition): number {
  return sumOf(
    plan.clusters
      .filter((cluster) => cluster.edition === edition)
      .flatMap(({ pools }) => pools)
      .filter((pool) => isLicensed(pool, plan.context.choices))
      .map(({ nodeCount, shape }) => nodeCount * shape.vcpu),
  );
}

/** The same as files declare them, of clusters that the plan knows; null: of some nodes nobody knows how many or how large. */
export function declaredLicensedVcpu({ plan, clusters }: Checked, edition: Edition): number | null {
  let sum = 0;
  for (const cluster of clusters) {
    if (cluster.planned?.edition !== edition) continue;
    for (const pool of licensedPools(cluster, isLicensed({ role: "control-plane" }, plan.context.choices))) {
      const count = countOf(pool);
      if (count === null || (pool.cpuMillicores === null && count > 0)) return null;
      sum += (count * (pool.cpuMillicores ?? 0)) / MILLICORES_PER_VCPU;
    }
  }
  return sum;
}

function licensedPools({ shape: { pools, controlPlane } }: CheckedCluster, withControlPlane: boolean) {
  return withControlPlane && controlPlane !== null ? [controlPlane, ...pools] : pools;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

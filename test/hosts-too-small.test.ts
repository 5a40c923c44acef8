import { operatingModels, type PlannedFleet, plannedFleet, sharesOf, sumMoney } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, type TenantDraft, toyContext } from "./support/toy.ts";
import { toyHostBook } from "./support/toy-prices.ts";

const starter = operatingModels.find(({ id }) => id === "starter-self-managed") as (typeof operatingModels)[number];

/** Three nodes with two GPUs each, which no host of the toy has. */
const WITH_GPUS: TenantDraft = {
  id: "large",
  pools: [{ name: "own", shape: "16x64x100+2xnvidia.com/gpu" }],
  workloads: [{ ...pods(3, "0m", "0Mi"), requests: { cpu: "0m", memory: "0Mi", "nvidia.com/gpu": 2 }, pool: "own" }],
};

function planned(...tenants: readonly TenantDraft[]): PlannedFleet {
  return plannedFleet(fleetOf(...tenants), starter, { ...toyContext(), priceBook: toyHostBook() });
}

/** What a tenant's own pools bear of hosts, by pool. */
function hostsOf({ shared }: PlannedFleet, tenantId: string): Readonly<Record<string, string>> {
  const splits = shared.filter(({ line: { driver } }) => driver === "host").flatMap((line) => line.splits);
  const own = splits.filter(({ portion }) => portion.clusterName === `tenant-${tenantId}`);
  return Object.fromEntries(own.map(({ portion }) => [portion.poolName ?? "", portion.amount.amount]));
}

describe("a pool whose nodes no host can carry", () => {
  it("bears the cost of none, for none is counted for it", () => {
    const plan = planned(WITH_GPUS);
    // Control plane 3 × 2 vCPU and workers 2 × 4 on hosts of 20 vCPU: ⌈14 ÷ 20⌉ → 1, apart on 3.
    const [hosts] = plan.infrastructure.hostClusters;
    expect(hosts).toMatchObject({ hostCount: 3, vmsTooLarge: [{ poolName: "own", gpuCount: 2 }] });
    expect(Object.keys(hostsOf(plan, "large")).sort()).toEqual(["control-plane", "workload"]);
    expect(plan.findings.filter(({ kind }) => kind === "infeasible")).toMatchObject([{ code: "vm-larger-than-host" }]);
  });

  it("makes nobody's own cluster dearer or cheaper as others come", () => {
    const alone = planned(WITH_GPUS);
    const both = planned(WITH_GPUS, { id: "other" });
    expect(hostsOf(both, "large")).toEqual(hostsOf(alone, "large"));
    const total = sumMoney(
      both.tenants.map(({ monthlyCost }) => monthlyCost),
      "EUR",
    );
    expect(total).toEqual(both.totals.monthlyCost);
    expect(both.shared.every((line) => sharesOf(line, "nobody").own === null)).toBe(true);
  });
});

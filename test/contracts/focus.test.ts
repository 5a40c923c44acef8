import { focusCsv, type ReportRequest } from "@nkp-planner/adapters";
import { operatingModels, type PlannedFleet, plannedFleet } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { rowsIn, where } from "../support/report-checks.ts";
import { fleetOf, pods, toyContext } from "../support/toy.ts";

const sharedModel = operatingModels.find(({ id }) => id === "hybrid") ?? expect.unreachable();
const written = async (plan: PlannedFleet, request: ReportRequest) => String(await focusCsv.write(plan, request));

describe("FOCUS", () => {
  /** Two tenants in one cluster, the second asking three times as much, so that one bears a quarter of what is shared. */
  const quarters = plannedFleet(
    fleetOf(
      { id: "small", name: "Small", workloads: [pods(1, "1", "2Gi")] },
      { id: "large", name: "=Large", workloads: [pods(3, "1", "2Gi")] },
    ),
    sharedModel,
    toyContext(),
  );

  it.each(["1.2", "1.3"])("%s of two tenants, as a file", async (version) => {
    const text = await written(quarters, { options: { "focus-version": version } });
    await expect(text).toMatchFileSnapshot(`../golden/focus-${version}.csv`);
  });

  it("1.3 says of what is shared a quarter and three quarters, and nothing of what is a tenant's own", async () => {
    const file = rowsIn(await written(quarters, { options: { "focus-version": "1.3" } }));
    const overhead = file.filter((row) => row["AllocatedMethodId"] !== "" && row["x_Attribution"] === "overhead");
    const whole = overhead.filter((row) => row["x_OriginChargeId"] === overhead[0]?.["x_OriginChargeId"]);
    expect(whole.map((row) => [row["AllocatedResourceId"], row["AllocatedMethodDetails"]])).toEqual([
      // 1 of 4 vCPU and 2 of 8 GiB; 3 of 4 and 6 of 8.
      ["large", '{"Elements":[{"AllocatedRatio":0.75}]}'],
      ["small", '{"Elements":[{"AllocatedRatio":0.25}]}'],
    ]);
    for (const row of where(file, "AllocatedMethodId", "")) {
      expect([row["AllocatedMethodDetails"], row["AllocatedResourceId"], row["AllocatedResourceName"]]).toEqual([
        "",
        "",
        "",
      ]);
    }
    const hosts = new Set(file.map((row) => `${row["ServiceName"]}: ${row["HostProviderName"]}`));
    expect(hosts).toContain("Labour: Not Applicable");
    expect(hosts).toContain("Infrastructure, vCPU: provider");
    expect(new Set(file.map((row) => row["ServiceProviderName"]))).toEqual(new Set(["provider"]));
  });

  it("of a version that is none is refused, with those that are", async () => {
    const refused = written(quarters, { options: { "focus-version": "1.4" } });
    await expect(refused).rejects.toThrow(/focus-version.*1\.2.*1\.3/);
  });
});

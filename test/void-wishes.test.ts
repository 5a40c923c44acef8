import { compareModels, defaultModels, findingText, loudFindings, planDocument, plannedFleet } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { basisOf } from "../site/src/view/basis-view.ts";
import { fleetOf, toyContext } from "./support/toy.ts";

const [starter] = defaultModels as [(typeof defaultModels)[number]];
const pods = (name: string, fields: object) => ({
  name,
  replicas: 3,
  requests: { cpu: "1", memory: "1Gi" },
  ...fields,
});
const soft = { over: "zone", whenUnsatisfiable: "ScheduleAnyway" };

function planOf(zones: string, ...workloads: readonly object[]) {
  const context = toyContext({ zones, "workload-node-shape": "8x32x100" });
  const input = fleetOf({ id: "a", name: "Acme", workloads });
  return { plan: plannedFleet(input, starter, context), loud: loudFindings({ input, context }) };
}

/** What is said of void wishes, by whom, with the subject. */
function voidIn(zones: string, ...workloads: readonly object[]) {
  const { findings } = planOf(zones, ...workloads).plan;
  return findings.filter(({ code }) => code === "wish-void").map((one) => [findingText(one), one.subject]);
}

describe("a wish that nothing can follow", () => {
  it("for zones, where there are none, is said once with tenant and workloads", () => {
    const workloads = [
      pods("store", { antiAffinity: "zone" }),
      pods("web", { topologySpread: [soft] }),
      pods("kept", { antiAffinity: "hostname" }),
      pods("single", { replicas: 1, antiAffinity: "zone" }),
    ];
    expect(voidIn("1", ...workloads)).toEqual([
      [
        "Acme wants pods apart or spread by zone, and the plan has no zones: no effect for store, web. Plan with as many zones as there are.",
        { in: "plan", tenantId: "a" },
      ],
    ]);
    expect(voidIn("3", ...workloads)).toEqual([]);
  });

  it("is on every surface: loud, in documents and on the page", () => {
    const { plan, loud } = planOf("1", pods("store", { antiAffinity: "zone" }));
    expect(loud.map(({ code }) => code)).toContain("wish-void");
    const { findings } = planDocument(plan, loud);
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: "wish-void",
        severity: "warning",
        subject: expect.objectContaining({ tenantId: "a" }),
      }),
    );
    const comparison = compareModels(plan.input, defaultModels, plan.context, starter.id);
    expect(
      basisOf(comparison)
        .loud.map((one) => findingText(one))
        .join("\n"),
    ).toContain("no effect for store");
  });

  it("leaves a condition that keeps pods from running to its shortfall", () => {
    const hard = pods("web", { topologySpread: [{ over: "zone" }] });
    expect(voidIn("1", hard)).toEqual([]);
    expect(planOf("1", hard).plan.findings.map(({ code }) => code)).toContain("pods-pending");
  });

  it("of a DaemonSet, with or without zones", () => {
    const daemon = { ...pods("scanner", { topologySpread: [soft] }), kind: "DaemonSet", replicas: undefined };
    for (const zones of ["1", "3"])
      expect(voidIn(zones, daemon, pods("web", {}))).toEqual([
        [
          "Acme wants pods of DaemonSets apart or spread, of which every node has one: no effect for scanner.",
          { in: "plan", tenantId: "a" },
        ],
      ]);
  });

  it("of pods that may run in one zone only", () => {
    const pinned = { nodeSelector: { "topology.kubernetes.io/zone": "zone-1" }, topologySpread: [{ over: "zone" }] };
    expect(voidIn("3", pods("web", pinned))).toEqual([
      [
        "Acme wants pods spread that may run on one node or in one zone of tenant-a: no effect for web. Change its nodeSelector or tolerations.",
        { in: "plan", clusterName: "tenant-a", tenantId: "a" },
      ],
    ]);
    expect(voidIn("3", pods("web", { topologySpread: [{ over: "zone" }] }))).toEqual([]);
    expect(voidIn("1", pods("web", { topologySpread: [{ over: "hostname" }] }))).toEqual([]);
  });
});

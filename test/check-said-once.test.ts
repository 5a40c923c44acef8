import { checkFormats, isOpen } from "@nkp-planner/adapters/check";
import { describe, expect, it } from "vitest";
import { SMALL_FLEET } from "./support/check-scenario.ts";
import { checkFiles, edited, emittedFiles } from "./support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";

/** Ids of what is found, under a policy, where one text of Kite Media's file is another. */
async function foundWhere(before: string, after: string, policy = ""): Promise<readonly string[]> {
  const { judged } = await checkFiles({
    fleet: SMALL_FLEET,
    files: edited(await emittedFiles({ fleet: SMALL_FLEET }), KITE, before, after),
    policy: `apiVersion: nkp-planner/v1\nkind: SizingPolicy\n${policy}`,
    today: "2026-07-01",
  });
  return judged.filter(isOpen).map(({ rule }) => rule.id);
}

describe("what follows from another finding at its place", () => {
  const fewer = ["replicas: 5", "replicas: 4"] as const;

  it("is left out, and named in every report", async () => {
    const files = edited(await emittedFiles({ fleet: SMALL_FLEET }), KITE, ...fewer);
    const result = await checkFiles({ fleet: SMALL_FLEET, files });
    const said = "Not said again, as it follows from what is said: no-room-for-loss (1).";
    for (const id of ["junit", "markdown", "sarif"])
      expect(checkFormats.find((one) => one.id === id)?.write(result, { version: "1" }), id).toContain(said);
    const { followed } = JSON.parse(
      checkFormats.find(({ id }) => id === "json")?.write(result, { version: "1" }) ?? "",
    );
    expect(followed).toEqual([{ rule: "no-room-for-loss", about: "cluster tenant-kite, pool workload", file: KITE }]);
    expect(await foundWhere(...fewer)).toEqual(["too-few-nodes"]);
    expect(await foundWhere("version: v1.34.3", "version: v1.33.5")).toEqual(["kubernetes-support"]);
  });

  it.each([
    ["is turned off", "rules: { too-few-nodes: { severity: off } }\n", ["no-room-for-loss"]],
    ["is milder", "rules: { too-few-nodes: { severity: warning } }\n", ["too-few-nodes", "no-room-for-loss"]],
    [
      "is let pass",
      "exemptions: [{ rule: too-few-nodes, reason: Moved in March., expires: 2027-03-31 }]\n",
      ["no-room-for-loss"],
    ],
  ])("is said where the other %s", async (_title, policy, ids) => {
    expect(await foundWhere(...fewer, policy)).toEqual(ids);
  });

  it("is left out for a cluster that no plan knows", async () => {
    const empty = "apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster\nmetadata: { name: other }\nspec: {}\n";
    const files = { ...(await emittedFiles({ fleet: SMALL_FLEET })), "clusters/other.yaml": empty };
    const { judged } = await checkFiles({ fleet: SMALL_FLEET, files });
    expect(judged.filter(isOpen).map(({ rule }) => rule.id)).toEqual(["unknown-cluster"]);
  });

  it("is said where the other holds", async () => {
    expect(await foundWhere("version: v1.34.3", "version: v1.34.1")).toEqual(["version-drift"]);
  });
});

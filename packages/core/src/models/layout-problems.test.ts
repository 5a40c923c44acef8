import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext } from "../../../../test/support/toy.ts";
import { shortfallsOf } from "../base/findings/finding.ts";
import { findingText } from "../base/findings/finding-text.ts";
import { InputError } from "../base/findings/input-error.ts";
import { planFleet } from "../plan/plan.ts";
import { type ClusterBlueprint, defineOperatingModel } from "./operating-model.ts";

const fleet = fleetOf(
  { id: "ash", name: "Ash", upgradeCadence: "own", workloads: [pods(2, "1", "1Gi")] },
  { id: "elm", name: "Elm", workloads: [pods(2, "1", "1Gi")] },
);

const own = (id: string, more: Partial<ClusterBlueprint> = {}): ClusterBlueprint => ({
  name: `tenant-${id}`,
  role: "self-managed",
  edition: "starter",
  tenantIds: [id],
  managedBy: null,
  poolRoles: ["control-plane", "workload"],
  ...more,
});

const management: ClusterBlueprint = {
  name: "plane",
  role: "management",
  edition: "ultimate",
  tenantIds: [],
  managedBy: null,
  poolRoles: ["control-plane", "platform"],
};

function planOf(...clusters: readonly unknown[]) {
  const model = defineOperatingModel({
    id: "my-own",
    title: "My own",
    phrase: "mine",
    summary: "A layout of a test.",
    tone: "blue",
    layout: () => clusters as readonly ClusterBlueprint[],
  });
  return planFleet(fleet, model, toyContext());
}

function problemsOf(...clusters: readonly unknown[]): readonly string[] {
  try {
    planOf(...clusters);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.subject).toBe("the layout of model my-own");
    return error.message.split("\n").map((line) => line.replace("the layout of model my-own: ", ""));
  }
  return [];
}

describe("a layout", () => {
  it("is planned where every tenant has one home", () => {
    expect(problemsOf(own("ash"), own("elm"))).toEqual([]);
    expect(problemsOf(management, own("ash"), own("elm", attached))).toEqual([]);
  });

  it.each<[string, readonly unknown[], readonly RegExp[]]>([
    ["a tenant is forgotten", [own("ash")], [/^clusters: found no cluster for "elm"/]],
    ["all are forgotten", [], [/no cluster for "ash"/, /no cluster for "elm"/]],
    [
      "a tenant has two homes",
      [own("ash"), own("elm"), own("elm", { name: "elm-too" })],
      [/^clusters\[2\]\.tenantIds\[0\]: found "elm" a second time/],
    ],
    [
      "a tenant is twice in one cluster",
      [own("ash", { tenantIds: ["ash", "elm", "ash"] })],
      [/^clusters\[0\]\.tenantIds\[2\]: found "ash" a second time/],
    ],
    [
      "somebody else's tenant lives there",
      [own("ash"), own("elm"), own("oak")],
      [/^clusters\[2\]\.tenantIds\[0\]: found "oak", expected the id of a tenant/],
    ],
    [
      "one name is used for all clusters",
      [own("ash", { name: "one" }), own("elm", { name: "one" })],
      [/^clusters\[1\]\.name: found "one" a second time/],
    ],
    [
      "a name is none that DNS accepts",
      [own("ash", { name: "Ash & Co" }), own("elm")],
      [/^clusters\[0\]\.name: found "Ash & Co"/],
    ],
    [
      "the manager is not there",
      [own("ash"), own("elm", { role: "attached", edition: "ultimate", managedBy: "plain" }), management],
      [/^clusters\[1\]\.managedBy: found "plain", .*; did you mean "plane"\?/],
    ],
    [
      "the manager manages nothing",
      [own("ash"), own("elm", { role: "attached", edition: "ultimate", managedBy: "tenant-ash" })],
      [/^clusters\[1\]\.managedBy: found "tenant-ash", expected the name of a management cluster/],
    ],
    [
      "a self-managed cluster has a manager",
      [management, own("ash", { managedBy: "plane" }), own("elm")],
      [/^clusters\[1\]\.managedBy: found "plane", expected null, as it is self-managed/],
    ],
    [
      "a tenant lives on the plane",
      [{ ...management, tenantIds: ["ash"], poolRoles: ["control-plane", "workload"] }, own("elm")],
      [/^clusters\[0\]\.tenantIds: found a list of 1, expected none/],
    ],
    [
      "one tenant's cluster is what others report to",
      [own("ash"), own("elm", { reportsTo: "tenant-ash" })],
      [/^clusters\[1\]\.reportsTo: found "tenant-ash", expected the name of another cluster/],
    ],
    [
      "a role is unknown",
      [own("ash", { role: "managed" as "attached" }), own("elm")],
      [/^clusters\[0\]\.role: found "managed", expected "management" or "attached" or "self-managed"/],
    ],
    [
      "an edition is unknown",
      [own("ash", { edition: "starer" as "starter" }), own("elm")],
      [/^clusters\[0\]\.edition: found "starer", .*did you mean "starter"\?/],
    ],
    [
      "the release does not describe that edition in that role",
      [own("ash", { edition: "ultimate" }), own("elm")],
      [/^clusters\[0\]\.edition: found ultimate self-managed, .*use one of: starter self-managed/],
    ],
    [
      "a pool's role is unknown",
      [own("ash", { poolRoles: ["control-plane", "worker" as "workload"] }), own("elm")],
      [/^clusters\[0\]\.poolRoles\[1\]: found "worker"/],
    ],
    [
      "there are two kinds of workers",
      [own("ash", { poolRoles: ["control-plane", "platform", "workload"] }), own("elm")],
      [/^clusters\[0\]\.poolRoles: found control-plane, platform, workload, expected control-plane, and one of/],
    ],
    [
      "tenants may use no worker",
      [own("ash", { poolRoles: ["control-plane", "platform"] }), own("elm")],
      [/^clusters\[0\]\.poolRoles: found control-plane, platform, expected workload/],
    ],
    ["it is no list of clusters", [null, own("elm")], [/^clusters\[0\]: found null/]],
  ])("is refused where %s", (_why, clusters, expected) => {
    const found = problemsOf(...clusters);
    expect(found).toHaveLength(expected.length);
    expected.forEach((line, index) => {
      expect(found[index]).toMatch(line);
    });
  });

  it("is refused where it is no list at all", () => {
    const nothing = defineOperatingModel({
      ...{ id: "my-own", title: "My own", phrase: "mine", summary: "Returns nothing.", tone: "blue" as const },
      layout: () => undefined as unknown as readonly ClusterBlueprint[],
    });
    expect(() => planFleet(fleet, nothing, toyContext({ "tenant-services": "agents" }))).toThrow(
      "the layout of model my-own: clusters: found nothing",
    );
  });

  it("is refused with every problem at once", () => {
    const found = problemsOf(own("ash", { managedBy: "nobody" }), own("ash", { poolRoles: [] }));
    expect(found.map((line) => line.split(":")[0])).toEqual([
      "clusters[0].managedBy",
      "clusters[1].poolRoles",
      "clusters[1].name",
      "clusters[1].tenantIds[0]",
      "clusters",
    ]);
  });
});

const attached: Partial<ClusterBlueprint> = { role: "attached", edition: "ultimate", managedBy: "plane" };

describe("a cadence of one's own", () => {
  const unmet = (...clusters: readonly ClusterBlueprint[]) =>
    shortfallsOf(planOf(...clusters))
      .filter(({ code }) => code === "cadence-not-own")
      .map((finding) => `${finding.code}: ${findingText(finding)}`);

  it("is kept in a cluster that is the tenant's alone and managed by nobody", () => {
    expect(unmet(own("ash"), own("elm"))).toEqual([]);
  });

  it("is not kept where a plane decides", () => {
    expect(unmet(management, own("ash", attached), own("elm", attached))).toEqual([
      "cadence-not-own: Ash wants its own upgrade cadence; an attached cluster follows the plane's.",
    ]);
  });

  it("is not kept in a self-managed cluster that others live in too", () => {
    expect(unmet(own("ash", { name: "everybody", tenantIds: ["ash", "elm"] }))).toEqual([
      "cadence-not-own: Ash wants its own upgrade cadence; it shares everybody with 1 more, and all of it is upgraded together.",
    ]);
  });
});

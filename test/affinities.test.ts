import {
  compareModels,
  defaultModels,
  InputError,
  parseFleet,
  plannedFleet,
  problemsOf as problemsOfError,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, toyContext } from "./support/toy.ts";

const [starter] = defaultModels as [(typeof defaultModels)[number]];
const pods = (name: string, replicas: number, more: object = {}) => ({
  name,
  replicas,
  requests: { cpu: "1", memory: "1Gi" },
  ...more,
});

function workersOf(settings: Readonly<Record<string, string>>, ...workloads: readonly object[]) {
  const context = toyContext({ "workload-node-shape": "8x32x100", "loss-survived": "none", ...settings });
  const plan = plannedFleet(fleetOf({ id: "a", name: "Acme", workloads }), starter, context);
  const [cluster] = plan.clusters;
  return {
    nodeCount: cluster?.nodes.workers,
    codes: plan.findings.filter(({ severity }) => severity === "error").map(({ code }) => code),
  };
}

describe("affinities in a fleet file", () => {
  it("are those of the pods that the plan places", () => {
    const free = workersOf({}, pods("cache", 2), pods("web", 2));
    const apart = { podAntiAffinity: { required: [{ over: "hostname", workloads: ["cache", "web"] }] } };
    const kept = workersOf({}, pods("cache", 2), pods("web", 2, apart));
    // Two web pods, each alone on its node, and the cache beside neither.
    expect(kept.nodeCount).toBeGreaterThanOrEqual(3);
    expect(kept.nodeCount).toBeGreaterThan(free.nodeCount ?? 0);
    expect(kept.codes).toEqual([]);
  });

  it("are met in any order: a pod that is listed before those it must be near waits for them", () => {
    const near = { podAffinity: { required: [{ over: "hostname", workloads: ["cache"] }] } };
    expect(workersOf({}, pods("web", 2, near), pods("cache", 1)).codes).toEqual([]);
  });

  it("that can never be met are a shortfall that names the pods", () => {
    const { codes } = workersOf({}, pods("web", 2, { podAffinity: { required: [{ over: "zone" }] } }));
    expect(codes).toContain("pods-pending");
  });

  it("over tainted nodes cost what Kubernetes makes of them: a worker a pod, and four of them with nodeTaintsPolicy", () => {
    const small = { requests: { cpu: "100m", memory: "128Mi" } };
    const spread = (more: object) => pods("web", 12, { ...small, topologySpread: [{ over: "hostname", ...more }] });
    expect(workersOf({}, spread({})).nodeCount).toBe(12);
    expect(workersOf({}, spread({ nodeTaintsPolicy: "Honor" })).nodeCount).toBeLessThan(5);
  });

  it("of tenants in one cluster speak of their own pods only", () => {
    const context = toyContext({ "workload-node-shape": "8x32x100" });
    const apart = { podAntiAffinity: { required: [{ over: "hostname", workloads: ["web"] }] } };
    const one = (id: string) => ({ id, name: id, workloads: [pods("web", 2, apart)] });
    const { plans } = compareModels(fleetOf(one("a"), one("b")), defaultModels, context, starter.id);
    expect(plans.every(({ findings }) => findings.every(({ code }) => code !== "pods-pending"))).toBe(true);
  });
});

describe("mistakes in them", () => {
  const problemsOf = (...workloads: readonly object[]) => {
    try {
      parseFleet({
        apiVersion: "nkp-planner/v1",
        kind: "Fleet",
        asOf: "2026-11-23",
        release: "nkp-2.17.1",
        currency: "EUR",
        tenants: [{ id: "a", workloads }],
      });
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return problemsOfError(error).map(({ path, found, expected, fix }) => [path.join("."), found, expected, fix]);
    }
  };

  it("are told all at once, each with its place", () => {
    const web = pods("web", 1, {
      topologySpread: [{ over: "hostname", workloads: ["chache"] }],
      podAffinity: { required: [{ over: "rack" }], preferred: [{ weight: 0, over: "zone", workloads: ["web"] }] },
      labels: { app: "no spaces here", "": "nameless" },
      nodeAffinity: {
        required: [
          { matchExpressions: [{ key: "speed", operator: "Gt", values: ["fast"] }] },
          { matchExpressions: [{ key: "disk", operator: "Exists", values: ["ssd"] }] },
        ],
      },
    });
    const problems = problemsOf(web, pods("cache", 1));
    expect(problems).toContainEqual([
      "tenants.0.workloads.0.topologySpread.0.workloads.0",
      '"chache"',
      "a workload of the same tenant",
      'did you mean "cache"?',
    ]);
    expect(problems.map(([place]) => place)).toEqual(
      expect.arrayContaining([
        "tenants.0.workloads.0.podAffinity.required.0.over",
        "tenants.0.workloads.0.podAffinity.preferred.0.weight",
        "tenants.0.workloads.0.labels.app",
        "tenants.0.workloads.0.nodeAffinity.required.0.matchExpressions.0.values",
        "tenants.0.workloads.0.nodeAffinity.required.1.matchExpressions.0.values",
      ]),
    );
    expect(problems).toContainEqual([
      "tenants.0.workloads.0.labels.",
      '"nameless"',
      "a key of another form",
      "see the schema",
    ]);
    expect(problems).toHaveLength(7);
    expect(problemsOf(pods("web", 1, { podAffinity: { required: [{ over: "zone", workloads: ["web"] }] } }))).toEqual(
      [],
    );
  });
});

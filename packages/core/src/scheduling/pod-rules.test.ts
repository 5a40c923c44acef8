import { describe, expect, it } from "vitest";
import { type PodGroup, podGroup } from "../input/pod-group.ts";
import { apartOver } from "../input/pod-terms.ts";
import { arrivalOf } from "./arrival.ts";
import type { Node } from "./node.ts";
import { placeAll } from "./placement.ts";
import { refusalsOf, refusalText } from "./refusals.ts";

const GIB = 2 ** 30;
const traits = { balancesPodsWithoutRequests: false };
const node = (name: string, more: Partial<Node> = {}): Node => ({
  name,
  allocatable: { cpuMillicores: 4000, memoryBytes: 16 * GIB, podCount: 110 },
  zone: null,
  labels: {},
  taints: [],
  ...more,
});
const tainted = [{ key: "dedicated", value: "x", effect: "NoSchedule" }] as const;
const pods = (name: string, replicas: number, more: Partial<PodGroup> = {}) =>
  podGroup({ name, replicas, requests: { cpuMillicores: 100, memoryBytes: GIB / 8 }, ...more });
const near = (selects: readonly string[] | undefined, over: "hostname" | "zone" = "hostname") => ({
  required: [{ over, selects }],
  preferred: [],
});

/** Pods of each group on each node, and the scheduler's sentence for what is left. */
function placed(nodes: readonly Node[], groups: readonly PodGroup[]) {
  const allocatable = (nodes[0] as Node).allocatable;
  const { scheduler, unplaced } = placeAll(nodes, groups, arrivalOf(groups, 0, allocatable), traits);
  const [left] = unplaced.keys();
  return {
    onNodes: scheduler.groups.map(({ ownOnNode }) => [...ownOnNode]),
    left: [...unplaced.values()].reduce((sum, count) => sum + count, 0),
    why: left === undefined ? null : refusalText(refusalsOf(scheduler, left), nodes.length),
  };
}

describe("spreading", () => {
  const spread = (more: object = {}) => ({
    topologySpread: [{ over: "hostname" as const, maxSkewCount: 1, isHard: true, ...more }],
  });

  it("takes a tainted node as a domain that stays at 0, so that no node ever gets a second pod", () => {
    const nodes = [node("control-plane", { taints: tainted }), node("a"), node("b"), node("c")];
    const { left, why } = placed(nodes, [pods("web", 12, spread())]);
    expect(left).toBe(9);
    expect(why).toBe(
      "0/4 nodes are available: 1 node(s) had untolerated taint {dedicated: x}, 3 node(s) didn't match pod topology spread constraints.",
    );
    expect(placed(nodes, [pods("web", 12, spread({ nodeTaintsPolicy: "Honor" }))]).left).toBe(0);
    expect(placed(nodes, [pods("web", 12, spread({ isHard: false }))]).left).toBe(0);
  });

  it("takes nodes outside the selector as domains where that is asked", () => {
    const nodes = [node("a", { labels: { pool: "a" } }), node("b")];
    const web = (more: object) => pods("web", 2, { nodeSelector: { pool: "a" }, ...spread(more) });
    expect(placed(nodes, [web({})]).left).toBe(0);
    expect(placed(nodes, [web({ nodeAffinityPolicy: "Ignore" })]).left).toBe(1);
  });

  it("counts the least as 0 while there are fewer domains than asked for, and no more than that", () => {
    const web = pods("web", 5, spread({ minDomainCount: 3, maxSkewCount: 2 }));
    expect(placed([node("a"), node("b")], [web]).onNodes).toEqual([[2, 2]]);
    expect(placed([node("a"), node("b"), node("c")], [web]).left).toBe(0);
  });

  it("counts pods of other groups where they are named: pods that are not counted themselves never raise the skew", () => {
    const other = pods("db", 2, { podAntiAffinity: apartOver("hostname"), nodeSelector: { disk: "ssd" } });
    const nodes = [node("a", { labels: { disk: "ssd" } }), node("b")];
    const web = pods("web", 5, spread({ selects: ["db"] }));
    // db 1 on a: there the skew is 1 + 0 − 0, allowed; with maxSkew 1 both nodes stay open.
    expect(placed(nodes, [{ ...other, replicas: 1 }, web]).left).toBe(0);
    const two = { ...other, replicas: 2, podAntiAffinity: null };
    expect(placed(nodes, [two, web]).onNodes[1]).toEqual([0, 5]);
  });

  it("counts one revision by itself by its label, and drops a key that the pods lack", () => {
    const revision = (hash: string, more: object) =>
      pods(`web-${hash}`, 1, { labels: { app: "web", "pod-template-hash": hash }, ...spread(more) });
    const nodes = [node("a"), node("b", { taints: tainted })];
    const both = (more: object) => placed(nodes, [revision("1", more), revision("2", more)]);
    expect(both({}).left).toBe(1);
    expect(both({ matchLabelKeys: ["pod-template-hash"] }).left).toBe(0);
    expect(both({ matchLabelKeys: ["no-such-key"] }).left).toBe(1);
  });
});

describe("affinity to pods", () => {
  it("lets the first pod of a group that needs itself go anywhere, and every other beside it", () => {
    const small = { allocatable: { cpuMillicores: 4000, memoryBytes: 16 * GIB, podCount: 3 } };
    const { onNodes, left, why } = placed(
      [node("a", small), node("b", small)],
      [pods("web", 5, { podAffinity: near(undefined) })],
    );
    expect(onNodes).toEqual([[3, 0]]);
    expect(left).toBe(2);
    expect(why).toBe("0/2 nodes are available: 1 Too many pods, 1 node(s) didn't match pod affinity rules.");
  });

  it("finds pods that came later: what found no node is offered again", () => {
    const { left, onNodes } = placed(
      [node("a"), node("b")],
      [pods("web", 3, { podAffinity: near(["cache"]) }), pods("cache", 1)],
    );
    expect(left).toBe(0);
    expect(onNodes).toEqual([
      [3, 0],
      [1, 0],
    ]);
  });

  it("counts a pod only where all terms select it", () => {
    const both = { required: [...near(["a"]).required, ...near(["b"]).required], preferred: [] };
    expect(placed([node("n")], [pods("a", 1), pods("b", 1), pods("web", 1, { podAffinity: both })]).left).toBe(1);
  });

  it("draws by what placed pods require, though it is no condition of the pod that comes", () => {
    const guest = pods("guest", 1, { kind: "Job" });
    const loner = pods("loner", 1, { kind: "Job" });
    const nodes = [node("a"), node("b")];
    expect(placed(nodes, [loner, guest]).onNodes[1]).toEqual([0, 1]);
    const drawing = { ...loner, podAffinity: near(["loner", "guest"]) };
    expect(placed(nodes, [drawing, guest]).onNodes[1]).toEqual([1, 0]);
  });

  it("closes a domain by the anti-affinity of pods that are there, for pods that state nothing", () => {
    const grumpy = pods("grumpy", 1, { podAntiAffinity: near(["web"]) });
    const { left, why } = placed([node("a")], [grumpy, pods("web", 1)]);
    expect(left).toBe(1);
    expect(why).toBe("0/1 nodes are available: 1 node(s) didn't satisfy existing pods anti-affinity rules.");
    // Another namespace's pods of the same name are others.
    expect(placed([node("a")], [grumpy, pods("web", 1, { namespace: "other" })]).left).toBe(0);
  });
});

describe("nodes", () => {
  it("are asked by expressions: Gt and Lt are whole numbers and strict, NotIn takes nodes without the label", () => {
    const nodes = ["4", "10", "fast", null].map((speed, index) =>
      node(`n${index}`, { labels: speed === null ? {} : { speed } }),
    );
    const on = (operator: "Gt" | "Lt" | "NotIn" | "Exists" | "DoesNotExist", ...values: readonly string[]) =>
      placed(nodes, [
        podGroup({
          name: "d",
          kind: "DaemonSet",
          nodeAffinity: { required: [{ matchExpressions: [{ key: "speed", operator, values }] }], preferred: [] },
        }),
      ]).onNodes[0];
    expect(on("Gt", "4")).toEqual([0, 1, 0, 0]);
    expect(on("Lt", "10")).toEqual([1, 0, 0, 0]);
    expect(on("NotIn", "4", "10")).toEqual([0, 0, 1, 1]);
    expect(on("Exists")).toEqual([1, 1, 1, 0]);
    expect(on("DoesNotExist")).toEqual([0, 0, 0, 1]);
  });

  it("with GPUs are no better and no worse for pods without: extended resources only decide fit", () => {
    const gpu = node("gpu", { allocatable: { ...node("x").allocatable, extended: { "nvidia.com/gpu": 2 } } });
    const train = pods("train", 3, {
      requests: { cpuMillicores: 100, memoryBytes: GIB / 8, extended: { "nvidia.com/gpu": 1 } },
      kind: "Job",
    });
    const { onNodes, why } = placed([gpu, node("plain")], [pods("api", 2, { kind: "Job" }), train]);
    expect(onNodes).toEqual([
      [1, 1],
      [2, 0],
    ]);
    expect(why).toBe("0/2 nodes are available: 2 Insufficient nvidia.com/gpu.");
  });
});

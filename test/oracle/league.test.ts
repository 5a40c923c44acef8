import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { kindOf } from "../../site/build-time/league/kinds.ts";
import { judgedCases, percentText, tallyOf } from "../../site/build-time/league/league.ts";
import { comparedCount, comparedFit, comparedLoss } from "../../site/build-time/league/real-answer.ts";
import { firstFitDecreasing } from "../../site/build-time/league/ways/first-fit-decreasing.ts";
import { ours } from "../../site/build-time/league/ways/ours.ts";
import { sumOverCapacity } from "../../site/build-time/league/ways/sum-over-capacity.ts";
import { sumWithHeadroom } from "../../site/build-time/league/ways/sum-with-headroom.ts";
import { ways } from "../../site/build-time/league/ways.ts";
import type { LossCase, LossFile } from "./judge-losses.ts";
import type { SchedulerCase, SchedulerFile } from "./scheduler-case.ts";

/** 4 vCPU, 16 GiB and room for ten pods. */
const NODE = { allocatable: { cpuMillicores: 4000, memoryMiB: 16_384, pods: 10 } };

type Workload = SchedulerCase["workloads"][number];

const pods = (replicas: number, cpuMillicores: number, more: Partial<Workload> = {}): Workload => ({
  name: `w${replicas}x${cpuMillicores}`,
  kind: "Deployment",
  replicas,
  requests: { cpuMillicores, memoryMiB: 1 },
  ...more,
});

const asked = (workloads: readonly Workload[], more: Partial<SchedulerCase> = {}): SchedulerCase => ({
  id: 1,
  question: "smallest-count",
  category: "made",
  kubernetesVersion: "1.34.1",
  nodeTemplate: NODE,
  workloads,
  answers: {},
  ...more,
});

const countsOf = (one: SchedulerCase) => Object.fromEntries(ways.map((way) => [way.id, way.nodeCount(one)]));

describe("how many nodes, by each way", () => {
  it("nodes that are filled to the last: 8 pods of 2 of 4 vCPU", () => {
    expect(countsOf(asked([pods(8, 2000)]))).toEqual({
      "nkp-planner": 4,
      "first-fit-decreasing": 4,
      "sum-over-capacity": (8 * 2000) / 4000,
      "sum-with-headroom": Math.ceil((1.2 * 8 * 2000) / 4000),
    });
  });

  it("pods that cannot be split: 4 of 3 vCPU are one a node, though their sum is three nodes", () => {
    expect(countsOf(asked([pods(4, 3000)]))).toEqual({
      "nkp-planner": 4,
      "first-fit-decreasing": 4,
      "sum-over-capacity": 3,
      "sum-with-headroom": 4,
    });
  });

  it("rules that only the planner sees: 3 small pods that must not share a node", () => {
    const antiAffinity = { topologyKey: "kubernetes.io/hostname", required: true };
    expect(countsOf(asked([pods(3, 100, { antiAffinity })]))).toEqual({
      "nkp-planner": 3,
      "first-fit-decreasing": 1,
      "sum-over-capacity": 1,
      "sum-with-headroom": 1,
    });
  });

  it("packing sorts by size: 2 and 2 after 3 and 1 would take a node more in the order of the list", () => {
    const small = pods(1, 1000);
    const middle = pods(2, 2000);
    const large = pods(1, 3000);
    expect(firstFitDecreasing.nodeCount(asked([small, middle, large]))).toBe(2); // 3 + 1, 2 + 2
  });

  it("the resource that takes the most decides: memory, pods, or one that nodes have not", () => {
    const memory = pods(4, 10, { requests: { cpuMillicores: 10, memoryMiB: 8192 } });
    const gpu = pods(1, 10, { requests: { "nvidia.com/gpu": 1 } as Workload["requests"] });
    for (const way of [firstFitDecreasing, sumOverCapacity]) {
      expect(way.nodeCount(asked([memory]))).toBe(2);
      expect(way.nodeCount(asked([pods(21, 10)]))).toBe(3); // ten a node
      expect(way.nodeCount(asked([gpu]))).toBeNull();
    }
    expect(sumWithHeadroom.nodeCount(asked([pods(25, 10)]))).toBe(3); // 1.2 × 25 = 30, not a node more
    expect(sumWithHeadroom.nodeCount(asked([pods(26, 10)]))).toBe(4);
  });

  it("a DaemonSet takes its part of every node: 1 of 4 vCPU leaves 3", () => {
    const agent = pods(0, 1000, { kind: "DaemonSet" });
    for (const way of [ours, firstFitDecreasing, sumOverCapacity])
      expect(way.nodeCount(asked([agent, pods(6, 1000)]))).toBe(2);
  });

  it("nodes beside the pool have room where no taint closes them", () => {
    const open = [{ ...NODE, name: "other" }];
    const closed = [
      { ...NODE, name: "other", taints: [{ key: "control-plane", value: "", effect: "NoSchedule" as const }] },
    ];
    for (const way of [ours, firstFitDecreasing, sumOverCapacity]) {
      expect(way.nodeCount(asked([pods(4, 2000)], { otherNodes: open }))).toBe(1);
      expect(way.nodeCount(asked([pods(4, 2000)], { otherNodes: closed }))).toBe(2);
    }
  });

  it("with a node lost: simple ways have one more", () => {
    const loss = (replicas: number): LossCase => {
      const { nodeTemplate, workloads } = asked([pods(replicas, 3000)]);
      const both = { listed: replicas, shuffled: replicas };
      const answers = { smallestCountPlacing: both, smallestCountSurvivingAll: both };
      return { ...asked(workloads, { nodeTemplate: nodeTemplate ?? NODE }), question: "loss", answers };
    };
    expect(ways.map((way) => way.survivingCount(loss(4)))).toEqual([5, 5, 4, 5]);
    expect(comparedLoss(sumOverCapacity, loss(5)).outcome).toBe("right"); // ⌈15 ÷ 4⌉ + 1 = 5
    expect(comparedLoss(firstFitDecreasing, loss(5)).outcome).toBe("too-much");
  });
});

describe("whether all fit, by each way", () => {
  const fits = (workloads: readonly Workload[], nodes: SchedulerCase["nodes"] = [NODE, NODE]) =>
    ways.map((way) => way.fits(asked(workloads, { question: "fit", nodes })));

  it.each([
    ["room for all", [pods(4, 1500)], [true, true, true, true]],
    ["room, but no fifth of it to spare", [pods(4, 2000)], [true, true, true, false]],
    ["three pods of 2.5 vCPU on two nodes", [pods(3, 2500)], [false, false, true, false]],
    ["more than there is", [pods(5, 2000)], [false, false, false, false]],
  ])("%s", (_what, workloads, answers) => expect(fits(workloads)).toEqual(answers));

  it("what is on a node already has its room", () => {
    const busy = { ...NODE, boundPods: [{ count: 1, requests: { cpuMillicores: 3000 } }] };
    expect(fits([pods(2, 2000)], [busy, NODE])).toEqual([true, true, true, true]);
    expect(fits([pods(3, 2000)], [busy, NODE])).toEqual([false, false, false, false]); // 6 of 5 vCPU
  });
});

describe("what counts as right", () => {
  const count = (answers: SchedulerCase["answers"], replicas = 8) =>
    comparedCount(sumOverCapacity, asked([pods(replicas, 2000)], { answers })).outcome; // ⌈replicas ÷ 2⌉ nodes

  it("any number that the real scheduler needed in a run", () => {
    expect(count({ smallestNodeCount: { min: 4, max: 4 } })).toBe("right");
    expect(count({ smallestNodeCount: { min: 3, max: 5 } })).toBe("right");
    expect(count({ smallestNodeCount: { min: 5, max: 6 } })).toBe("too-little");
    expect(count({ smallestNodeCount: { min: 2, max: 3 } })).toBe("too-much");
    const wider = { smallestNodeCount: { min: 5, max: 5 }, over100Seeds: { smallestNodeCount: { min: 4, max: 5 } } };
    expect(count(wider)).toBe("right");
  });

  it("none, where no number helped", () => {
    expect(count({ smallestNodeCount: null, searchedUpTo: 40 })).toBe("too-little");
    const gpu = pods(1, 10, { requests: { "nvidia.com/gpu": 1 } as Workload["requests"] });
    const none = asked([gpu], { answers: { smallestNodeCount: null, searchedUpTo: 40 } });
    expect(comparedCount(sumOverCapacity, none).outcome).toBe("right");
  });

  it("what became of the pods: all placed, one left, or either by chance", () => {
    const workloads = [pods(2, 1500)];
    const name = workloads[0]?.name ?? "";
    const outcome = (min: number, max: number, nodes = [NODE]) => {
      const trace = [0, 0].map((workload) => [workload, 0, 1, 0, []] as const);
      const answers = { scheduled: { [name]: { min, max } }, trace };
      return comparedFit(sumOverCapacity, asked(workloads, { question: "fit", nodes, answers })).outcome;
    };
    expect([outcome(2, 2), outcome(1, 2), outcome(1, 1)]).toEqual(["right", "right", "too-little"]);
    const small = [{ allocatable: { cpuMillicores: 2000, memoryMiB: 16_384, pods: 10 } }];
    expect([outcome(2, 2, small), outcome(1, 2, small), outcome(1, 1, small)]).toEqual(["too-much", "right", "right"]);
  });
});

it("kinds: a rule before a wish before a DaemonSet", () => {
  const spread = (whenUnsatisfiable: string) => ({
    topologySpread: [{ maxSkew: 1, topologyKey: "kubernetes.io/hostname", whenUnsatisfiable }],
  });
  const agent = pods(0, 100, { kind: "DaemonSet" });
  const kinds = [
    [pods(1, 100)],
    [pods(1, 100), agent],
    [pods(1, 100, spread("ScheduleAnyway")), agent],
    [pods(1, 100, spread("DoNotSchedule")), agent],
  ].map((workloads) => kindOf(asked(workloads)).id);
  expect(kinds).toEqual(["plain", "daemons", "wishes", "rules"]);
});

describe("the recorded answers", () => {
  const fileOf = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));

  it("sum ÷ capacity is what those who recorded them worked out, but where they knew more", () => {
    const cases = ["kube-scheduler-1.34-cases.json", "kube-scheduler-1.34-features-cases.json"]
      .flatMap((name) => (fileOf(name) as SchedulerFile).cases)
      .filter(({ question }) => question === "smallest-count");
    const others = cases.filter((one) => sumOverCapacity.nodeCount(one) !== one.answers.totalsLowerBound);
    expect(cases.length).toBe(299);
    // A DaemonSet that runs on no node, disk that nodes have not, and a tainted node that all pods tolerate.
    expect(others.map(({ id }) => id)).toEqual([468, 498, 3176]);
  });

  it("every case is right or wrong in one direction, by every way", () => {
    const judged = judgedCases(fileOf("kube-scheduler-loss-cases.json") as LossFile);
    for (const { id } of ways) {
      const { cases, right, tooLittle, tooMuch } = tallyOf(judged, id);
      expect(right + tooLittle + tooMuch).toBe(cases);
    }
    expect(tallyOf(judged, ours.id).tooLittle).toBe(0);
  });

  it("percentages are never rounded up to all", () => {
    expect(percentText({ cases: 300, right: 299, tooLittle: 1, tooMuch: 0 })).toBe("99 %");
    expect(percentText({ cases: 300, right: 300, tooLittle: 0, tooMuch: 0 })).toBe("100 %");
  });
});

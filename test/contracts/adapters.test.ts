import { type Adapter, adapters, type EmittedFile, type PlanToEmit, planToEmit } from "@nkp-planner/adapters";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { InputError, operatingModels, plannedFleet } from "@nkp-planner/core";
import { beforeAll, describe, expect, it } from "vitest";
import { cluster, HOSTILE_CLUSTER, HOSTILE_NAMES, planOf, SMALL_CLUSTER } from "../support/clusters-to-emit.ts";
import { noticeOf } from "../support/findings.ts";

const planned = operatingModels.map((model): [string, PlanToEmit] => {
  const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook, settings: {} });
  return [`the example fleet, ${model.id}`, planToEmit(plannedFleet(exampleFleet, model, context))];
});
const PLANS: readonly [string, PlanToEmit][] = [
  ["no clusters", planOf()],
  ["a cluster without nodes or pods", planOf(cluster("bare"))],
  ["a small cluster", planOf(SMALL_CLUSTER)],
  ["hostile names", planOf(HOSTILE_CLUSTER, ...HOSTILE_NAMES.map((name) => ({ ...SMALL_CLUSTER, name })))],
  ...planned,
];

describe.each(adapters.map((adapter): [string, Adapter] => [adapter.id, adapter]))("adapter %s", (id, adapter) => {
  it("says what it is", () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const words of [adapter.title, adapter.summary]) expect(words).toMatch(/\S/);
  });

  describe.each(PLANS)("%s", (_what, plan) => {
    let files: readonly EmittedFile[];
    beforeAll(async () => {
      files = await adapter.emit({ plan });
    });

    it("same plan, same bytes", async () => {
      expect(await adapter.emit({ plan: structuredClone(plan) })).toEqual(files);
    });

    it("writes the plan's nodes, cores, memory and pods, read back by somebody who has not seen it", async () => {
      const expected = plan.clusters.map(({ pools, podGroups }) => ({
        nodes: pools.flatMap(({ nodeCount, capacityPerNode: { cpuMillicores, memoryBytes, podCount } }) =>
          Array.from({ length: nodeCount }, () => ({ cpuMillicores, memoryBytes, podCount })),
        ),
        podCount: podGroups.filter(({ kind }) => kind !== "DaemonSet").reduce((sum, { replicas }) => sum + replicas, 0),
      }));
      expect((await adapter.readBack(files)).clusters).toEqual(expected);
    });

    it("writes below its folder only, each file once, under names that every system takes", () => {
      for (const { path } of files)
        expect(path).toMatch(/^([a-z0-9][a-z0-9-]{0,62}\/)*[A-Za-z0-9][A-Za-z0-9-]*\.[a-z]+$/);
      expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
    });

    it("ends every text with a line break, and has no byte that a terminal would act on", () => {
      for (const { text } of files) {
        expect(text.endsWith("\n") || text === "").toBe(true);
        expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
      }
    });
  });

  it("tells the reader of the files what the shell knows about the inputs", async () => {
    const sentence = "The example fleet, invented.";
    const files = await adapter.emit({ plan: planOf(SMALL_CLUSTER), findings: [noticeOf(sentence)] });
    expect(files.some(({ text }) => text.includes(sentence))).toBe(true);
  });

  it("refuses options that it does not know, and a release that it does not write for", async () => {
    const plan = planOf(SMALL_CLUSTER);
    await expect(adapter.emit({ plan, options: { nonsense: "1" } })).rejects.toThrow(InputError);
    const { from, until } = adapter.releases;
    for (const version of [...(from === null ? [] : ["0.1"]), ...(until === null ? [] : ["999.0"])]) {
      const other = { ...plan, release: { ...plan.release, version } };
      await expect(adapter.emit({ plan: other })).rejects.toThrow(InputError);
    }
  });
});

import {
  type Adapter,
  adapters,
  type EmitRequest,
  type EmittedFile,
  exampleOptions,
  optionHelp,
  type PlanToEmit,
  planToEmit,
  textOf,
} from "@nkp-planner/adapters";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { comparisonOf, InputError, operatingModels, plannedFleet } from "@nkp-planner/core";
import { loadAll } from "js-yaml";
import { beforeAll, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { cluster, HOSTILE_CLUSTER, HOSTILE_NAMES, planOf, SMALL_CLUSTER } from "../support/clusters-to-emit.ts";
import { noticeOf } from "../support/findings.ts";

type Subject = Required<Pick<EmitRequest, "plan">> & Pick<EmitRequest, "fleet">;

const planned = ["nkp-2.16.1", exampleFleet.release, "nkp-2.18.0-dev"].flatMap((release) => {
  const context = planningContext({ release, priceBook: examplePriceBook, settings: {} });
  const plans = operatingModels.map((model) => plannedFleet({ ...exampleFleet, release }, model, context));
  return plans.map((plan): [string, Subject] => [
    `the example fleet, ${plan.model.id}, ${release}`,
    { plan: planToEmit(plan), fleet: { planned: plan, comparison: () => comparisonOf(plans, plan.model.id) } },
  ]);
});
/** Plans of clusters that no fleet has: an adapter may refuse them, where nothing can be made of them. */
const MADE_UP: readonly [string, Subject][] = [
  ["no clusters", { plan: planOf() }],
  ["a cluster without nodes or pods", { plan: planOf(cluster("bare")) }],
  ["hostile names", { plan: planOf(HOSTILE_CLUSTER, ...HOSTILE_NAMES.map((name) => ({ ...SMALL_CLUSTER, name }))) }],
];
const SMALL: [string, Subject] = ["a small cluster", { plan: planOf(SMALL_CLUSTER) }];
const EXAMPLE = planned.find(([name]) => name.includes(exampleFleet.release)) as [string, Subject];

/** Those that an adapter can be asked of. */
function subjectsFor({ of }: Adapter): readonly [string, Subject][] {
  return of === "fleet" ? planned : [...MADE_UP, SMALL, ...planned];
}

describe.each(adapters.map((adapter): [string, Adapter] => [adapter.id, adapter]))("adapter %s", (id, adapter) => {
  const [, usual] = adapter.of === "fleet" ? EXAMPLE : SMALL;
  const request = ({ plan, fleet }: Subject) => ({
    plan,
    ...(fleet === undefined ? {} : { fleet }),
    options: exampleOptions(adapter, plan),
  });

  it("says what it is", () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const words of [adapter.title, adapter.summary]) expect(words).toMatch(/\S/);
    expect(adapter.readsBack).not.toEqual([]);
  });

  it("says of each option what it is, with an example that it takes", () => {
    for (const { name, description, examples } of optionHelp(adapter.options)) {
      expect(description, name).toMatch(/\S/);
      expect(examples, name).not.toEqual([]);
      const field = adapter.options.partial();
      for (const example of examples) expect(field.safeParse({ [name]: example }).error, name).toBeUndefined();
    }
  });

  describe.each(subjectsFor(adapter))("%s", (what, subject) => {
    let files: readonly EmittedFile[] | null = null;
    let refusal: unknown;
    beforeAll(async () => {
      try {
        ({ files } = await adapter.emit(request(subject)));
      } catch (error) {
        refusal = error;
      }
    });

    it("is written, or refused with every reason at its place", () => {
      const mayRefuse = MADE_UP.some(([name]) => name === what);
      if (!mayRefuse) expect(refusal).toBeUndefined();
      if (refusal === undefined) return;
      expect(refusal).toBeInstanceOf(InputError);
      for (const { message } of (refusal as InputError).findings)
        for (const word of ["found", "expected", "fix"]) expect(message.figures[word]?.value).toMatch(/\S/);
    });

    it("same plan, same bytes", async () => {
      if (files === null) return;
      const again = { ...request(subject), plan: structuredClone(subject.plan) };
      expect((await adapter.emit(again)).files).toEqual(files);
    });

    it("says what the plan says, read back by somebody who has not seen it", async () => {
      if (files === null) return;
      const { clusters } = await adapter.readBack(files);
      expect(clusters).toEqual(subject.plan.clusters.map((one) => saidOf(one, adapter.readsBack)));
    });

    it("writes below its folder only, each file once, under names that every system takes", () => {
      if (files === null) return;
      for (const { path } of files)
        expect(path).toMatch(/^([a-z0-9][a-z0-9-]{0,62}\/)*[A-Za-z0-9][A-Za-z0-9-]*(\.[a-z0-9]+)+$/);
      expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
    });

    it("writes YAML and JSON that are the same to two parsers", () => {
      for (const file of files ?? []) {
        if (file.path.endsWith(".json")) JSON.parse(textOf(file));
        if (!/\.ya?ml$/.test(file.path)) continue;
        const [ours, theirs] = [parseAllDocuments(textOf(file)), loadAll(textOf(file))];
        expect(
          ours.flatMap(({ errors, warnings }) => [...errors, ...warnings]),
          file.path,
        ).toEqual([]);
        expect(theirs, file.path).toEqual(ours.map((document) => document.toJS()));
      }
    });

    it("ends every text with a line break, and has no byte that a terminal would act on", () => {
      if (files === null) return;
      expect(files.length).toBeGreaterThanOrEqual(subject.plan.clusters.length === 0 ? 0 : 1);
      for (const file of files) {
        const text = textOf(file);
        expect(text.endsWith("\n") || text === "").toBe(true);
        expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
      }
    });
  });

  it("tells the reader of the files what the shell knows about the inputs", async () => {
    const sentence = "The example fleet, invented.";
    const { files } = await adapter.emit({ ...request(usual), findings: [noticeOf(sentence)] });
    const plain = await adapter.emit(request(usual));
    expect(files).not.toEqual(plain.files);
    const texts = files.map(textOf);
    if (texts.some((text) => text !== "")) expect(texts.some((text) => text.includes(sentence))).toBe(true);
  });

  it("refuses options that it does not know, and a release that it does not write for", async () => {
    const { plan } = usual;
    const nonsense = { ...request(usual), options: { ...exampleOptions(adapter, plan), nonsense: "1" } };
    await expect(adapter.emit(nonsense)).rejects.toThrow(InputError);
    const { from, until } = adapter.releases;
    for (const version of [...(from === null ? [] : ["0.1"]), ...(until === null ? [] : ["999.0"])]) {
      const other = { ...plan, release: { ...plan.release, version } };
      await expect(adapter.emit({ ...request(usual), plan: other })).rejects.toThrow(InputError);
    }
  });

  it("names every option that it needs, with an example", async () => {
    const { plan } = usual;
    const needed = Object.keys(exampleOptions(adapter, plan)).filter((key) => key !== "clusters");
    if (needed.length === 0) return;
    const { fleet } = usual;
    const error = await adapter
      .emit({ plan, ...(fleet === undefined ? {} : { fleet }) })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    for (const { message } of (error as InputError).findings)
      expect(String(message.figures["fix"]?.value)).toMatch(/for example/);
  });
});

/** What a file can say of a cluster, as the plan has it. */
function saidOf({ name, pools, podGroups, network }: PlanToEmit["clusters"][number], parts: Adapter["readsBack"]) {
  const all = {
    name,
    nodes: pools.flatMap(({ nodeCount, capacityPerNode: { cpuMillicores, memoryBytes, podCount } }) =>
      Array.from({ length: nodeCount }, () => ({ cpuMillicores, memoryBytes, podCount })),
    ),
    machines: pools.flatMap(({ nodeCount, shape: { vcpu, memoryGiB } }) =>
      Array.from({ length: nodeCount }, () => ({ cpuMillicores: vcpu * 1000, memoryBytes: memoryGiB * 2 ** 30 })),
    ),
    podCount: podGroups.filter(({ kind }) => kind !== "DaemonSet").reduce((sum, { replicas }) => sum + replicas, 0),
    addressCount: network.addressCount,
    nodeCount: pools.reduce((sum, { nodeCount }) => sum + nodeCount, 0),
  };
  return Object.fromEntries(parts.map((part) => [part, all[part]]));
}

import { readdirSync, readFileSync } from "node:fs";
import { planningContext } from "@nkp-planner/catalog";
import {
  operatingModels,
  type PlanDocument,
  parseFleet,
  planDocument,
  plannedFleet,
  type Settings,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fleetFile, type TenantDraft, toyContext, toyPriceBook, toyPriceList } from "../support/toy.ts";

/** A small fleet worked out by hand: the expected figures are arithmetic, so that a reader can follow them. */
interface Scenario {
  readonly name: string;
  /** `toy` (see support/toy.ts) or an NKP release. */
  readonly platform: string;
  readonly model: string;
  readonly settings?: Settings;
  /** Items instead of the toy's prices, and further fields of a price book; see examples/price-book-hosts-eur.yaml. */
  readonly prices?: object;
  /** A price list's fields; without, tenants pay what is agreed. */
  readonly priceList?: object;
  readonly tenants: readonly TenantDraft[];
  /** Further fields of a fleet file. */
  readonly fleet?: object;
  readonly expect: Readonly<Record<string, string | number>>;
  readonly shortfalls?: readonly string[];
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".yaml"));

describe("scenarios worked out by hand", () => {
  it("finds them", () => expect(files.length).toBeGreaterThanOrEqual(5));

  describe.each(files)("%s", (file) => {
    const scenario = parse(readFileSync(`${import.meta.dirname}/${file}`, "utf8")) as Scenario;
    const document = planned(scenario);

    it.each(Object.entries(scenario.expect))(`${scenario.name}: %s`, (path, arithmetic) => {
      const found = figureAt(document, path);
      if (arithmetic === "unknown") expect(found).toBeNull();
      else expect(found).toBeCloseTo(calculated(String(arithmetic)), 9);
    });

    it(`${scenario.name}: falls short of nothing else`, () => {
      const kinds = ["infeasible", "unmet-wish"];
      const found = document.plan.findings.filter(({ kind }) => kinds.includes(kind));
      expect(found.map(({ code }) => code)).toEqual(scenario.shortfalls ?? []);
    });
  });
});

function planned({ platform, model, settings = {}, prices, priceList, tenants, fleet }: Scenario): PlanDocument {
  const chosen = operatingModels.find(({ id }) => id === model);
  if (chosen === undefined) throw new Error(`No model ${model}.`);
  const isToy = platform === "toy";
  const priceBook = prices === undefined ? toyPriceBook() : toyPriceBook(prices);
  const context = {
    ...(isToy ? toyContext(settings) : planningContext({ release: platform, priceBook, settings })),
    priceBook,
    ...(priceList === undefined ? {} : { priceList: toyPriceList(priceList) }),
  };
  const input = parseFleet({ ...fleetFile(...tenants), ...fleet });
  return planDocument(plannedFleet({ ...input, release: context.catalog.release.id }, chosen, context));
}

/** `totals.vcpu`, `drivers.host`, `parts.idle`, `tenants.ID.monthlyCost`, `hosts.NAME.hostCount`, `pools.CLUSTER.ROLE.nodeCount`, `steps.CLUSTER.ROLE.REASON`; money as its decimal number. */
function figureAt({ plan }: PlanDocument, path: string): number | null {
  const [kind, ...keys] = path.split(".") as [string, ...string[]];
  const field = keys.at(-1) ?? "";
  const cluster = plan.clusters.find(({ name }) => name === keys[0]);
  const holders: Readonly<Record<string, object | undefined>> = {
    totals: plan.totals,
    drivers: plan.totals.monthlyCostByDriver,
    parts: plan.totals.monthlyCostByAttribution,
    tenants: plan.tenants.find(({ tenantId }) => tenantId === keys[0]),
    hosts: plan.infrastructure.hostClusters?.find(({ name }) => name === keys[0]),
    pools: cluster?.pools.find(({ role }) => role === keys[1]),
    steps: stepsOf(cluster?.pools.find(({ role }) => role === keys[1])),
  };
  const value: unknown = Reflect.get(holders[kind] ?? {}, field);
  if (value === undefined) throw new Error(`The plan has nothing at ${path}.`);
  if (value === null || typeof value === "number") return value;
  return Number((value as { amount: string }).amount);
}

/** Nodes by the reason for which they are there. */
function stepsOf(pool: PlanDocument["plan"]["clusters"][number]["pools"][number] | undefined): object {
  return Object.fromEntries((pool?.steps ?? []).map(({ reason, nodeCount }) => [reason, nodeCount]));
}

/** Numbers, + − × ÷, brackets and ceil(): enough to write a hand calculation, too little to hide one. */
function calculated(arithmetic: string): number {
  if (!/^([\d\s.+\-*/()]|ceil)+$/.test(arithmetic)) throw new Error(`No arithmetic: ${arithmetic}`);
  return new Function("ceil", `return ${arithmetic};`)(Math.ceil) as number;
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fleetFile, type TenantDraft, toyContext, toyPriceBook } from "../../../../test/support/toy.ts";
import { toyTieredBook } from "../../../../test/support/toy-prices.ts";
import { planDocument } from "../documents/plan-document.ts";
import { parseFleet } from "../input/fleet.ts";
import { FleetReader } from "../input/fleet-reader.ts";
import type { Settings } from "../input/parameters.ts";
import { operatingModels } from "../models/index.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import type { PriceBook } from "../prices/price-book.ts";
import { type Comparison, compareModels } from "../views/compare.ts";
import { lossReasonsOf } from "../views/loss-reasons.ts";
import { PlanningCache } from "./planning-cache.ts";

/** A fleet file with what it is planned by, as somebody leaves it after an edit. */
interface Desk {
  readonly tenants: readonly TenantDraft[];
  readonly settings: Settings;
  readonly prices: () => PriceBook;
}

const tenant = (id: string, seed: number): TenantDraft => ({
  id,
  name: `Tenant ${seed % 3}`,
  upgradeCadence: seed % 4 === 0 ? "own" : "fleet",
  ...(seed % 5 === 0 ? {} : { price: { monthly: `${900 + 7 * seed}.50` } }),
  workloads: [
    {
      name: "web",
      replicas: 1 + (seed % 4),
      requests: { cpu: `${250 * (1 + (seed % 7))}m`, memory: `${1 + (seed % 5)}Gi` },
      ...(seed % 3 === 0 ? { storagePerReplica: "10Gi" } : {}),
    },
    ...(seed % 6 === 0 ? [{ name: "log", kind: "DaemonSet", requests: { cpu: "100m", memory: "128Mi" } }] : []),
  ],
});

type Edit = (desk: Desk) => Desk;

const seed = fc.nat(60);
const place = fc.nat(20);
/** What may be done to a fleet between two plans. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(place, seed).map(([at, by]): Edit => changing(at, ({ id = "" }) => tenant(id, by))),
  },
  fc.tuple(place, seed).map(([at, by]): Edit => changing(at, (one) => ({ ...one, price: { monthly: `${by}.05` } }))),
  fc.tuple(place, seed).map(([at, by]): Edit => changing(at, (one) => ({ ...one, id: `renamed-${by}` }))),
  fc.tuple(place, seed).map(([at, by]): Edit => changing(at, (one) => ({ ...one, name: `Renamed ${by}` }))),
  seed.map(
    (by): Edit =>
      (desk) => ({ ...desk, tenants: [...desk.tenants, tenant(`added-${by}`, by)] }),
  ),
  place.map(
    (at): Edit =>
      (desk) => ({ ...desk, tenants: desk.tenants.filter((_, index) => index !== at) }),
  ),
  place.map(
    (at): Edit =>
      (desk) => ({ ...desk, tenants: [...desk.tenants.slice(at), ...desk.tenants.slice(0, at)] }),
  ),
  fc
    .constantFrom<Settings>(
      {},
      { floors: "none" },
      { "shared-cost": "uniform" },
      { "loss-survived": "none" },
      { "licensed-vcpu": "all" },
    )
    .map(
      (settings): Edit =>
        (desk) => ({ ...desk, settings }),
    ),
  fc.constantFrom(toyPriceBook, toyTieredBook).map(
    (prices): Edit =>
      (desk) => ({ ...desk, prices: () => prices() }),
  ),
);

const { catalog } = toyContext();

/** A new one each time, as whoever reads the files makes it; the catalog is there once. */
function contextOf({ settings, prices }: Pick<Desk, "settings" | "prices">): PlanningContext {
  return { ...toyContext(settings), catalog, priceBook: prices() };
}

function changing(at: number, change: (one: TenantDraft) => TenantDraft): Edit {
  return (desk) => ({ ...desk, tenants: desk.tenants.map((one, index) => (index === at ? change(one) : one)) });
}

/** Everything that a comparison comes to, as text. */
function written(comparison: Comparison): string {
  const plans = comparison.plans.map((plan) => [
    planDocument(plan),
    plan.shared,
    plan.infrastructure,
    plan.findings,
    lossReasonsOf(plan),
  ]);
  return JSON.stringify([comparison.verdict, comparison.differences, plans]);
}

describe("a plan made after another one", () => {
  it("is the plan of the fleet alone, to the byte, whatever was edited between them", () => {
    const beginning: Desk = {
      tenants: Array.from({ length: 4 }, (_, at) => tenant(`tenant-${at}`, 5 * at + 1)),
      settings: {},
      prices: toyPriceBook,
    };
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 6 }), (all) => {
        const [cache, reader] = [new PlanningCache(), new FleetReader()];
        let desk = beginning;
        for (const edit of [(same: Desk) => same, ...all]) {
          const edited = edit(desk);
          const ids = edited.tenants.map(({ id }) => id);
          if (new Set(ids).size < ids.length) continue; // no fleet
          desk = edited;
          const file = structuredClone(fleetFile(...desk.tenants));
          const [input, alone] = [reader.read(file, "fleet"), parseFleet(file)];
          expect(JSON.stringify(input)).toBe(JSON.stringify(alone));
          const context = () => contextOf(desk);
          const after = compareModels(input, operatingModels, context(), "starter-self-managed", cache);
          const anew = compareModels(alone, operatingModels, context(), "starter-self-managed");
          expect(written(after)).toBe(written(anew));
        }
      }),
      { numRuns: 12 },
    );
  });

  it("takes clusters that nothing was changed of as they were, the same objects", () => {
    const cache = new PlanningCache();
    const reader = new FleetReader();
    const planned = (...tenants: readonly TenantDraft[]) => {
      const input = reader.read(structuredClone(fleetFile(...tenants)), "fleet");
      const [plan] = compareModels(
        input,
        operatingModels,
        contextOf({ settings: {}, prices: toyPriceBook }),
        "starter-self-managed",
        cache,
      ).plans;
      return new Map(plan?.clusters.map((cluster) => [cluster.name, cluster]));
    };
    const before = planned(tenant("a", 1), tenant("b", 2), tenant("c", 3));
    const after = planned(tenant("a", 1), tenant("b", 12), tenant("c", 3));
    expect(after.get("tenant-a")).toBe(before.get("tenant-a"));
    expect(after.get("tenant-c")).toBe(before.get("tenant-c"));
    expect(after.get("tenant-b")).not.toEqual(before.get("tenant-b"));
  });
});

describe("a reader of fleets of which each is nearly the one before", () => {
  it("says what is wrong with the places in the whole fleet", () => {
    const reader = new FleetReader();
    const good = [tenant("a", 1), tenant("b", 2), tenant("c", 3), tenant("d", 4)];
    reader.read(fleetFile(...good), "fleet");
    const wrong = fleetFile(...good.slice(0, 2), { ...tenant("c", 3), growthPercentPerYear: -1 }, tenant("d", 4));
    expect(() => reader.read(wrong, "fleet")).toThrow(/tenants\[2\]/);
    const twice = fleetFile(...good.slice(0, 3), tenant("a", 5));
    expect(() => reader.read(twice, "fleet")).toThrow(/a second time/);
  });

  it("reads a head that was changed", () => {
    const reader = new FleetReader();
    const file = fleetFile(tenant("a", 1), tenant("b", 2));
    reader.read(file, "fleet");
    expect(reader.read({ ...file, asOf: "2027-01-01" }, "fleet").asOf).toBe("2027-01-01");
  });
});

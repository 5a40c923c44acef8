import { exampleFiles, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { compareModels, comparisonDocument, defaultModels, parseFleet } from "@nkp-planner/core";
import fc from "fast-check";
import {
  createPlanner,
  defineModel,
  type FleetInput,
  type Planner,
  type PlannerSetup,
  problemLine,
  type Result,
  starterSelfManaged,
} from "nkp-planner";
import { describe, expect, it } from "vitest";

const ALLOWED = ["illustrative"] as const;
const tenant = { id: "orchid", ref: "006A", size: { pods: 12, vcpu: 6, memoryGiB: 24 }, agreedMonthlyPrice: "4200.00" };
const fleet: FleetInput = { asOf: "2026-11-29", release: "nkp-2.17.1", currency: "EUR", tenants: [tenant] };

function planner(setup: PlannerSetup = {}): Planner {
  return worthOf(createPlanner(setup));
}

function worthOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(problemLine).join("\n"));
  return result.value;
}

function problemsIn(result: Result<unknown>) {
  return result.ok ? [] : result.problems.map(({ code, in: where, path }) => [code, where, path.join(".")]);
}

const one = planner();

describe("a planner in one import", () => {
  it("compares as the layered packages do, with sizes in plain numbers", () => {
    const written = {
      apiVersion: "nkp-planner/v1",
      kind: "Fleet",
      asOf: "2026-11-29",
      release: "nkp-2.17.1",
      currency: "EUR",
      tenants: [
        { id: "orchid", ref: "006A", demand: { pods: 12, cpu: "6", memory: "24Gi" }, price: { monthly: "4200.00" } },
      ],
    };
    const same = worthOf(one.compare(written as FleetInput, {}));
    expect(worthOf(one.compare(fleet, {}))).toEqual(same);
    expect(same.plans.map(({ modelId }) => modelId)).toEqual(defaultModels.map(({ id }) => id));
    expect(same.plans[0]?.tenants).toMatchObject([{ tenantId: "orchid", ref: "006A" }]);
  });

  it("answers in plain, frozen data that travels", () => {
    const { provenance, ...questions } = one;
    expect(provenance).toEqual({ core: "0.1.0", catalog: "0.1.0", priceBook: "example-eur", priceList: null });
    expect(Object.keys(questions)).toHaveLength(7);
    const options = { model: "hybrid" } as const;
    const answers = [
      worthOf(one.plan(fleet, options)),
      worthOf(one.compare(fleet, { models: ["hybrid", starterSelfManaged], baseline: "hybrid" })),
      worthOf(one.quote(fleet, { ...options, allow: ALLOWED })),
      worthOf(one.explain(fleet, { ...options, figure: "tenant.orchid.monthlyCost" })),
      worthOf(one.priceFor(fleet, { ...options, goal: { margin: 0.25, per: "tenant" } })),
      worthOf(one.breakeven(fleet, { ...options, against: "starter-self-managed", upTo: 2 })),
      worthOf(one.lifecycle(fleet, { models: ["hybrid"], months: 12 })),
    ];
    for (const answer of answers) {
      expect(structuredClone(answer)).toEqual(answer);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      expect(isFrozen(answer)).toBe(true);
    }
    expect(Object.isFrozen(one)).toBe(true);
  });

  it("plays upgrades forward by every model, and says at their place what cannot be played", () => {
    const slow = { ...tenant, id: "slow", upgrades: { readyAfterDays: 400 } } as const;
    const both = { ...fleet, tenants: [tenant, slow] };
    const { calendars } = worthOf(one.lifecycle(both, { months: 24 }));
    const waits = calendars.map(({ modelId, tenants }) => [modelId, (tenants[0]?.heldBackDays ?? 0) > 0]);
    expect(waits).toEqual([
      ["starter-self-managed", false],
      ["ultimate-centralized", true],
      // Both keep the fleet's cadence.
      ["hybrid", true],
    ]);
    expect(problemsIn(one.lifecycle(both, { months: 121 }))).toEqual([["wrong-type", "options", "months"]]);
    const wrong = { ...fleet, tenants: [tenant, { ...slow, upgrades: { version: "2.3.1" } }] };
    expect(problemsIn(one.lifecycle(wrong, {}))).toEqual([["not-accepted", "fleet", "tenants.1.upgrades.version"]]);
  });

  it("gives the same again, kept or new, now or later", async () => {
    const first = planner().plan(fleet, { model: "hybrid" });
    const kept = planner();
    kept.compare({ ...fleet, tenants: [{ ...tenant, id: "fern" }] }, {});
    expect(kept.plan(fleet, { model: "hybrid" })).toEqual(first);
    expect(await kept.plan.later(fleet, { model: "hybrid" })).toEqual(first);
    const together = [1, 2, 3].map(() => planner().compare.later(fleet, {}));
    expect(new Set((await Promise.all(together)).map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it("says the price for a margin: 75 costs 100 at 25 %", () => {
    const answer = worthOf(one.priceFor(fleet, { model: "hybrid", goal: { margin: 0.25, per: "tenant" } }));
    if (answer.per !== "tenant") throw new Error("Not by tenant.");
    const [{ floorMonthlyPrice, targetMonthlyPrice } = {}] = answer.tenants;
    const [floor, target] = [floorMonthlyPrice, targetMonthlyPrice].map((money) => Number(money?.amount));
    expect((target as number) * 0.75).toBeCloseTo(floor as number, 1);
  });
});

describe("what a problem was held against", () => {
  it("is there as values, beside the words", () => {
    const wrong = {
      ...fleet,
      curency: "EUR",
      tenants: [
        { id: "fern", ref: "", demand: { pods: -1, cpu: "1", memory: "1Gi" } },
        { id: "orchid", upgradeCadence: "never", demand: { pods: "many", cpu: "1", memory: "1Gi" } },
      ],
    };
    const result = one.plan(wrong as unknown as FleetInput, { model: "hybrid" });
    const problems = result.ok ? [] : result.problems;
    const at = (path: string) => problems.find((problem) => problem.path.join(".") === path);
    expect(at("tenants.0.demand.pods")).toMatchObject({ code: "out-of-range", received: -1, params: { minimum: 0 } });
    expect(at("tenants.0.ref")).toMatchObject({
      code: "out-of-range",
      params: { minimum: 1 },
      expected: "at least 1 character",
      fix: "write more",
    });
    expect(at("tenants.1.upgradeCadence")?.params).toEqual({ choices: ["fleet", "own"] });
    expect(at("tenants.1.demand.pods")?.params).toEqual({ type: "number" });
    expect(at("curency")?.params).toMatchObject({ known: expect.arrayContaining(["currency", "tenants"]) });
  });
});

describe("the price of an item", () => {
  const byList = planner({ priceList: exampleFiles.priceList as never });
  const { agreedMonthlyPrice: _agreed, ...listed } = tenant;
  const asked = { ...fleet, tenants: [listed] };
  const priceOf = (sku: string) =>
    byList.priceFor(asked, { model: "starter-self-managed", goal: { margin: 0.25, sku } });

  it("is that at which the fleet reaches the margin, and one smallest unit less does not", () => {
    const sku = (exampleFiles.priceList as { items: { sku: string }[] }).items[0]?.sku ?? "";
    const answer = worthOf(priceOf(sku));
    if (answer.per !== "item" || answer.reason !== "reached") throw new Error(JSON.stringify(answer));
    expect(answer.marginRatio).toBeGreaterThanOrEqual(0.25);
    expect(answer.belowMarginRatio).toBeLessThan(0.25);
  });

  it("is asked of an item that there is", () => {
    expect(problemsIn(priceOf("nothing")).map(([, where]) => where)).toEqual(["priceList"]);
  });
});

describe("what must be known of an answer", () => {
  it("stands beside figures and prices, too: invented prices, what cannot run", () => {
    const options = { model: "starter-self-managed" } as const;
    const huge = { ...fleet, tenants: [{ ...tenant, size: { pods: 1, vcpu: 900, memoryGiB: 9000 } }] };
    const answers = (asked: FleetInput) => [
      worthOf(one.explain(asked, { ...options, figure: "nodeCount" })),
      worthOf(one.priceFor(asked, { ...options, goal: { margin: 0.25, per: "tenant" } })),
      worthOf(one.breakeven(asked, { ...options, against: "hybrid", upTo: 1 })),
    ];
    for (const { findings } of answers(fleet)) {
      expect(findings.map(({ code }) => code)).toContain("illustrative-prices");
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    }
    for (const { findings } of answers(huge)) expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  });
});

describe("what stands against a quote", () => {
  it("is a problem unless it is allowed by name", () => {
    const byList = planner({ priceList: exampleFiles.priceList as never });
    const options = { model: "starter-self-managed" } as const;
    const { agreedMonthlyPrice: _agreed, ...listed } = tenant;
    const asked = { ...fleet, tenants: [listed] };
    expect(problemsIn(byList.quote(asked, options))).toEqual([["price-invented", "plan", ""]]);
    expect(worthOf(byList.quote(asked, { ...options, allow: ["illustrative"] })).quotes).toHaveLength(1);
    const late = { ...asked, asOf: "2030-01-01" };
    const codes = problemsIn(byList.quote(late, options)).map(([code]) => code);
    expect(codes).toContain("price-expired");
    const huge = { ...fleet, tenants: [{ ...tenant, size: { pods: 1, vcpu: 900, memoryGiB: 9000 } }] };
    expect(problemsIn(byList.quote(huge, options)).map(([code]) => code)).toContain("plan-infeasible");
    expect(worthOf(byList.quote(huge, { ...options, allow: ["infeasible", "illustrative"] })).quotes[0]?.ref).toBe(
      "006A",
    );
  });

  it("is not what only others or the provider must know", () => {
    // An agreed price of the user's own rests on no invented price, though the book behind the cost is invented.
    expect(worthOf(one.quote(fleet, { model: "hybrid" })).quotes[0]?.monthlyPrice.amount).toBe("4200.00");
  });
});

describe("problems for programs", () => {
  it("have a code, a place in what was given, and what stands there", () => {
    const size = { pods: 4, vcpu: -1, memoryGiB: "8", extra: 1 };
    const bad = { ...fleet, tenants: [{ id: "x", ref: "R", size, agreedMonthlyPrice: "19O0" }], curency: "EUR" };
    const result = one.plan(bad as never, { model: "hybrid" });
    expect(problemsIn(result)).toEqual([
      ["unknown-key", "fleet", "tenants.0.size.extra"],
      ["out-of-range", "fleet", "tenants.0.size.vcpu"],
      ["wrong-type", "fleet", "tenants.0.size.memoryGiB"],
      ["not-accepted", "fleet", "tenants.0.agreedMonthlyPrice"],
      ["unknown-key", "fleet", "curency"],
    ]);
    expect(result.ok ? [] : result.problems[3]).toMatchObject({ tenantId: "x", ref: "R", received: "19O0" });
  });

  it("are those of prices and settings when a planner is made, all at once", () => {
    const made = createPlanner({
      priceBook: { items: 1 },
      settings: { flors: "none", floors: "nine" },
      prices: {},
    } as never);
    const found = problemsIn(made);
    expect(found).toContainEqual(["unknown-key", "options", "prices"]);
    expect(found.filter(([, where]) => where === "settings").map(([, , path]) => path)).toEqual(["flors", "floors"]);
    expect(found.filter(([, where]) => where === "priceBook").length).toBeGreaterThan(1);
  });

  it("are those of options: what is missing, unknown, or no model", () => {
    expect(problemsIn(one.plan(fleet, {} as never))).toEqual([["missing", "options", "model"]]);
    expect(problemsIn(one.plan(fleet, { model: "hybird", modle: 1 } as never))).toEqual([
      ["unknown-key", "options", "modle"],
    ]);
    expect(problemsIn(one.plan(fleet, { model: "hybird" }))).toEqual([["not-a-choice", "options", "model"]]);
    expect(problemsIn(one.explain(fleet, { model: "hybrid", figure: "nodes" })).map(([, where]) => where)).toEqual([
      "options",
    ]);
    expect(problemsIn(one.compare(fleet, { baseline: "hybird" }))).toEqual([["not-a-choice", "options", "baseline"]]);
  });

  it("are those of models of one id, whose plans could not be told apart", () => {
    const other = defineModel({ ...starterSelfManaged, id: "hybrid" });
    expect(problemsIn(createPlanner({ models: [other] }))).toEqual([["not-accepted", "options", "models.0"]]);
    expect(problemsIn(one.compare(fleet, { models: ["hybrid", other] }))).toEqual([
      ["not-accepted", "options", "models.1"],
    ]);
    expect(problemsIn(one.breakeven(fleet, { model: other, against: "hybrid" }))).toEqual([
      ["not-accepted", "options", "against"],
    ]);
    expect(one.plan(fleet, { model: other }).ok).toBe(true);
  });

  it("are those of the largest pod, too", () => {
    const size = { ...tenant.size, largestPod: { vcpu: 2, memoryGiB: 8, storageGiB: 4 } };
    expect(problemsIn(one.plan({ ...fleet, tenants: [{ ...tenant, size }] }, { model: "hybrid" }))).toEqual([
      ["unknown-key", "fleet", "tenants.0.size.largestPod.storageGiB"],
    ]);
  });

  it("are 200 at most, with how many more", () => {
    const tenants = Array.from({ length: 500 }, () => ({ id: "x" }));
    const result = one.plan({ ...fleet, tenants } as never, { model: "hybrid" });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    // Each lacks a size, and 499 have an id that is there already.
    expect(result.problems).toHaveLength(200);
    expect(result.moreProblemCount).toBe(500 + 499 - 200);
  });

  it("are those of a model of one's own", () => {
    const layout = () => {
      throw new Error("no layout today");
    };
    const broken = defineModel({ ...starterSelfManaged, id: "broken", layout });
    const twice = defineModel({
      ...starterSelfManaged,
      id: "twice",
      layout: (tenants) => [...starterSelfManaged.layout(tenants), ...starterSelfManaged.layout(tenants)],
    });
    const own = planner({ models: [broken, twice] });
    expect(problemsIn(own.plan(fleet, { model: "broken" })).map(([, where]) => where)).toEqual(["layout"]);
    expect(problemsIn(own.plan(fleet, { model: twice })).length).toBeGreaterThan(0);
    expect(problemsIn(createPlanner({ models: [{ id: "x" }] } as never)).map(([, , path]) => path)).toContain(
      "models.0.layout",
    );
  });
});

describe("limits", () => {
  const many = (count: number) => ({
    ...fleet,
    tenants: Array.from({ length: count }, (_, index) => ({
      id: `t${index}`,
      size: { pods: 20 + index, vcpu: 10 + index, memoryGiB: 40 },
    })),
  });
  const model = "starter-self-managed";

  it("of size refuse before anything is planned, of time at the next cluster", () => {
    expect(problemsIn(one.plan(many(3), { model, limits: { tenants: 2, pods: 62 } }))).toEqual([
      ["too-large", "fleet", "tenants"],
      ["too-large", "fleet", "tenants"],
    ]);
    expect(problemsIn(planner().plan(many(40), { model, limits: { milliseconds: 1 } }))).toEqual([
      ["too-long", "options", "limits.milliseconds"],
    ]);
  });

  it("hold for whoever asks while another asks within its progress", () => {
    const own = planner();
    const onProgress = () => void own.plan(fleet, { model });
    const answer = own.plan(many(60), { model, limits: { milliseconds: 200 }, onProgress });
    expect(problemsIn(answer)).toEqual([["too-long", "options", "limits.milliseconds"]]);
  });

  it("leave the thread to others while an answer is made for later, and end by a signal", async () => {
    const own = planner();
    let turnCount = 0;
    const turns = setInterval(() => {
      turnCount += 1;
    });
    const seen: number[] = [];
    const answer = await own.plan.later(many(60), { model, onProgress: ({ done }) => seen.push(done) });
    clearInterval(turns);
    expect(answer).toEqual(planner().plan(many(60), { model }));
    expect(turnCount).toBeGreaterThan(2);
    // Each cluster is told of once, though planning begins again behind those that are counted.
    expect(seen.slice(0, 60)).toEqual(Array.from({ length: 60 }, (_, index) => index));
    const controller = new AbortController();
    const asked = planner().plan.later(many(300), { model, signal: controller.signal });
    setTimeout(() => controller.abort());
    expect(problemsIn(await asked)).toEqual([["aborted", "options", "signal"]]);
  });
});

function isFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozen);
}

/** Holds itself. */
function circle(): object {
  const ring: { tenants?: unknown[] } = {};
  ring.tenants = [ring];
  return ring;
}

/** Throws whatever is asked of it. */
function trap(): object {
  const refuse = () => {
    throw new TypeError("trap");
  };
  return new Proxy({}, { get: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse, getPrototypeOf: refuse });
}

describe("whatever it is given", () => {
  const hostile = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
    fc.constantFrom<unknown>(circle(), Object.freeze({ tenants: [] }), Number.NaN, () => 1, Symbol("x")),
    fc.record({ tenants: fc.array(fc.anything()), asOf: fc.anything(), release: fc.constant("nkp-2.17.1") }),
  );

  it("answers with a result and changes nothing", () => {
    fc.assert(
      fc.property(hostile, hostile, (fleetGiven, optionsGiven) => {
        const ask = [one.plan, one.compare, one.quote, one.explain, one.priceFor, one.breakeven, one.lifecycle];
        for (const question of ask) {
          expect(question(fleetGiven as never, optionsGiven as never)).toMatchObject({ ok: expect.any(Boolean) });
          const read = question(fleetGiven as never, { model: "hybrid" } as never);
          if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
        }
        const made = createPlanner({ priceBook: fleetGiven, settings: optionsGiven, models: fleetGiven } as never);
        expect(typeof made.ok).toBe("boolean");
        const own = { bases: fleetGiven, sharing: optionsGiven };
        for (const setup of [own, { bases: [fleetGiven], sharing: [optionsGiven] }, { catalog: fleetGiven }])
          expect(createPlanner(setup as never)).toMatchObject({ ok: expect.any(Boolean) });
        expect(typeof createPlanner(fleetGiven as never).ok).toBe("boolean");
      }),
      { numRuns: 60 },
    );
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  it("runs no code of it", () => {
    const getter = Object.defineProperty({ ...fleet }, "asOf", { get: () => "2026-11-29", enumerable: true });
    for (const given of [trap(), { ...fleet, tenants: [trap()] }, getter, new Date(), new Map()]) {
      expect(problemsIn(one.plan(given as never, { model: "hybrid" })).length).toBeGreaterThan(0);
      expect(problemsIn(one.plan(fleet, given as never)).length).toBeGreaterThan(0);
      expect(
        problemsIn(one.plan(fleet, { model: "hybrid", limits: given, signal: given } as never)).length,
      ).toBeGreaterThan(1);
      expect(problemsIn(createPlanner({ models: [given], priceBook: given } as never)).length).toBeGreaterThan(1);
    }
    const limits = Object.defineProperty({ model: "hybrid" }, "limits", { get: () => ({ pods: 1 }), enumerable: true });
    expect(problemsIn(one.plan(fleet, limits as never))).toEqual([["wrong-type", "options", ""]]);
    expect(problemsIn(createPlanner(trap()))).toEqual([["wrong-type", "options", ""]]);
    expect(problemsIn(one.plan(fleet, { model: trap() } as never)).length).toBeGreaterThan(0);
  });

  it("takes maps of another realm and without a prototype as data", () => {
    const bare = Object.assign(Object.create(null), fleet);
    expect(one.plan(bare, { model: "hybrid" })).toEqual(one.plan(fleet, { model: "hybrid" }));
    const polluting = JSON.parse('{"__proto__": {"polluted": 1}}');
    expect(problemsIn(one.plan({ ...fleet, ...polluting }, { model: "hybrid" }))).toEqual([
      ["wrong-type", "fleet", "__proto__"],
    ]);
    expect(problemsIn(one.plan(polluting, { model: "hybrid" }))).toEqual([["wrong-type", "fleet", "__proto__"]]);
  });
});

describe("the same figures as the layers below", () => {
  it("to the last digit", () => {
    const { size: _size, agreedMonthlyPrice: _price, ...bare } = tenant;
    const written = { ...bare, demand: { pods: 12, cpu: "6", memory: "24Gi" }, price: { monthly: "4200.00" } };
    const head = { apiVersion: "nkp-planner/v1", kind: "Fleet" };
    const input = parseFleet({ ...head, ...fleet, tenants: [written] });
    const answer = worthOf(one.compare(fleet, {}));
    const context = planningContext({ release: input.release, priceBook: examplePriceBook });
    const document = comparisonDocument(compareModels(input, defaultModels, context, "starter-self-managed"));
    expect(answer.plans.map(({ totals }) => totals)).toEqual(document.plans.map(({ totals }) => totals));
  });
});

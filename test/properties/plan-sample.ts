import { planningContext } from "@nkp-planner/catalog";
import {
  type OperatingModel,
  type PlanInput,
  type PlannedFleet,
  PlanningCache,
  type PlanningContext,
  parseFleet,
  plannedFleet,
  type Settings,
} from "@nkp-planner/core";
import fc from "fast-check";
import { expect, inject } from "vitest";
import { type PriceWay, priceWays, settings, tenants } from "../support/arbitraries.ts";
import { fleetFile, type TenantDraft, toyContext, toyPriceBook } from "../support/toy.ts";

/**
 * Plans that all laws share. Every law draws from the one seed of the run, so all draw the same fleets; a fleet is
 * planned once by each model, however many laws look at the plan. What a failing law shrinks to is drawn and planned as
 * anything else, and printed as it was drawn.
 */

/** A fleet and what it is planned with, as short as a counterexample should be. */
export interface Draft {
  readonly release: string;
  readonly prices: PriceWay;
  readonly settings: Settings;
  readonly tenants: readonly TenantDraft[];
  readonly hosting: keyof typeof HOSTING;
}

/** A draft as the planner takes it, and what it makes of it. */
export interface Planned {
  readonly draft: Draft;
  readonly model: OperatingModel;
  readonly input: PlanInput;
  readonly context: PlanningContext;
  readonly plan: PlannedFleet;
}

/** What was counted for a plan is not counted again for what a law plans beside it, by the same context. */
export const cache = new PlanningCache();

/** A statement about every fleet, and what holds it against those that are drawn. */
export interface Law {
  readonly title: string;
  readonly check: (model: OperatingModel) => void | Promise<void>;
}

/** So many fleets are drawn, and each is planned by each model. */
const SAMPLE_SIZE = 60;
const FLEETS_A_TEST = 5;

const drafts: fc.Arbitrary<Draft> = fc.record({
  release: fc.constantFrom("toy", "nkp-2.16.1", "nkp-2.17.1", "nkp-2.18.0-dev"),
  prices: fc.constantFrom(...(Object.keys(priceWays) as PriceWay[])),
  settings,
  tenants,
  hosting: fc.constantFrom("one", "one", "two"),
});

/** On how many clusters of hosts; the second has other hosts, the management and every other tenant. */
const HOSTING = {
  one: () => ({}),
  two: (all: readonly TenantDraft[]) => ({
    hostClusters: [{ name: "gold" }, { name: "silver", host: "48x1024x30" }],
    placement: [
      {
        hostCluster: "silver",
        roles: ["management"],
        tenants: all.flatMap(({ id }) => (/[13579]$/.test(id ?? "") ? [id] : [])),
      },
    ],
  }),
};

/** The tenants of a draft in any order, as a fleet. */
export function fleetOfDraft({ hosting, tenants: all, release }: Omit<Draft, "prices" | "settings">): PlanInput {
  return { ...parseFleet({ ...fleetFile(...all), ...HOSTING[hosting](all) }), release };
}

/** Makes the plans that the laws look at, a few in each test: a single one that made them all would be no measure of time. */
export const plansMade: readonly Law[] = Array.from({ length: SAMPLE_SIZE / FLEETS_A_TEST }, (_, part) => {
  const from = part * FLEETS_A_TEST;
  return {
    title: `fleets ${from + 1} to ${from + FLEETS_A_TEST} are planned`,
    check: (model) => {
      // As the laws draw: the fleet alone, first.
      const all = fc.sample(fc.tuple(drafts), { seed: inject("propertySeed"), numRuns: SAMPLE_SIZE });
      sameSample(new Set(all.map(([draft]) => JSON.stringify(draft))));
      for (const [draft] of all.slice(from, from + FLEETS_A_TEST))
        expect(plannedBy(model, draft).plan.model.id).toBe(model.id);
    },
  };
});

/** A law of every plan. */
export function everyPlan(title: string, holds: (planned: Planned) => void): Law {
  return { title, check: (model) => overSample([], (draft) => holds(plannedBy(model, draft))) };
}

/** The same of what is not said at once: a report whose code is loaded when it is used. */
export function everyPlanInTime(title: string, holds: (planned: Planned) => Promise<void>): Law {
  return {
    title,
    check: async (model) => {
      const given = new Set<string>();
      const property = fc.asyncProperty(drafts, (draft) => {
        given.add(JSON.stringify(draft));
        return holds(plannedBy(model, draft));
      });
      await fc.assert(property, { seed: inject("propertySeed"), numRuns: SAMPLE_SIZE });
      sameSample(given);
    },
  };
}

/** A law of every plan and something else that is drawn. */
export function everyPlanAnd<More>(
  title: string,
  more: fc.Arbitrary<More>,
  holds: (planned: Planned, more: More) => void,
): Law {
  return { title, check: (model) => overSample([more], (draft, other) => holds(plannedBy(model, draft), other)) };
}

function overSample<More extends unknown[]>(
  more: { [Index in keyof More]: fc.Arbitrary<More[Index]> },
  holds: (draft: Draft, ...more: More) => void,
): void {
  const given = new Set<string>();
  // The draft comes first: drawn after anything else it would be another for each law, and be planned for that alone.
  const property = fc.property<[Draft, ...More]>(drafts, ...more, (draft, ...others) => {
    given.add(JSON.stringify(draft));
    holds(draft, ...others);
  });
  fc.assert(property, { seed: inject("propertySeed"), numRuns: SAMPLE_SIZE });
  sameSample(given);
}

function sameSample(given: ReadonlySet<string>): void {
  sample ??= given;
  expect(given, "the fleets that this law drew, beside those of the first").toEqual(sample);
}

let sample: ReadonlySet<string> | undefined;

/** What is made of a key is made once. A law that shrinks may ask for thousands, of which only the first are kept. */
function kept<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const MOST = 2 * SAMPLE_SIZE;
  const known = new Map<string, Value>();
  return (key) => {
    const text = JSON.stringify(key);
    const value = known.get(text) ?? make(key);
    if (known.size < MOST) known.set(text, value);
    return value;
  };
}

const contextOf = kept(({ release, settings: chosen, prices }: Omit<Draft, "tenants" | "hosting">): PlanningContext => {
  const platform =
    release === "toy" ? toyContext(chosen) : planningContext({ release, priceBook: toyPriceBook(), settings: chosen });
  return { ...platform, ...priceWays[prices]() };
});

const planners = new Map<OperatingModel, (draft: Draft) => Planned>();

function plannedBy(model: OperatingModel, draft: Draft): Planned {
  const planner =
    planners.get(model) ??
    kept((one: Draft): Planned => {
      const { tenants: _drawn, hosting: _hosting, ...rest } = one;
      const context = contextOf(rest);
      const input = fleetOfDraft({ ...one, release: context.catalog.release.id });
      return { draft: one, model, input, context, plan: plannedFleet(input, model, context, cache) };
    });
  planners.set(model, planner);
  return planner(draft);
}

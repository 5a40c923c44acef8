import type {
  BreakEven,
  ComparisonDocument,
  FigureDocument,
  LifecycleDocument,
  PlanDocument,
  QuoteDocument,
} from "@nkp-planner/core";
import { ANSWERS, type PriceAnswer } from "./answers.ts";
import type {
  BreakevenOptions,
  CompareOptions,
  ExplainOptions,
  LifecycleOptions,
  PlanOptions,
  PriceForOptions,
  QuoteOptions,
} from "./ask-options.ts";
import type { Asked } from "./asked.ts";
import { Desk } from "./desk.ts";
import type { FleetInput } from "./inputs.ts";
import type { Result } from "./result.ts";
import type { AsyncRunOptions, RunOptions } from "./run.ts";
import type { WithSaid } from "./said.ts";
import { type PlannerParts, type PlannerSetup, readSetup } from "./setup.ts";
import { VERSIONS } from "./versions.ts";

/** One question, now or later: later leaves the thread to others between clusters, and can be ended by a signal. */
export interface Ask<Options, Answer> {
  (fleet: FleetInput, options: Options & RunOptions): Result<Answer>;
  /** Never rejects for bad data: that is a `Result` as well. */
  later(fleet: FleetInput, options: Options & AsyncRunOptions): Promise<Result<Answer>>;
}

/** What its answers are made with. */
export interface Provenance {
  /** The version of `@nkp-planner/core`, which counts. */
  readonly core: string;
  /** The version of `@nkp-planner/catalog`, whose facts it counts with. */
  readonly catalog: string;
  /** The id of the price book. */
  readonly priceBook: string;
  /** The id of the price list; null: tenants pay what is agreed with each. */
  readonly priceList: string | null;
}

/**
 * Made once and kept: what one question has counted serves the next, so that a kept planner answers several times faster
 * than a new one. It is frozen and may be shared; its answers are plain, frozen data with decimal amounts as text.
 */
export interface Planner {
  readonly provenance: Provenance;
  /** Footprint, hosts, cost, price and margin by one model. */
  readonly plan: Ask<PlanOptions, PlanDocument>;
  /** The same by several models, and which costs least, and why. */
  readonly compare: Ask<CompareOptions, ComparisonDocument>;
  /** What tenants pay: nothing of the cost. Refused for what cannot run, prices that do not hold, invented prices. */
  readonly quote: Ask<QuoteOptions, QuoteDocument>;
  /** One figure down to quantity × rate, each with its source. */
  readonly explain: Ask<ExplainOptions, WithSaid<FigureDocument>>;
  /** The price at which a margin is reached, of each tenant or of an item of the price list. */
  readonly priceFor: Ask<PriceForOptions, WithSaid<PriceAnswer>>;
  /** From how many tenants on a model costs no more than another. */
  readonly breakeven: Ask<BreakevenOptions, WithSaid<BreakEven>>;
  /** When each cluster is upgraded by each model, who waits for whom, and what all of it takes. */
  readonly lifecycle: Ask<LifecycleOptions, LifecycleDocument>;
}

/**
 * A planner with the catalog's facts, your prices and your settings, or every problem of them.
 *
 * `const planner = createPlanner({ priceBook, settings: { floors: "none" } });`
 */
export function createPlanner<BasisId extends string = never, SharingId extends string = never>(
  setup: PlannerSetup<BasisId, SharingId> = {},
): Result<Planner> {
  const read = readSetup(setup);
  return read.ok ? { ok: true, value: plannerOf(read.value) } : read;
}

function plannerOf(parts: PlannerParts): Planner {
  const desk = new Desk(parts);
  const ask = <Options, Answer>(
    name: keyof typeof ANSWERS,
    answer: (asked: Asked<Options>) => Result<Answer>,
  ): Ask<Options, Answer> => {
    const now = (fleet: FleetInput, options: Options & RunOptions) => desk.ask(name, fleet, options, answer).now();
    const later = (fleet: FleetInput, options: Options & AsyncRunOptions) =>
      desk.ask(name, fleet, options, answer).later();
    return Object.freeze(Object.assign(now, { later }));
  };
  return Object.freeze({
    provenance: Object.freeze({
      ...VERSIONS,
      priceBook: parts.prices.value?.id ?? "",
      priceList: parts.priceList?.value?.id ?? null,
    }),
    plan: ask("plan", ANSWERS.plan),
    compare: ask("compare", ANSWERS.compare),
    quote: ask("quote", ANSWERS.quote),
    explain: ask("explain", ANSWERS.explain),
    priceFor: ask("priceFor", ANSWERS.priceFor),
    breakeven: ask("breakeven", ANSWERS.breakeven),
    lifecycle: ask("lifecycle", ANSWERS.lifecycle),
  });
}

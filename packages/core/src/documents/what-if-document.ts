import * as z from "zod";
import { type Finding, shortfallsOf } from "../base/findings/finding.ts";
import { type DifferenceTornado, differenceTornadosOf } from "../whatif/difference.ts";
import type { MonteCarlo } from "../whatif/monte-carlo.ts";
import { ASSUMED_RANGES, type Range, type Target, type WhatIf } from "../whatif/range.ts";
import type { BasePlan } from "../whatif/replan.ts";
import type { Tornado } from "../whatif/tornado.ts";
import type { TwoWay } from "../whatif/two-way.ts";
import { TARGET_KINDS } from "../whatif/what-if-file.ts";
import { documentHead, headShape, type Prices } from "./document-head.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { MoneyPart } from "./parts.ts";

const share = z.number().min(0).max(1);
const target = {
  kind: z.enum(TARGET_KINDS).meta({ description: "An assumption, a SKU of the price book or of the price list." }),
  id: z.string(),
};
const decimal = z.string().meta({ description: "A decimal number as text." });

const RangePart = z.strictObject({
  ...target,
  low: decimal,
  high: decimal,
  mode: decimal.nullable().meta({ description: "The likeliest value; null: every value between is as likely." }),
  distribution: z.enum(["uniform", "triangular"]),
});

const GivenRangePart = z.strictObject({
  ...RangePart.shape,
  unit: z.string().meta({ description: "What its values are in, such as `a vCPU-year`; empty where it has no unit." }),
  planned: z.number().nullable().meta({ description: "What is planned; null where that is no one figure." }),
});

const amounts = {
  isFeasible: z.boolean().meta({ description: "false: the plan falls short; amounts are of what could be planned." }),
  monthlyCost: MoneyPart,
  monthlyPrice: MoneyPart.nullable().meta({ description: "null: what a tenant pays is unknown." }),
  monthlyMargin: MoneyPart.nullable(),
};
const AmountsPart = z.strictObject(amounts);
const QuantilesPart = z.strictObject({ p10: MoneyPart, p50: MoneyPart, p90: MoneyPart });

const TornadoPart = z.strictObject({
  modelId: z.string(),
  base: AmountsPart.meta({ description: "As planned, before anything is varied." }),
  findings: z.array(FindingPart).meta({ description: "What this plan cannot give." }),
  swings: z
    .array(
      z.strictObject({
        ...target,
        low: AmountsPart,
        high: AmountsPart,
        swing: MoneyPart.meta({ description: "Between low and high, of the margin; of the cost where it is unknown." }),
      }),
    )
    .meta({ description: "One range at a time, the widest first." }),
});

const DifferenceAtPart = z.strictObject({
  monthlyCost: MoneyPart.meta({ description: "What the dearer one costs more; below zero: it costs less there." }),
  isFeasible: z.boolean().meta({ description: "false: one of the two plans falls short." }),
});

const DifferencePart = z.strictObject({
  cheaperId: z.string().meta({ description: "The model that costs less as planned." }),
  dearerId: z.string(),
  base: DifferenceAtPart.meta({ description: "As planned, before anything is varied." }),
  swings: z
    .array(
      z.strictObject({
        ...target,
        low: DifferenceAtPart,
        high: DifferenceAtPart,
        swing: MoneyPart.meta({ description: "Between low and high." }),
      }),
    )
    .meta({ description: "One range at a time, the widest first." }),
});

const TwoWayPart = z.strictObject({
  down: RangePart,
  across: RangePart,
  cells: z.array(
    z.strictObject({
      down: decimal,
      across: decimal,
      cheapestModelId: z.string().nullable().meta({ description: "null: none is feasible, or several cost the same." }),
      models: z.array(z.strictObject({ modelId: z.string(), ...amounts })),
    }),
  ),
});

const TrialsPart = z.strictObject({
  seed: z.int(),
  trialCount: z.int().positive(),
  method: z.string(),
  quantiles: z.literal("nearest rank"),
  models: z.array(
    z.strictObject({
      modelId: z.string(),
      isFeasible: z.boolean(),
      cheapestRatio: share.meta({ description: "In which part of the trials it costs less than every other model." }),
      monthlyCost: QuantilesPart,
      monthlyMargin: QuantilesPart.nullable().meta({ description: "null: what a tenant pays is unknown." }),
    }),
  ),
  duels: z.array(z.strictObject({ modelId: z.string(), otherId: z.string(), cheaperRatio: share })),
});

/** What `whatif --format json` prints. JSON Schema: `schema/what-if-document.schema.json`. */
export const WhatIfDocument = z.strictObject({
  ...headShape,
  ranges: z.strictObject({
    title: z.string().nullable(),
    assumed: z.string().nullable().meta({ description: "How ranges were made up; null: they were given." }),
    currency: z.string(),
    all: z.array(GivenRangePart),
  }),
  tornado: z.array(TornadoPart).meta({ description: "One a model." }),
  differences: z
    .array(DifferencePart)
    .meta({ description: "One for every two models: how much more the dearer costs." }),
  twoWay: TwoWayPart.nullable().meta({
    description: "Two ranges against each other; null: not asked, or left out by a limit.",
  }),
  trials: TrialsPart.nullable().meta({
    description: "All ranges at once, drawn from a seed; null: not asked, or left out by a limit.",
  }),
});
export type WhatIfDocument = z.infer<typeof WhatIfDocument>;

/** What a what-if comes to. */
export interface WhatIfAnswers {
  readonly currency: string;
  readonly whatIf: WhatIf;
  readonly bases: readonly BasePlan[];
  /** One a base, in their order. */
  readonly tornado: readonly Tornado[];
  readonly twoWay: TwoWay | null;
  readonly trials: MonteCarlo | null;
  /** What a target is at in the plan as it is. */
  baseOf(target: Target): number | null;
  /** What a target's values are in. */
  unitOf(target: Target): string;
}

/** What ranges of prices and hours come to, as `whatif --format json` prints it. */
export function whatIfDocument(answers: WhatIfAnswers, prices: Prices, said: readonly Finding[] = []): WhatIfDocument {
  const { currency, whatIf, bases, tornado, twoWay, trials } = answers;
  return {
    ...documentHead(currency, prices, said),
    ranges: {
      title: whatIf.title,
      assumed: whatIf.isAssumed ? ASSUMED_RANGES : null,
      currency: whatIf.currency,
      all: whatIf.ranges.map((range) => ({
        ...rangePart(range),
        unit: answers.unitOf(range.target),
        planned: answers.baseOf(range.target),
      })),
    },
    tornado: tornado.map((one, index) => tornadoPart(one, bases[index] as BasePlan)),
    differences: differenceTornadosOf(tornado).map(differencePart),
    twoWay: twoWay === null ? null : twoWayPart(twoWay),
    trials: trials === null ? null : trialsPart(trials),
  };
}

function rangePart({ target: { kind, id }, low, high, mode }: Range): z.infer<typeof RangePart> {
  return { kind, id, low, high, mode, distribution: mode === null ? "uniform" : "triangular" };
}

function tornadoPart({ modelId, base, swings }: Tornado, { plan }: BasePlan): z.infer<typeof TornadoPart> {
  return {
    modelId,
    base: { ...base },
    findings: shortfallsOf(plan).map(findingPart),
    swings: swings.map(({ range, low, high, swing }) => ({
      ...range.target,
      low: { ...low },
      high: { ...high },
      swing,
    })),
  };
}

function differencePart({ cheaperId, dearerId, base, swings }: DifferenceTornado): z.infer<typeof DifferencePart> {
  return {
    cheaperId,
    dearerId,
    base: { ...base },
    swings: swings.map(({ range, low, high, swing }) => ({
      ...range.target,
      low: { ...low },
      high: { ...high },
      swing,
    })),
  };
}

function twoWayPart({ down, across, rows }: TwoWay): z.infer<typeof TwoWayPart> {
  return {
    down: rangePart(down),
    across: rangePart(across),
    cells: rows.flat().map(({ models, ...cell }) => ({ ...cell, models: models.map((model) => ({ ...model })) })),
  };
}

function trialsPart({ seed, trialCount, method, models, duels }: MonteCarlo): z.infer<typeof TrialsPart> {
  return {
    seed,
    trialCount,
    method,
    quantiles: "nearest rank",
    models: models.map((model) => ({ ...model })),
    duels: duels.map((duel) => ({ ...duel })),
  };
}

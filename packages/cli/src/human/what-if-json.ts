import { type Amounts, ASSUMED_RANGES, type Money, type Quantiles, type Range } from "@nkp-planner/core";
import type { WhatIfAnswer } from "./what-if.ts";

/** A what-if as data. */
export function whatIfJson(answer: WhatIfAnswer): object {
  const { whatIf, currency, tornado, twoWay, trials } = answer;
  return {
    currency,
    illustrativePrices: answer.hasIllustrativePrices,
    ranges: {
      title: whatIf.title,
      assumed: whatIf.isAssumed ? ASSUMED_RANGES : null,
      currency: whatIf.currency,
      all: whatIf.ranges.map(rangeJson),
    },
    tornado: tornado.map(({ modelId, base, swings }) => ({
      modelId,
      base: amountsJson(base),
      swings: swings.map(({ range, low, high, swing }) => ({
        ...range.target,
        low: amountsJson(low),
        high: amountsJson(high),
        swing: swing,
      })),
    })),
    twoWay:
      twoWay === null
        ? null
        : {
            down: rangeJson(twoWay.down),
            across: rangeJson(twoWay.across),
            cells: twoWay.rows.flat().map(({ down, across, models, cheapestModelId }) => ({
              down,
              across,
              cheapestModelId,
              models: models.map(({ modelId, ...amounts }) => ({ modelId, ...amountsJson(amounts) })),
            })),
          },
    trials:
      trials === null
        ? null
        : {
            seed: trials.seed,
            trialCount: trials.trialCount,
            method: trials.method,
            quantiles: "nearest rank",
            models: trials.models.map(({ monthlyCost, monthlyMargin, ...model }) => ({
              ...model,
              monthlyCost: quantilesJson(monthlyCost),
              monthlyMargin: monthlyMargin === null ? null : quantilesJson(monthlyMargin),
            })),
            duels: trials.duels,
          },
  };
}

function rangeJson({ target, low, high, mode }: Range): object {
  return { ...target, low, high, mode, distribution: mode === null ? "uniform" : "triangular" };
}

function amountsJson({ monthlyCost, monthlyPrice, monthlyMargin, isFeasible }: Amounts): object {
  const known = (value: Money | null) => (value === null ? null : value);
  return {
    isFeasible,
    monthlyCost: monthlyCost,
    monthlyPrice: known(monthlyPrice),
    monthlyMargin: known(monthlyMargin),
  };
}

function quantilesJson({ p10, p50, p90 }: Quantiles): object {
  return { p10: p10, p50: p50, p90: p90 };
}

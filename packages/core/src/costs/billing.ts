import { allocateMoney, costOf, type Money, multiplyMoney } from "../base/money.ts";
import { weakestOf } from "../base/provenance.ts";
import { quantityWeights } from "../base/quantity-weights.ts";
import { chargesOfUses } from "../prices/bill.ts";
import type { CostDriver } from "../prices/cost-drivers.ts";
import { priceKindOf } from "../prices/price-kinds.ts";
import type { Rate } from "../prices/rate.ts";
import { type Charge, chargesFor, isFlat } from "../prices/tariff.ts";
import { ALL_IDLE, attributed, type CostLine, type CostPortion, sumAttributions, type Weights } from "./cost-line.ts";

/** So much of something, used in one place. */
export interface Use extends Pick<CostLine, "label" | "quantity" | "confidence" | "sources" | "note"> {
  readonly clusterName: string | null;
  readonly poolName: CostPortion["poolName"];
  readonly weights: Weights;
}

/**
 * The lines of the bill for all uses of one rate. At one price each use has a line of its own; where the price depends
 * on the quantity, the fleet's uses are billed together, a line a tier, and each line is divided by quantity.
 */
export function billed(rate: Rate, uses: readonly Use[], recurs: CostLine["recurs"] = "month"): readonly CostLine[] {
  const present = uses.filter(({ quantity }) => quantity > 0);
  if (isFlat(rate.tariff)) return present.map((use) => lineOfUse(rate, use, recurs));
  const charges = chargesOfUses(
    rate.tariff,
    present.map(({ quantity }) => ({ quantity, placeCount: 1 })),
  );
  return charges.map((charge) => lineOfCharge(rate, charge, present, recurs));
}

/** Writes the lines of a rate, or none where they are not what it is asked for. */
export type Bill = (rate: Rate, uses: () => readonly Use[]) => readonly CostLine[];

/** The lines that a cluster has whatever else is in the fleet. */
export const billAlone: Bill = (rate, uses) => (isFlat(rate.tariff) ? billed(rate, uses()) : []);

/** The lines of prices that depend on what all clusters use together. */
export const billTogether: Bill = (rate, uses) => (isFlat(rate.tariff) ? [] : billed(rate, uses()));

function lineOfUse(rate: Rate, { weights, ...use }: Use, recurs: CostLine["recurs"]): CostLine {
  const amount = costOf(rate.unitPrice, use.quantity);
  const attribution = attributed(amount, weights);
  const { clusterName, poolName } = use;
  return {
    driver: driverOf(rate),
    recurs,
    ...use,
    rate,
    unitPrice: rate.unitPrice,
    amount,
    attribution,
    portions: [{ clusterName, poolName, amount, attribution }],
  };
}

function lineOfCharge(rate: Rate, charge: Charge, uses: readonly Use[], recurs: CostLine["recurs"]): CostLine {
  const amount = costOf(charge.unitPrice, charge.quantity);
  return {
    ...lineOf(rate, charge, charge.reason === "usage" ? portionsOf(amount, uses) : unused(amount, uses)),
    recurs,
    label: labelOf(rate, charge),
    confidence: weakestOf(uses.map(({ confidence }) => confidence)),
    sources: [...new Set(uses.flatMap(({ sources }) => sources))],
    note: uses.find(({ note }) => note !== undefined)?.note,
  };
}

function lineOf(rate: Rate, { quantity, unitPrice }: Charge, portions: readonly CostPortion[]) {
  return {
    driver: driverOf(rate),
    clusterName: null,
    poolName: null,
    quantity,
    rate,
    unitPrice,
    amount: costOf(unitPrice, quantity),
    attribution: sumAttributions(
      portions.map(({ attribution }) => attribution),
      unitPrice.currency,
    ),
    portions,
  };
}

function driverOf({ kind }: Rate): CostDriver {
  return priceKindOf(kind).driver;
}

/**
 * Nobody uses what is billed to fill a step or reach a minimum: it stays with the clusters that the price is for, such as
 * those of an edition, or with all where one of its uses is the whole fleet's.
 */
function unused(amount: Money, uses: readonly Pick<Use, "clusterName">[]): readonly CostPortion[] {
  const names = uses.map(({ clusterName }) => clusterName);
  const among =
    names.includes(null) || names.length === 0 ? {} : { amongClusters: [...new Set(names as string[])].sort() };
  return [
    {
      clusterName: null,
      ...among,
      poolName: null,
      amount,
      attribution: attributed(amount, ALL_IDLE),
    },
  ];
}

const REASONS: Readonly<Record<Charge["reason"], string>> = {
  usage: "",
  step: ", to fill the last step",
  minimum: ", to reach the minimum billed",
};

function labelOf({ name }: Rate, { fromQuantity, reason }: Charge): string {
  return `${name}${fromQuantity === null ? "" : `, tier from ${fromQuantity}`}${REASONS[reason]}`;
}

/** By quantity, the cent that does not divide to the first by name: in whatever order the fleet is written. */
function portionsOf(cost: Money, given: readonly Use[]): readonly CostPortion[] {
  const uses = given.toSorted(byPool);
  const parts = allocateMoney(cost, quantityWeights(uses.map(({ quantity }) => quantity)));
  return uses.map(({ clusterName, poolName, weights }, index) => {
    const amount = parts[index] as Money;
    return { clusterName, poolName, amount, attribution: attributed(amount, weights) };
  });
}

type PoolOfPortion = Pick<CostPortion, "clusterName" | "poolName">;

/** The order of portions of a bill: by cluster, then by pool. */
export function byPool(a: PoolOfPortion, b: PoolOfPortion): number {
  const [first, second] = [a, b].map(({ clusterName, poolName }) => `${clusterName ?? ""} ${poolName ?? ""}`) as [
    string,
    string,
  ];
  return first === second ? 0 : first < second ? -1 : 1;
}

/**
 * The lines for something that several places share in a known proportion: hosts, which carry many clusters.
 * One line where the price does not depend on the quantity, else one a tier.
 */
export function billedShared(
  rate: Rate,
  use: Pick<Use, "label" | "quantity" | "confidence" | "sources" | "note">,
  portionsOfCost: (amount: Money, exactAmount: Money) => readonly CostPortion[],
): readonly CostLine[] {
  const isOne = isFlat(rate.tariff);
  return chargesFor(rate.tariff, use.quantity).map((charge) => {
    const amount = costOf(charge.unitPrice, charge.quantity);
    return {
      ...lineOf(
        rate,
        charge,
        charge.reason === "usage"
          ? portionsOfCost(amount, multiplyMoney(charge.unitPrice, charge.quantity))
          : unused(amount, []),
      ),
      recurs: "month",
      label: isOne ? use.label : `${use.label}: ${labelOf(rate, charge)}`,
      confidence: use.confidence,
      sources: use.sources,
      note: use.note,
    };
  });
}

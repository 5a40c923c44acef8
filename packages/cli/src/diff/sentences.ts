import {
  type Diff,
  type ModelDiff,
  moneyNumberText,
  moneyText,
  noMoney,
  numberText,
  type SideDifference,
  sideDifferences,
} from "@nkp-planner/core";
import { isQuiet, isSame } from "./loudness.ts";
import { signedMoney, signedRatio } from "./values.ts";

type Changes = ModelDiff["changes"];

/** What both sides are called. */
export function namesText({ base, head }: Pick<Diff, "base" | "head">): string {
  return `${base.name} → ${head.name}`;
}

const WHAT: Readonly<Record<SideDifference["what"], string>> = {
  asOf: "day",
  release: "release",
  currency: "currency",
  prices: "price book",
  priceList: "price list",
};

/** What is not the same on both sides though it moves every figure; empty: all is. */
export function differencesText(diff: Diff): string {
  const all = sideDifferences(diff).map(
    ({ what, base, head }) => `${WHAT[what]} ${base ?? "none"} → ${head ?? "none"}`,
  );
  return all.length === 0 ? "" : `Not the same on both sides: ${all.join("; ")}.`;
}

/** Where the cost goes, with the model's name: the one line that everybody reads. */
export function verdictText(model: ModelDiff, thresholds: Diff["thresholds"]): string {
  const { changes } = model;
  const { base, head } = changes;
  const title = `${base.title === head.title ? "" : `${base.title} → `}${head.title}${stateText(base, head)}`;
  if (isQuiet(model, thresholds))
    return `${title}: no change above ${limitText(changes, thresholds)}: ${changeText(changes.cost)}.`;
  if (isSame(model)) {
    const unknown = model.upgrades === null ? "; whether upgrades come on other days is not known" : "";
    return `${title}: no change, ${moneyText(changes.cost.head)} a month${unknown}.`;
  }
  return `${title}: ${moveText(changes)}.`;
}

/** Figures of what cannot run never stand alone. */
function stateText(base: Changes["base"], head: Changes["head"]): string {
  if (head.isInfeasible) return " (cannot run as it is described)";
  return base.isInfeasible ? " (could not run as it was described)" : "";
}

function moveText({ cost }: Changes): string {
  const { base, head, difference, direction } = cost;
  if (difference === null)
    return `${moneyText(base)} → ${moneyText(head)} a month; amounts of two currencies are not subtracted`;
  if (direction === "same") return `the same cost, ${moneyText(head)} a month`;
  return `${changeText(cost)}, ${moneyText(base)} → ${moneyNumberText(head)}`;
}

function changeText({ head, difference, differenceRatio }: Changes["cost"]): string {
  const share = differenceRatio === null ? "" : ` (${signedRatio(differenceRatio)})`;
  return `cost ${signedMoney(difference ?? noMoney(head.currency))} a month${share}`;
}

function limitText({ cost }: Changes, { amount, percent }: Diff["thresholds"]): string {
  const parts = [
    amount === null ? "" : moneyText({ amount, currency: cost.head.currency }),
    percent === null ? "" : `${numberText(percent, MOST_DIGITS)} %`,
  ];
  return parts.filter((part) => part !== "").join(" or ");
}

const MOST_DIGITS = 6;

/** What figures that are not known depend on, a sentence each. */
export function unknownTexts(changes: Changes): readonly string[] {
  const { cost, base, head } = changes;
  const known = cost.leftOut.base.filter((name) => !cost.leftOut.head.includes(name));
  return [
    cost.newlyLeftOut.length === 0
      ? ""
      : `The cost is not known in full any more: it depends on a price for ${cost.newlyLeftOut.join(", ")}, which the price book does not have.`,
    known.length === 0
      ? ""
      : `The cost had left out ${known.join(", ")}, which has a price now, or is not there any more.`,
    ...(base.tenantsWithoutPrice.join() === head.tenantsWithoutPrice.join()
      ? [priceText("Price and margin are not known on either side", head.tenantsWithoutPrice)]
      : [
          priceText("Price and margin were not known", base.tenantsWithoutPrice),
          priceText("Price and margin are not known", head.tenantsWithoutPrice),
        ]),
  ].filter((text) => text !== "");
}

function priceText(what: string, tenantIds: readonly string[]): string {
  if (tenantIds.length === 0) return "";
  const [shown, rest] = [tenantIds.slice(0, MOST_NAMES).join(", "), tenantIds.length - MOST_NAMES];
  return `${what}: they depend on the price of ${shown}${rest > 0 ? ` and ${rest} more` : ""}.`;
}

const MOST_NAMES = 12;

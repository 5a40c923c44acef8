import {
  type CostLine,
  costDriverTitle,
  driversOf,
  type FindingKind,
  findingsOfKind,
  findingText,
  hasIllustrativePrices,
  isZeroMoney,
  lossReasonsOf,
  type Money,
  type PlannedFleet,
  recoveryOf,
  sharingChecksOf,
  sumMoney,
  type TenantEconomics,
  totalFigures,
} from "@nkp-planner/core";
import { confidenceWord, type Sources, type SourceView, sourceView } from "./evidence-view.ts";
import type { Fragment } from "./fragment.ts";
import { lossSentences } from "./margin-view.ts";
import { placementNote } from "./placement-note.ts";
import { planTitle } from "./plan-title.ts";
import type { Writer } from "./writer.ts";

/** The internal sheet of a plan: cost, price and margin down to quantity × rate, and what it rests on. */
export interface SheetView {
  readonly modelTitle: string;
  readonly summary: string;
  readonly currency: string;
  readonly unit: string;
  readonly warnings: readonly string[];
  /** To be said on every page, not only on top of the first. */
  readonly isInvented: boolean;
  readonly drivers: readonly SheetRow[];
  readonly parts: readonly SheetRow[];
  readonly tenants: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly tenantTotal: readonly string[];
  readonly losses: readonly (readonly Fragment[])[];
  readonly checks: readonly SheetRow[];
  /** Taking tenants on; null where that has neither cost nor price. */
  readonly once: SheetOnce | null;
  /** Every line of the cost, by where it arises. */
  readonly places: readonly SheetPlace[];
  readonly total: string;
  readonly unknown: readonly string[];
  readonly sources: readonly SourceView[];
}

export interface SheetRow {
  readonly title: string;
  readonly value: string;
}

export interface SheetOnce {
  /** What tenants pay for it, in a sentence. */
  readonly paid: string;
  readonly places: readonly SheetPlace[];
  readonly total: string;
}

export interface SheetPlace {
  readonly place: string;
  readonly amount: string;
  readonly lines: readonly SheetLine[];
}

export interface SheetLine {
  readonly label: string;
  readonly quantity: string;
  readonly rate: string;
  readonly amount: string;
  readonly confidence: string;
}

export function sheetView(plan: PlannedFleet, sources: Sources, writer: Writer): SheetView {
  const { model, totals, currency, tenants, costs, oneTimeCosts } = plan;
  const amount = (value: Money | null) => (value === null ? "unknown" : writer.amount(value));
  const ratio = (value: number | null) => (value === null ? "unknown" : writer.ratio(value));
  const { platformMonthlyCost } = recoveryOf(plan);
  const said = (kind: FindingKind) =>
    findingsOfKind(plan, kind).map((finding) => findingText(finding, writer.inSentence));
  const used = new Set([...costs, ...oneTimeCosts].flatMap(({ sources: ids }) => ids));
  return {
    modelTitle: planTitle(plan),
    summary: [model.summary, placementNote(plan, [plan], writer)].filter((text) => text !== "").join(" "),
    currency,
    unit: `${currency} a month`,
    warnings: [...said("reading"), ...said("prices"), ...said("infeasible")],
    isInvented: hasIllustrativePrices(plan.context, plan.input.tenants),
    drivers: driversOf([plan]).map((driver) => ({
      title: costDriverTitle(driver),
      value: writer.amount(totals.monthlyCostByDriver[driver]),
    })),
    parts: [
      ...totalFigures
        .filter(({ totalId }) => totalId === "monthlyCostByAttribution")
        .map(({ short, value, unit }) => ({ title: short, value: writer.bare(value(plan), unit) })),
      { title: "Of all these, platform and documented minimums", value: writer.amount(platformMonthlyCost) },
    ],
    tenants: tenants.map((tenant) => ({ name: tenant.name, cells: cellsOf(tenant, amount, ratio) })),
    tenantTotal: cellsOf(totals, amount, ratio),
    losses: lossSentences(plan, lossReasonsOf(plan), writer),
    checks: sharingChecksOf(plan).map(({ method, isUsed, isWhole, sharedOutMonthlyCost }) => ({
      title: `Shared out ${method.replace("-", " ")}${isUsed ? ", as here" : ""}`,
      value: `${writer.amount(sharedOutMonthlyCost)}${isWhole ? "" : " — not the whole cost"}`,
    })),
    once: onceOf(plan, writer),
    places: placesOf(costs, currency, writer),
    total: writer.amount(totals.monthlyCost),
    unknown: said("unknown"),
    sources: [...used].map((id) => sourceView(id, sources)),
  };
}

type Economics = Pick<TenantEconomics, "monthlyPrice" | "monthlyCost" | "monthlyMargin" | "marginRatio">;

function cellsOf(
  { monthlyPrice, monthlyCost, monthlyMargin, marginRatio }: Economics,
  amount: (value: Money | null) => string,
  ratio: (value: number | null) => string,
): readonly string[] {
  return [amount(monthlyPrice), amount(monthlyCost), amount(monthlyMargin), ratio(marginRatio)];
}

function onceOf({ totals, oneTimeCosts, currency }: PlannedFleet, writer: Writer): SheetOnce | null {
  const { oneTimePrice, oneTimeCost } = totals;
  if (oneTimeCosts.length === 0 && oneTimePrice !== null && isZeroMoney(oneTimePrice)) return null;
  return {
    paid:
      oneTimePrice === null
        ? "What tenants pay for it is unknown."
        : `Tenants pay ${writer.amount(oneTimePrice)} ${currency} for it.`,
    places: placesOf(oneTimeCosts, currency, writer),
    total: writer.amount(oneTimeCost),
  };
}

function placesOf(costs: readonly CostLine[], currency: string, writer: Writer): readonly SheetPlace[] {
  const names = new Set(costs.map(({ clusterName }) => clusterName));
  return [...names].map((name) => {
    const own = costs.filter(({ clusterName }) => clusterName === name);
    const amounts = own.map(({ amount }) => amount);
    return {
      place: name ?? "The fleet as a whole",
      amount: writer.amount(sumMoney(amounts, currency)),
      lines: own.map((line) => lineOf(line, writer)),
    };
  });
}

function lineOf(line: CostLine, writer: Writer): SheetLine {
  const { label, quantity, rate, unitPrice, amount, confidence } = line;
  return {
    label,
    quantity: writer.number(quantity, QUANTITY_DIGITS),
    rate: `${writer.rate(unitPrice)} per ${rate.unit}`,
    amount: writer.amount(amount),
    confidence: confidenceWord(confidence),
  };
}

const QUANTITY_DIGITS = 4;

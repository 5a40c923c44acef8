import {
  basisOfSums,
  type CostDriver,
  type CountedStatements,
  costDrivers,
  countText,
  type Finding,
  findingKey,
  messageText,
  notSaidOfStreams,
  numberText,
  type StreamedComparison,
  type StreamedPlan,
  shortfallsOfSums,
  valueText,
} from "@nkp-planner/core";
import type { LosingCounts } from "../stream/shares-file.ts";
import { differenceRows, driversText, rowsOfTotals, type ToldByTotals } from "./comparison.ts";
import { basisText, markedTitle, markNote, noticesText, pressingOf, shortfallText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { table } from "./table.ts";

/** A comparison of a fleet that nobody holds, for people: the verdict and why, the totals side by side, what falls short. */
export function streamedText(
  comparison: StreamedComparison,
  notices: readonly Finding[],
  losing: LosingCounts | undefined,
  ink: Ink,
): string {
  const { verdict, release, asOf, currency, differences, baselineId } = comparison;
  const plans = comparison.plans.map(toldByTotals);
  const told = { differences, baselineId, plans };
  const columns = [
    { title: "", align: "left" as const },
    ...plans.map((plan) => ({ title: markedTitle(plan), align: "right" as const })),
  ];
  const parts = [
    ink.strong(paragraph(messageText(verdict.message, valueText))),
    verdict.reasons
      .filter(({ key }) => key !== "reason.gives-up" && key !== "reason.gives-up-pro")
      .map((reason) => paragraph(messageText(reason, valueText), "  ", "· "))
      .join("\n"),
    noticesText(notices),
    paragraph(`${release}, as of ${asOf}, ${tenantsText(comparison.plans)}; amounts in ${currency} a month.`),
    table(columns, [...rowsOfTotals(plans, ink), ...differenceRows(told, ink)], ink),
    markNote(plans, ink),
    driversText(told, ink),
    losingText(comparison.plans, losing),
    ...comparison.plans.map((plan) => shortfalls(plan, ink)),
    restsOn(comparison.plans, ink),
    [
      ink.strong("What this does not say"),
      ...notSaidOfStreams(losing !== undefined).map((sentence) => paragraph(sentence, "  ", "· ")),
    ].join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** A streamed plan as tables of plans take it. */
function toldByTotals({ model, totals, sums }: StreamedPlan): ToldByTotals {
  const findings = Object.values(sums.found).flatMap(({ first }) => first.map(({ finding }) => finding));
  const hasLine = (driver: CostDriver) => sums.amounts[`driver/${driver}`] !== undefined;
  return { model, totals, findings, costs: costDrivers.filter(hasLine).map((driver) => ({ driver })) };
}

function tenantsText([plan]: readonly StreamedPlan[]): string {
  const absent = plan?.sums.absentTenantCount ?? 0;
  const text = countText(plan?.tenantCount ?? 0, "tenants");
  return absent === 0 ? text : `${text} (${countText(absent, "more")} not under contract then)`;
}

/** Who is at a loss, by its own cluster already and with its share of the rest, by each model; empty where nobody is. */
function losingText(plans: readonly StreamedPlan[], losing: LosingCounts | undefined): string {
  const isKnown = plans.every(({ totals }) => totals.monthlyPrice !== null);
  const of = isKnown ? "" : ", of those whose price is known";
  const sentence = (what: string, countOf: (plan: StreamedPlan) => number) => {
    if (plans.every((plan) => countOf(plan) === 0)) return [];
    const each = plans.map((plan) => `${numberText(countOf(plan))} by ${plan.model.title}`);
    return [paragraph(`Tenants who pay less than ${what}${of}: ${each.join("; ")}.`)];
  };
  return [
    ...sentence("what is theirs alone costs", ({ sums }) => sums.losingTenantCount),
    ...(losing === undefined
      ? []
      : sentence("they cost with their share of the rest", ({ model }) => losing.get(model.id) ?? 0)),
  ].join("\n");
}

const FIRST_ALIKE = 3;

/** What a plan cannot give: of each kind the first few, and how many more there are. */
function shortfalls({ model, sums }: StreamedPlan, ink: Ink): string {
  const found = shortfallsOfSums(sums);
  if (found.length === 0) return "";
  return [ink.strong(`${model.title} falls short`), ...found.flatMap((one) => linesOf(one, shortfallText, "! "))].join(
    "\n",
  );
}

/** What the plans rest on, each statement once: what a reader must see, and how much more there is. */
function restsOn(plans: readonly StreamedPlan[], ink: Ink): string {
  const all = plans.flatMap(({ sums }) => basisOfSums(sums));
  const once = [...new Map(all.map((one) => [JSON.stringify(one.first.map(findingKey)), one])).values()];
  const pressing = once.filter(({ first }) => pressingOf(first).length > 0);
  const others = countText(once.length - pressing.length, "more choices and simplifications");
  return [
    ink.strong("What it rests on"),
    ...pressing.flatMap((one) => linesOf(one, basisText, "· ")),
    paragraph(`and ${others}; --format json lists them all.`, "  "),
  ].join("\n");
}

function linesOf(
  { count, first }: CountedStatements,
  textOf: (finding: Finding) => string,
  mark: string,
): readonly string[] {
  const shown = first.slice(0, FIRST_ALIKE).map(textOf);
  const more = count - shown.length;
  return more === 0 ? shown : [...shown, paragraph(`and ${countText(more, "more")} like these.`, "  ", mark)];
}

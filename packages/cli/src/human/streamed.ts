import {
  type CostDriver,
  costDrivers,
  countText,
  type Finding,
  messageText,
  NOT_SAID_OF_STREAMS,
  type StreamedComparison,
  type StreamedPlan,
  valueText,
} from "@nkp-planner/core";
import { differenceRows, driversText, rowsOfTotals, type ToldByTotals } from "./comparison.ts";
import { markedTitle, markNote, noticesText, shortfallText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { table } from "./table.ts";

/** A comparison of a fleet that nobody holds, for people: the verdict and why, the totals side by side, what falls short. */
export function streamedText(comparison: StreamedComparison, notices: readonly Finding[], ink: Ink): string {
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
    ...comparison.plans.map((plan) => shortfalls(plan, ink)),
    [
      ink.strong("What this does not say"),
      ...NOT_SAID_OF_STREAMS.map((sentence) => paragraph(sentence, "  ", "· ")),
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

const FIRST_ALIKE = 3;

/** What a plan cannot give: of each kind the first few, and how many more there are. */
function shortfalls({ model, sums }: StreamedPlan, ink: Ink): string {
  const found = Object.values(sums.found).filter(({ kind }) => kind === "infeasible" || kind === "unmet-wish");
  if (found.length === 0) return "";
  const lines = found.flatMap(({ count, first }) => {
    const shown = first.slice(0, FIRST_ALIKE).map(({ finding }) => shortfallText(finding));
    const more = count - shown.length;
    return more === 0 ? shown : [...shown, paragraph(`and ${countText(more, "more")} like these.`, "  ", "! ")];
  });
  return [ink.strong(`${model.title} falls short`), ...lines].join("\n");
}

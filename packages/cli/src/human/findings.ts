import {
  type Finding,
  type FindingKind,
  type FleetPlan,
  findingText,
  isInfeasible,
  shortfallsOf,
} from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";

const PRESSING: readonly FindingKind[] = ["reading", "unknown", "prices"];

/** What a reader must see of what a plan rests on: what of its input it takes, prices, unknowns, and what the user set. */
export function pressingOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ kind, evidence }) => PRESSING.includes(kind) || evidence?.isDefault === false);
}

export function basisText(finding: Finding): string {
  const { evidence } = finding;
  const set = evidence?.isDefault === false ? " Set by you." : "";
  const reason = evidence?.note === undefined || !evidence.isDefault ? "" : ` (${evidence.note})`;
  const confidence = evidence === undefined ? "" : ` [${evidence.confidence}]`;
  return paragraph(`${findingText(finding)}${set}${reason}${confidence}`, "  ", "· ");
}

/** What a plan cannot keep, as a line of a list. */
export function shortfallText(finding: Finding): string {
  return paragraph(`${finding.kind === "infeasible" ? "Cannot run: " : ""}${findingText(finding)}`, "  ", "! ");
}

/** What a plan cannot keep: its figures are those of what can be planned of it, so none is shown without this. */
export function shortfallsText(plan: Pick<FleetPlan, "model" | "findings">, ink: Ink): string {
  const shortfalls = shortfallsOf(plan);
  if (shortfalls.length === 0) return "";
  return [ink.strong(`${plan.model.title} falls short`), ...shortfallLines(shortfalls)].join("\n");
}

const MOST_ALIKE = 12;
const FIRST_ALIKE = 3;

/** A line each; of very many alike the first few, and how many more there are. */
export function shortfallLines(shortfalls: readonly Finding[]): readonly string[] {
  const codes = [...new Set(shortfalls.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const alike = shortfalls.filter((one) => one.code === code);
    if (alike.length <= MOST_ALIKE) return alike.map(shortfallText);
    const more = `and ${alike.length - FIRST_ALIKE} more like these; plan FLEET --format json lists all.`;
    return [...alike.slice(0, FIRST_ALIKE).map(shortfallText), paragraph(more, "  ", "! ")];
  });
}

/** What is to be known of the inputs, a paragraph each. */
export function noticesText(notices: readonly Finding[]): string {
  return notices.map((notice) => paragraph(findingText(notice))).join("\n");
}

type Titled = Pick<FleetPlan, "findings"> & { readonly model: { readonly title: string } };

/** A model's name above its figures, marked where the plan does not run: figures of what cannot run never stand alone. */
export function markedTitle(plan: Titled): string {
  return `${plan.model.title}${markOf(plan)}`;
}

/** What stands behind the name of a model whose plan does not run. */
export function markOf(plan: Pick<FleetPlan, "findings"> | undefined): string {
  return plan !== undefined && isInfeasible(plan) ? " !" : "";
}

/** What the mark means; empty where no plan has it. */
export function markNote(plans: readonly Titled[], ink: Ink): string {
  return plans.some(isInfeasible)
    ? ink.quiet("! cannot run as it is described: figures of what can be planned of it")
    : "";
}

import {
  countText,
  type Decision,
  distinctFindings,
  type Finding,
  findingText,
  numberText,
  verdictSentence,
} from "@nkp-planner/core";
import { criteriaTables } from "./decision-criteria.ts";
import { tenantsText } from "./decision-tenants.ts";
import { turnsText } from "./decision-turns.ts";
import { wishesText } from "./decision-wishes.ts";
import { markNote, noticesText, shortfallsText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";

/** A decision for people: who is first, measures and scores, how far each weight can move, each tenant both ways. */
export function decisionText(decision: Decision, notices: readonly Finding[], ink: Ink): string {
  const plans = decision.models.map(({ plan }) => plan);
  const [first] = plans;
  if (first === undefined || first.tenants.length === 0)
    return "The fleet has no tenants: there is nothing to decide.\n";
  const { release, input, currency } = first;
  const all = decision.findings.filter(({ ruleId }) => ruleId === DECISION);
  // Why nothing is ranked is said first of all, in the place of who is.
  const own = decision.ranking === null ? all.slice(1) : all;
  const ofCalendar = decision.findings.filter(({ ruleId }) => ruleId !== DECISION);
  const parts = [
    paragraph(verdictSentence(decision, numberText)).split("\n").map(ink.strong).join("\n"),
    noticesText(notices),
    paragraph(
      `${release}, as of ${input.asOf}, ${countText(first.tenants.length, "tenants")}, upgrades of ${countText(decision.horizonMonths, "months")}; amounts in ${currency}.`,
    ),
    criteriaTables(decision, ink),
    markNote(plans, ink),
    turnsText(decision, ink),
    tenantsText(decision, ink),
    wishesText(decision, ink),
    ...plans.map((plan) => shortfallsText(plan, ink)),
    listText("What this rests on", own, ink),
    listText("What the days of waiting rest on", distinctFindings([{ findings: ofCalendar }]), ink),
    measuredText(decision, ink),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const DECISION = "decision";

function listText(title: string, findings: readonly Finding[], ink: Ink): string {
  if (findings.length === 0) return "";
  return [ink.strong(title), ...findings.map((finding) => paragraph(findingText(finding), "  ", "· "))].join("\n");
}

function measuredText({ criteria }: Decision, ink: Ink): string {
  const lines = criteria.map(({ id, measures, better }) =>
    paragraph(`${id}: ${measures} ${better === "less" ? "Less" : "More"} is better.`, "  ", "· "),
  );
  return [ink.strong("What is measured, by the names of weights"), ...lines].join("\n");
}

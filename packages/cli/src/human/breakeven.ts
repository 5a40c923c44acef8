import {
  type BothCosts,
  type BreakEvenAnswers,
  compareMoney,
  countText,
  type Finding,
  type FleetSize,
  gibOf,
  moneyNumberText,
  moneyText,
  numberText,
  type OperatingModel,
  type Resources,
  ratioText,
  type SmallestTenant,
  type TenantPriceTargets,
  type Tie,
  type TieEnd,
  type TriedTenant,
  type UnitPriceAnswer,
  vcpuOf,
} from "@nkp-planner/core";
import { markedTitle, markNote, markOf, noticesText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { shortSizesText } from "./short-sizes.ts";
import { table } from "./table.ts";

/** The answers, with what people read of the question. */
export interface Answers extends BreakEvenAnswers {
  readonly models: readonly [OperatingModel, OperatingModel];
  /** What was planned for the break-even. */
  readonly sizes: readonly FleetSize[];
  /** Whether there is a price list, by which a new tenant would pay. */
  readonly isPriced: boolean;
  /** A pod of the smallest tenant. */
  readonly pod: Resources;
}

export function breakevenText(answers: Answers, notices: readonly Finding[], ink: Ink): string {
  const parts = [
    ink.strong(paragraph(`${breakEvenSentence(answers)}${shortSizesText(answers.sizes, answers.models)}`)),
    noticesText(notices),
    tiesText(answers, ink),
    smallestText(answers, ink),
    unitPriceText(answers, ink),
    markNote(answers.plans, ink),
    ...answers.plans.map((plan, index) =>
      targetsText(markedTitle(plan), answers.targets[index] ?? [], answers.marginRatio, ink),
    ),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function breakEvenSentence({ breakEven, models: [model, against] }: Answers): string {
  if (breakEven === null) return "The fleet has no tenants: there is nothing to repeat.";
  const { fromTenantCount, provenUpToTenantCount, alsoAtTenantCounts, at, before } = breakEven;
  const also =
    alsoAtTenantCounts.length === 0 ? "" : ` It does at ${alsoAtTenantCounts.join(", ")} tenants too, and not between.`;
  if (fromTenantCount === null || at === null) {
    const never = alsoAtTenantCounts.length === 0 ? "Never" : "Not to the end of what was planned";
    return `${never}: each number of tenants from 1 to ${provenUpToTenantCount} was planned, and ${model.phrase} costs more than ${against.phrase} at the last.${also}`;
  }
  const text = `From ${fromTenantCount} tenants of this mix on ${model.phrase} costs no more than ${against.phrase}`;
  const neighbours = before === null ? "" : `, ${costsOf(before)}`;
  return `${text}, planned up to ${provenUpToTenantCount}: ${costsOf(at)}${neighbours}.${also}`;
}

function costsOf({ tenantCount, monthlyCost, againstMonthlyCost }: BothCosts): string {
  return `at ${tenantCount} ${moneyText(monthlyCost)} against ${moneyText(againstMonthlyCost)}`;
}

function tiesText({ ties, models, plans }: Answers, ink: Ink): string {
  if (ties.length === 0) return "";
  const marked = (index: 0 | 1) => ({ phrase: `${models[index].phrase}${markOf(plans[index])}` });
  const lines = ties.map((tie) => paragraph(tieSentence(tie, marked(0), marked(1)), "  ", "· "));
  return [ink.strong("Where the two cost the same"), ...lines].join("\n");
}

function tieSentence(tie: Tie, model: Phrased, against: Phrased): string {
  const { target, unit, planned, at, before, searchedFrom, searchedTo } = tie;
  const isDearer = compareMoney(planned.monthlyCost, planned.againstMonthlyCost) > 0;
  const [cheaper, other] = isDearer ? [against, model] : [model, against];
  const said = (value: string) => countText(Number(value), unit, VALUE_DIGITS).trim();
  if (at === null) {
    const range = `${numberText(Number(searchedFrom), VALUE_DIGITS)} to ${said(searchedTo)}`;
    return `${target.id}: at none of the values tried from ${range} (now ${said(planned.value)}); ${cheaper.phrase} costs less at each.`;
  }
  const costs = ({ monthlyCost, againstMonthlyCost }: TieEnd) =>
    `${moneyText(monthlyCost)} against ${moneyText(againstMonthlyCost)}`;
  const last = before === null ? "" : `; at ${said(before.value)} still ${costs(before)}`;
  return `${target.id}: at ${said(at.value)} (now ${said(planned.value)}) ${other.phrase} costs no more than ${cheaper.phrase}: ${costs(at)}${last}.`;
}

type Phrased = Pick<OperatingModel, "phrase">;

const VALUE_DIGITS = 4;

function smallestText({ smallest, plans, pod, marginRatio, isPriced }: Answers, ink: Ink): string {
  const title = ink.strong("The smallest tenant worth taking");
  if (smallest === null && isPriced) return "";
  if (smallest === null) {
    return `${title}\n${paragraph("Unknown without --price-list: nobody has said what a new tenant would pay.", "  ")}`;
  }
  const each = `${numberText(vcpuOf(pod.cpuMillicores))} vCPU, ${numberText(gibOf(pod.memoryBytes))} GiB, ${numberText(gibOf(pod.storageBytes))} GiB of volume`;
  const intro = paragraph(
    `One more tenant of equal pods (${each} each) joins the fleet, at its full cost; a margin of ${ratioText(marginRatio)} is wanted.`,
    "  ",
  );
  const lines = smallest.map((one, index) => paragraph(smallestSentence(titleAt(plans, index), one), "  ", "· "));
  return [title, intro, ...lines].join("\n");
}

function smallestSentence(title: string, answer: SmallestTenant): string {
  const { fromPodCount, provenUpToPodCount, alsoAtPodCounts, at, before } = answer;
  const also = alsoAtPodCounts.length === 0 ? "" : ` Also at ${alsoAtPodCounts.join(", ")} pods, and not between.`;
  if (fromPodCount === null || at === null)
    return `${title}: none up to ${provenUpToPodCount} pods, all of them planned.${also}`;
  const neighbour = before === null ? "" : ` ${triedText(before)}.`;
  return `${title}: from ${fromPodCount} pods on, planned up to ${provenUpToPodCount}. ${triedText(at)}.${neighbour}${also}`;
}

function triedText({ podCount, economics: { monthlyPrice, monthlyCost, marginRatio } }: TriedTenant): string {
  const price = monthlyPrice === null ? "an unknown price" : moneyText(monthlyPrice);
  const ratio = marginRatio === null ? "" : `, margin ${ratioText(marginRatio)}`;
  return `${podCount} pods: ${price} for ${moneyNumberText(monthlyCost)} of cost${ratio}`;
}

function unitPriceText({ unitPrices, plans, marginRatio }: Answers, ink: Ink): string {
  if (unitPrices === null) return "";
  const lines = unitPrices.map((answer, index) => {
    const title = titleAt(plans, index);
    const { sku, unitPrice, marginRatio: ratio, belowMarginRatio } = answer;
    if (unitPrice === null || ratio === null) return `${title}: ${noUnitPrice(answer)}.`;
    if (answer.reason === "already-when-free")
      return `${title}: it is ${exactRatio(ratio)} already where ${sku} costs nothing.`;
    const below = belowMarginRatio === null ? "" : `, ${exactRatio(belowMarginRatio)} at the smallest amount less`;
    return `${title}: ${moneyText(unitPrice)} for ${sku} gives ${exactRatio(ratio)}${below}.`;
  });
  return [
    ink.strong(`The unit price at which the fleet's margin is ${ratioText(marginRatio)}`),
    ...lines.map((line) => paragraph(line, "  ", "· ")),
  ].join("\n");
}

/** A model's name, marked where its plan does not run. */
function titleAt(plans: Answers["plans"], index: number): string {
  return markedTitle(plans[index] as Answers["plans"][number]);
}

function noUnitPrice({ reason, sku, searchedUpTo }: UnitPriceAnswer): string {
  switch (reason) {
    case "not-charged":
      return `no price of ${sku} changes anything, as nobody is charged it (agreed prices do not follow the list)`;
    case "price-unknown":
      return "not known, as what some tenants pay is not";
    default:
      return `at no price of ${sku} up to ${moneyText(searchedUpTo)}`;
  }
}

const PERCENT = 100;

function exactRatio(ratio: number): string {
  return `${numberText(ratio * PERCENT, 4)} %`;
}

function targetsText(title: string, targets: readonly TenantPriceTargets[], marginRatio: number, ink: Ink): string {
  const right = (text: string) => ({ title: text, align: "right" as const });
  const columns = [
    { title: "Tenant", align: "left" as const },
    right("Own cost"),
    right("Price floor"),
    right(`For ${ratioText(marginRatio)}`),
    right("Price now"),
  ];
  const rows = targets.map((target) => [
    target.name,
    moneyNumberText(target.ownCostMonthlyPrice),
    moneyNumberText(target.floorMonthlyPrice),
    moneyNumberText(target.targetMonthlyPrice),
    target.monthlyPrice === null ? "unknown" : moneyNumberText(target.monthlyPrice),
  ]);
  return `${ink.strong(`${title}: what each tenant must pay a month`)}\n${table(columns, rows, ink)}`;
}

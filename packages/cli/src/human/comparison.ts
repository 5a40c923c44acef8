import {
  type Comparison,
  choiceOf,
  costDriverTitle,
  countText,
  distinctFindings,
  driversOf,
  type FigureUnit,
  type FigureValue,
  type Finding,
  groundsOf,
  isNegativeMoney,
  isZeroMoney,
  lossCountText,
  type Money,
  messageText,
  moneyNumberText,
  numberText,
  type PlannedFleet,
  ratioText,
  recoveryOf,
  type TotalFigure,
  type TotalGroup,
  totalRowsIn,
  valueText,
} from "@nkp-planner/core";
import { basisText, markedTitle, markNote, noticesText, pressingOf, shortfallsText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { type Cell, table } from "./table.ts";
import { UPGRADES_NOTE, upgradeRows } from "./upgrade-rows.ts";

/** The comparison for people: the verdict and why, the models side by side, what it rests on. */
export function comparisonText(comparison: Comparison, notices: readonly Finding[], ink: Ink): string {
  const { verdict, plans, release, asOf, currency } = comparison;
  const [message, ...more] = paragraph(messageText(verdict.message, valueText)).split("\n");
  const parts = [
    [message, ...more].map((line) => ink.strong(line ?? "")).join("\n"),
    verdict.reasons
      .filter(({ key }) => key !== "reason.gives-up") // a list of its own, further down
      .map((reason) => paragraph(messageText(reason, valueText), "  ", "· "))
      .join("\n"),
    noticesText(notices),
    paragraph(
      `${release}, as of ${asOf}, ${countText(plans[0]?.tenants.length ?? 0, "tenants")}; amounts in ${currency} a month. ${servicesText(plans)}`,
    ),
    table(
      [{ title: "", align: "left" }, ...plans.map((plan) => ({ title: markedTitle(plan), align: "right" as const }))],
      [...totalRows(plans, ink), ...differenceRows(comparison, ink), [], ...upgradeRows(plans)],
      ink,
    ),
    markNote(plans, ink),
    ink.quiet(paragraph(UPGRADES_NOTE)),
    driversText(comparison, ink),
    featuresText(comparison, ink),
    ...plans.map((plan) => shortfallsText(plan, ink)),
    restsOnText(plans, ink),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** What tenants get beside their cluster, so that readers see that like is compared with like. */
function servicesText([plan]: readonly PlannedFleet[]): string {
  if (plan === undefined) return "";
  const { title } = choiceOf(plan.context.choices, "tenant-services");
  return `Monitoring, logging and backup of tenants, by one rule for every model: ${title}.`;
}

type Row = readonly Cell[];

/** A plan as far as its totals tell of it. */
export interface ToldByTotals extends Pick<PlannedFleet, "totals" | "findings"> {
  readonly model: Pick<PlannedFleet["model"], "id" | "title">;
  readonly costs: readonly Pick<PlannedFleet["costs"][number], "driver">[];
}

/** What tables of differences are made of. */
export interface ToldDifferences extends Pick<Comparison, "differences" | "baselineId"> {
  readonly plans: readonly ToldByTotals[];
}

function totalRows(plans: readonly PlannedFleet[], ink: Ink): readonly Row[] {
  return [
    ...rowsOfTotals(plans, ink, recoveryRows(plans)),
    ["Tenants at a loss", ...plans.map(({ tenants }) => lossCountText(tenants))],
  ];
}

/** Every total of some plans. @param ofCost rows that stand below the cost */
export function rowsOfTotals(plans: readonly ToldByTotals[], ink: Ink, ofCost: readonly Row[] = []): readonly Row[] {
  const { sizes, money } = totalRowsIn("terminal", plans);
  const rows = ({ whole, parts }: TotalGroup) => [
    rowOf(whole, plans, ink),
    ...parts.map((part) => rowOf(part, plans, ink)),
    ...(whole.id === "monthlyCost" ? ofCost : []),
  ];
  return [...sizes.flatMap(rows), [], ...money.flatMap(rows)];
}

/** A main total stands out: by its sign where it may be a loss, else in bold. */
function rowOf(figure: TotalFigure, plans: readonly ToldByTotals[], ink: Ink): Row {
  const { short, below, isMain, whenUnknown, value, unit } = figure;
  const values = plans.map((plan) => value(plan));
  if (!isMain) return [below === null ? short : `  ${short}`, ...values.map((one) => bareText(one, unit))];
  const isSigned = whenUnknown !== undefined;
  return [
    isSigned ? short : { text: short, ink: ink.strong },
    ...values.map((one) => ({ text: bareText(one, unit), ink: isSigned ? signInk(one, ink) : ink.strong })),
  ];
}

function bareText(value: FigureValue, unit: FigureUnit): string {
  if (value === null) return "unknown";
  if (typeof value !== "number") return moneyNumberText(value);
  return unit === "ratio" ? ratioText(value) : numberText(value, 1);
}

function signInk(value: FigureValue, ink: Ink): Ink["strong"] {
  if (value === null) return ink.quiet;
  return typeof value !== "number" && isNegativeMoney(value) ? ink.loss : ink.gain;
}

/** With a price list: how much of the platform's cost the way of charging brings back. */
function recoveryRows(plans: readonly PlannedFleet[]): readonly Row[] {
  if (plans.every(({ context }) => context.priceList === undefined)) return [];
  const all = plans.map(recoveryOf);
  return [
    ["  Of these, platform and minimums", ...all.map((one) => moneyNumberText(one.platformMonthlyCost))],
    [
      "  Recovered by the price list",
      ...all.map(({ recoveredRatio }) => (recoveredRatio === null ? "unknown" : ratioText(recoveredRatio))),
    ],
  ];
}

/** What each plan costs more or less than the baseline. */
export function differenceRows({ differences, plans, baselineId }: ToldDifferences, ink: Ink): readonly Row[] {
  const baseline = plans.find(({ model }) => model.id === baselineId);
  return [
    [`Against ${baseline?.model.title}`, ...differences.map(({ monthlyCost }) => costChange(monthlyCost, ink))],
    ["", ...differences.map(({ monthlyCostRatio }) => (monthlyCostRatio ? ratioText(monthlyCostRatio) : ""))],
  ];
}

/** What drives the difference: per driver, each model's cost less the baseline's. */
export function driversText({ differences, plans, baselineId }: ToldDifferences, ink: Ink): string {
  const others = differences.filter(({ modelId }) => modelId !== baselineId);
  const baseline = plans.find(({ model }) => model.id === baselineId);
  if (others.length === 0) return "";
  const titles = others.map(({ modelId }) => {
    const plan = plans.find(({ model }) => model.id === modelId);
    return plan === undefined ? modelId : markedTitle(plan);
  });
  const rows = driversOf(plans).map((driver) => [
    costDriverTitle(driver),
    ...others.map(({ monthlyCostByDriver }) => costChange(monthlyCostByDriver[driver], ink)),
  ]);
  // Plans of nothing have no kind of cost.
  if (rows.length === 0) return "";
  const columns = [
    { title: "", align: "left" as const },
    ...titles.map((title) => ({ title, align: "right" as const })),
  ];
  return `${ink.strong(`What drives the difference to ${baseline?.model.title}`)}\n${table(columns, rows, ink)}`;
}

function featuresText({ starterGivesUp, plans }: Comparison, ink: Ink): string {
  const usesStarter = plans.some(({ clusters }) => clusters.some(({ edition }) => edition === "starter"));
  if (!usesStarter || starterGivesUp.length === 0) return "";
  const list = starterGivesUp.map(({ title }) => paragraph(title, "  ", "· "));
  return [ink.strong("What Starter gives up against Ultimate (the vendor's feature matrix)"), ...list].join("\n");
}

function restsOnText(plans: readonly PlannedFleet[], ink: Ink): string {
  const all = groundsOf({ findings: distinctFindings(plans) });
  const pressing = pressingOf(all);
  if (all.length === 0) return "";
  const rest = all.length - pressing.length;
  return [
    ink.strong("What it rests on"),
    ...pressing.map(basisText),
    ink.quiet(
      paragraph(`and ${rest} more choices and simplifications; nkp-planner plan FLEET --model … lists them all.`, "  "),
    ),
  ].join("\n");
}

/** A change of cost with its sign; less is good. */
function costChange(value: Money, ink: Ink): Cell {
  if (isZeroMoney(value)) return { text: "—", ink: ink.quiet };
  const isLess = isNegativeMoney(value);
  return { text: `${isLess ? "" : "+"}${moneyNumberText(value)}`, ink: isLess ? ink.gain : ink.loss };
}

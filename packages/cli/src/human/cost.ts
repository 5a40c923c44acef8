import {
  ATTRIBUTIONS,
  COST_REASON_TITLES,
  costDriverTitle,
  driversOf,
  type Finding,
  findingsOfKind,
  hasRate,
  isNegativeMoney,
  lossReasonsOf,
  type Money,
  moneyNumberText,
  type PlannedFleet,
  perHour,
  perYear,
  ratioText,
  recoveryOf,
  type SharingCheck,
  serviceMarginsOf,
  sharingChecksOf,
} from "@nkp-planner/core";
import { basisText, markedTitle, markNote, noticesText, shortfallsText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { type Cell, table } from "./table.ts";

/** What a fleet costs and who bears it, model by model: for the provider alone. */
export function costText(plans: readonly PlannedFleet[], notices: readonly Finding[], ink: Ink): string {
  const parts = [
    noticesText(notices),
    ink.strong("Internal: cost and margin. Not for customers."),
    costTable(plans, ink),
    markNote(plans, ink),
    recoveryTable(plans, ink),
    ...plans.flatMap((plan) => planParts(plan, plans.length > 1, ink)),
    ...plans.map((plan) => shortfallsText(plan, ink)),
    prices(plans),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const ATTRIBUTION_TITLES = {
  workload: "What tenants request",
  overhead: "Overhead: the platform",
  idle: "Idle: what nobody requests",
} as const;

function columnsOf(plans: readonly PlannedFleet[], first: string) {
  return [
    { title: first, align: "left" as const },
    ...plans.map((plan) => ({ title: markedTitle(plan), align: "right" as const })),
  ];
}

function costTable(plans: readonly PlannedFleet[], ink: Ink): string {
  const [first] = plans;
  if (first === undefined) return "";
  const { hoursPerMonth } = first.context.priceBook;
  const row = (title: string, of: (plan: PlannedFleet) => Money | null): Cell[] => [
    title,
    ...plans.map((plan) => known(of(plan))),
  ];
  const rows = [
    ...driversOf(plans).map((driver) =>
      row(costDriverTitle(driver), ({ totals }) => totals.monthlyCostByDriver[driver]),
    ),
    row("Cost a month", ({ totals }) => totals.monthlyCost),
    [],
    ...ATTRIBUTIONS.map((part) => row(ATTRIBUTION_TITLES[part], ({ totals }) => totals.monthlyCostByAttribution[part])),
    [],
    row(`Cost an hour, at ${hoursPerMonth} hours a month`, ({ totals }) => perHour(totals.monthlyCost, hoursPerMonth)),
    row("Cost a year", ({ totals }) => perYear(totals.monthlyCost)),
    [],
    row("Price a month", ({ totals }) => totals.monthlyPrice),
    row("Contribution margin", ({ totals }) => totals.contributionMonthlyMargin),
    row("Margin a month", ({ totals }) => totals.monthlyMargin),
    ["Margin ÷ price", ...plans.map(({ totals }) => ratio(totals.marginRatio, totals.monthlyPrice))],
    ["Markup: margin ÷ cost", ...plans.map(({ totals }) => ratio(totals.markupRatio, totals.monthlyPrice))],
    [],
    row("Once: cost of taking tenants on", ({ totals }) => totals.oneTimeCost),
    row("Once: price of taking them on", ({ totals }) => totals.oneTimePrice),
  ];
  return table(columnsOf(plans, `${first.currency}`), rows, ink);
}

function recoveryTable(plans: readonly PlannedFleet[], ink: Ink): string {
  const all = plans.map(recoveryOf);
  const rows: Cell[][] = [
    ["Platform and documented minimums", ...all.map((one) => moneyNumberText(one.platformMonthlyCost))],
    ["Recovered by fees for being there", ...all.map((one) => moneyNumberText(one.recoveredMonthlyPrice))],
    [
      "Recovered, % of the cost",
      ...all.map((one) => (one.recoveredRatio === null ? "unknown" : ratioText(one.recoveredRatio))),
    ],
    ["Left for other prices to bring in", ...all.map((one) => moneyNumberText(one.leftMonthlyCost))],
    ["Prices that cannot be divided", ...all.map((one) => moneyNumberText(one.undividedMonthlyPrice))],
  ];
  return `${ink.strong("Who pays for the platform")}\n${table(columnsOf(plans, ""), rows, ink)}`;
}

function planParts(plan: PlannedFleet, isNamed: boolean, ink: Ink): readonly string[] {
  const title = (text: string) => ink.strong(isNamed ? `${markedTitle(plan)}: ${text}` : text);
  const checks = sharingChecksOf(plan);
  return [
    `${title(`what each tenant bears, shared cost ${methodOf(checks)}`)}\n${tenantTable(plan, ink)}\n${checkText(plan, checks, ink)}`,
    `${title("margin by service line")}\n${serviceTable(plan, ink)}`,
    lossText(plan, title, ink),
  ];
}

function methodOf(checks: readonly SharingCheck[]): string {
  return checks.find(({ isUsed }) => isUsed)?.method ?? "by-weights";
}

function tenantTable(plan: PlannedFleet, ink: Ink): string {
  const right = (title: string) => ({ title, align: "right" as const });
  const columns = [
    { title: "Tenant", align: "left" as const },
    ...["Own", "Shared", "Cost", "Price", "Margin", "Ratio"].map(right),
  ];
  const rows = plan.tenants.map((tenant) => [
    tenant.name,
    moneyNumberText(tenant.ownMonthlyCost),
    moneyNumberText(tenant.sharedMonthlyCost),
    moneyNumberText(tenant.monthlyCost),
    known(tenant.monthlyPrice),
    signed(tenant.monthlyMargin, ink),
    ratio(tenant.marginRatio, tenant.monthlyPrice),
  ]);
  return table(columns, rows, ink);
}

function checkText(plan: PlannedFleet, checks: readonly SharingCheck[], ink: Ink): string {
  const methods = checks.map(
    ({ method, sharedOutMonthlyCost }) => `${method} ${moneyNumberText(sharedOutMonthlyCost)}`,
  );
  const verdict = checks.every(({ isWhole }) => isWhole) ? "the same" : "NOT THE SAME";
  const text = `Check: shared out ${methods.join(", ")}: ${verdict} as the cost of ${moneyNumberText(plan.totals.monthlyCost)}.`;
  return ink.quiet(paragraph(text, "  "));
}

function serviceTable(plan: PlannedFleet, ink: Ink): string {
  const columns = [
    { title: "Service", align: "left" as const },
    ...["Cost", "Price", "Margin", "Ratio"].map((title) => ({ title, align: "right" as const })),
  ];
  const margins = serviceMarginsOf(plan);
  const elsewhere = margins.filter(({ costsElsewhere }) => costsElsewhere).map(({ service }) => service);
  const rows = margins.map(({ service, monthlyCost, monthlyPrice, monthlyMargin, marginRatio }) => [
    service,
    moneyNumberText(monthlyCost),
    known(monthlyPrice),
    signed(monthlyMargin, ink),
    ratio(marginRatio, monthlyPrice),
  ]);
  const notes = [
    ...(hasRate(plan.context.priceBook, "host")
      ? ["Hosts are compute; they hold the volumes too, so storage has no cost of its own."]
      : []),
    ...(elsewhere.length === 0
      ? []
      : [
          `No margin of its own: ${elsewhere.join(", ")}. What is done and used for it is cost of the platform and of compute; labour is not divided by service.`,
        ]),
  ];
  return [table(columns, rows, ink), ...notes.map((note) => ink.quiet(paragraph(note, "  ")))].join("\n");
}

function lossText(plan: PlannedFleet, title: (text: string) => string, ink: Ink): string {
  const losses = lossReasonsOf(plan);
  if (losses.length === 0) return "";
  const lines = losses.map(({ tenant, monthlyMargin, cause, line, lineMonthlyCost }) =>
    ink.loss(
      paragraph(
        `${tenant.name} loses ${moneyNumberText(monthlyMargin).replace("−", "")} a month: ${COST_REASON_TITLES[cause.kind]} costs ${moneyNumberText(cause.monthlyCost)}; its largest line is ${line.clusterName ?? "fleet"}, ${line.label}: ${moneyNumberText(lineMonthlyCost)}.`,
        "  ",
        "· ",
      ),
    ),
  );
  return [title("tenants at a loss, and what makes it"), ...lines].join("\n");
}

function prices([plan]: readonly PlannedFleet[]): string {
  if (plan === undefined) return "";
  return findingsOfKind(plan, "prices").map(basisText).join("\n");
}

function known(value: Money | null): string {
  return value === null ? "unknown" : moneyNumberText(value);
}

/** A ratio to something: unknown where that is, none where it is zero. */
function ratio(value: number | null, whole: Money | null): string {
  if (whole === null) return "unknown";
  return value === null ? "—" : ratioText(value);
}

function signed(value: Money | null, ink: Ink): Cell {
  const isLoss = value != null && isNegativeMoney(value);
  return { text: known(value), ink: value === null ? ink.quiet : isLoss ? ink.loss : ink.gain };
}

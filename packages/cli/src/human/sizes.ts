import {
  type Dearer,
  dearerAt,
  type Finding,
  type FleetSize,
  moneyNumberText,
  type OperatingModel,
} from "@nkp-planner/core";
import { noticesText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { shortSizesText } from "./short-sizes.ts";
import { table } from "./table.ts";

interface Sizes {
  readonly sizes: readonly FleetSize[];
  readonly models: readonly OperatingModel[];
  readonly currency: string;
  readonly notices: readonly Finding[];
}

/** What one mix of tenants costs by model at growing sizes, and up to which size one costs more. */
export function sizesText({ sizes, models, currency, notices }: Sizes, ink: Ink): string {
  if (sizes.length === 0) return "The fleet has no tenants: there is nothing to repeat.\n";
  const parts = [
    ink.strong(
      paragraph(`${sentence(sizes, models, "monthlyCost")}${shortSizesText(sizes, models.slice(0, COMPARED))}`),
    ),
    paragraph(sentence(sizes, models, "platformMonthlyCost"), "  ", "· "),
    noticesText(notices),
    `${currency} a month; in brackets what serves no tenant: platform and documented minimums`,
    costTable(sizes, models, ink),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** A sentence is of the first two models. */
const COMPARED = 2;

const SUBJECTS = { monthlyCost: "", platformMonthlyCost: "Of this, platform and documented minimums: " } as const;

/** The first model of the list is what the second is measured against. */
function sentence(
  sizes: readonly FleetSize[],
  [first, second]: readonly OperatingModel[],
  field: keyof typeof SUBJECTS,
): string {
  if (first === undefined || second === undefined) return "";
  const most = sizes.at(-1)?.tenantCount ?? 0;
  const range = `from 1 to ${most} tenants of this mix`;
  const answer = rangeText(dearerAt(sizes, second.id, first.id, field), range);
  const text = `${SUBJECTS[field]}${second.phrase} costs more than ${first.phrase} ${answer}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function rangeText(dearer: Dearer, range: string): string {
  switch (dearer.kind) {
    case "always":
      return `at every size tried, ${range}`;
    case "never":
      return `at no size tried, ${range}`;
    case "up-to":
      return `up to ${dearer.tenantCount} tenants, and at no larger size tried, ${range}`;
    case "sometimes":
      return `at ${dearer.tenantCounts.length} of the sizes tried, ${range}: the last is ${dearer.tenantCounts.at(-1)}`;
  }
}

/** Sizes worth a line: 1, 2, 5 and their tenfolds, and the last. */
function shownSizes(sizes: readonly FleetSize[]): readonly FleetSize[] {
  return sizes.filter(({ tenantCount }, index) => /^[125]0*$/.test(String(tenantCount)) || index === sizes.length - 1);
}

function costTable(sizes: readonly FleetSize[], models: readonly OperatingModel[], ink: Ink): string {
  const columns = [
    { title: "Tenants", align: "right" as const },
    ...models.map(({ title }) => ({ title, align: "right" as const })),
  ];
  const rows = shownSizes(sizes).map(({ tenantCount, costs }) => [
    String(tenantCount),
    ...costs.map(
      ({ monthlyCost, platformMonthlyCost, shortfalls }) =>
        `${moneyNumberText(monthlyCost)}${shortfalls.length === 0 ? "" : " !"} (${moneyNumberText(platformMonthlyCost)})`,
    ),
  ]);
  const note = sizes.some(({ costs }) => costs.some(({ shortfalls }) => shortfalls.length > 0))
    ? `\n${ink.quiet("! falls short: compare shows why")}`
    : "";
  return `${table(columns, rows, ink)}${note}`;
}

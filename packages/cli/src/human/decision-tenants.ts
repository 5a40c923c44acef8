import {
  type Decision,
  isInfeasible,
  messageText,
  numberText,
  type TenantChoice,
  type TenantsDecision,
  valueText,
  WAYS,
  type Way,
} from "@nkp-planner/core";
import { measureText } from "./decision-criteria.ts";
import { markedTitle } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { type Cell, table } from "./table.ts";

/** What stands for each tenant, whatever has a weight: JSON has all criteria. */
const SHOWN: readonly (readonly [criterionId: string, title: string])[] = [
  ["cost", "Cost a month"],
  ["margin", "Margin, %"],
  ["autonomy", "Waits, days"],
  ["effort", "Hours a month"],
];

/** Each tenant attached and self-managed, what is advised and why, and what the division made of it comes to. */
export function tenantsText({ tenants, criteria, models, ranking }: Decision, ink: Ink): string {
  if (tenants === null) return "";
  const by = ranking === null && criteria.every(({ weight }) => weight === 0) ? "by cost alone" : "by the same weights";
  return [
    `${ink.strong(`Attached or self-managed, for each tenant, ${by}`)}\n${tenantTable(tenants, criteria, ink)}`,
    ink.quiet(paragraph(LEGEND)),
    tenants.choices.map(reasonText).join("\n"),
    divisionText(tenants, criteria, models, ink),
  ].join("\n\n");
}

const LEGEND =
  "✓ is advised, ! against what the tenant's pace of upgrades asks for. Lead: above 0 figures speak for attached, below for self-managed; 100 for the tenant for whom the difference is largest.";

type Criteria = Decision["criteria"];

function tenantTable({ choices, division }: TenantsDecision, criteria: Criteria, ink: Ink): string {
  const columns = [
    { title: "Tenant", align: "left" as const },
    { title: "", align: "left" as const },
    { title: "", align: "left" as const },
    ...SHOWN.map(([, title]) => ({ title, align: "right" as const })),
    { title: "Lead", align: "right" as const },
  ];
  const { currency } = division.plan;
  const rows = choices.flatMap((choice) =>
    WAYS.map((way, index): readonly Cell[] => {
      const isAdvised = choice.advised === way;
      const cells = SHOWN.map(([id]) => valueCell(choice, way, id, criteria, currency));
      return [
        index === 0 ? choice.name : "",
        isAdvised ? (choice.wished === way ? "✓" : "✓ !") : "",
        way,
        ...cells,
        isAdvised ? numberText(choice.leadScore, 1) : "",
      ].map((text) => (isAdvised ? { text, ink: ink.strong } : text));
    }),
  );
  return table(columns, rows, ink);
}

function valueCell(choice: TenantChoice, way: Way, id: string, criteria: Criteria, currency: string): string {
  const measure = choice.measures.find(({ criterionId }) => criterionId === id);
  const unit = criteria.find((one) => one.id === id)?.unit ?? "days";
  const value = way === "attached" ? measure?.attachedValue : measure?.selfManagedValue;
  return measureText(value ?? null, unit, currency);
}

function reasonText({ name, advised, because, against }: TenantChoice): string {
  const counter = against === null ? "" : ` Against it: ${messageText(against, valueText)}.`;
  return paragraph(`${name}: ${advised}. ${messageText(because, valueText)}.${counter}`, "  ", "· ");
}

/** Models that stand beside the division on a page. */
const MOST_BESIDE = 3;

function divisionText(
  { choices, division, measures }: TenantsDecision,
  criteria: Criteria,
  models: Decision["models"],
  ink: Ink,
): string {
  const attached = choices.filter(({ advised }) => advised === "attached").length;
  const starts = models.flatMap((_, at) => (at % MOST_BESIDE === 0 ? [at] : []));
  const { currency } = division.plan;
  const tables = starts.map((at) => {
    const beside = models.slice(at, at + MOST_BESIDE);
    const columns = [
      { title: "", align: "left" as const },
      { title: markedTitle(division.plan), align: "right" as const },
      ...beside.map(({ plan }) => ({ title: markedTitle(plan), align: "right" as const })),
    ];
    const rows = SHOWN.flatMap(([id]) => {
      const criterion = criteria.find((one) => one.id === id);
      if (criterion === undefined) return [];
      const own = measures.find(({ criterionId }) => criterionId === id)?.value ?? null;
      const others = beside.map(({ model }) => criterion.models.find(({ modelId }) => modelId === model.id)?.value);
      return [
        [criterion.title, ...[own, ...others].map((value) => measureText(value ?? null, criterion.unit, currency))],
      ];
    });
    return table(columns, rows, ink);
  });
  const cannot = isInfeasible(division.plan) ? " It cannot run as it is described." : "";
  const title = `All as advised, planned as a whole: ${attached} attached, ${choices.length - attached} self-managed.${cannot}`;
  return [ink.strong(title), ...tables].join("\n");
}

import { sources } from "@nkp-planner/catalog";
import {
  countText,
  type Figure,
  type FigureLine,
  type FigureValue,
  type Finding,
  figureWords,
  type Money,
  moneyText,
  numberText,
  type PlannedFleet,
  rateOriginText,
  sizeOriginText,
} from "@nkp-planner/core";
import { markedTitle, markNote, noticesText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { clip, PAGE_WIDTH, padEnd, padStart, widthOf } from "./layout.ts";
import { paragraph } from "./paragraph.ts";

/** A figure opened in each plan that has it, with the sources its lines cite at the end. */
export function figureText(
  opened: readonly { readonly plan: PlannedFleet; readonly figure: Figure }[],
  notices: readonly Finding[],
  ink: Ink,
): string {
  const cited = [...new Set(opened.flatMap(({ figure }) => figure.lines.flatMap((line) => line.sources)))];
  const number = (id: string) => cited.indexOf(id) + 1;
  const parts = [
    noticesText(notices),
    paragraph(opened[0]?.figure.how ?? ""),
    ...opened.map(({ plan, figure }) => sectionText(plan, figure, number, ink)),
    markNote(
      opened.map(({ plan }) => plan),
      ink,
    ),
    cited.length === 0 ? "" : [ink.strong("Sources"), ...cited.map((id) => sourceLines(id, number(id)))].join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function sectionText(plan: PlannedFleet, figure: Figure, number: (id: string) => number, ink: Ink): string {
  const title = `${markedTitle(plan)}: ${figure.title}`;
  const value = valueText(figure.value, figure.unit);
  const formula = figure.formula === null ? [] : [ink.quiet(paragraph(figure.formula, "  "))];
  const lines = figure.lines.flatMap((line, index) => {
    const isRepeated = figure.lines.findIndex(({ note }) => note === line.note) < index;
    return lineText(isRepeated ? { ...line, note: undefined } : line, figure.unit, number, ink);
  });
  return [ink.strong(spread(title, value)), ...formula, ...originLines(figure, ink), ...lines].join("\n");
}

const MOST_ORIGINS = 5;

/** Whose sizes it rests on, and from which row of which file those are. */
function originLines({ sizedTenants = [] }: Figure, ink: Ink): readonly string[] {
  const more = sizedTenants.length - MOST_ORIGINS;
  return [
    ...sizedTenants
      .slice(0, MOST_ORIGINS)
      .map(({ name, origin }) => ink.quiet(paragraph(`Sizes of ${name}: ${sizeOriginText(origin)}`, "  "))),
    ...(more > 0 ? [ink.quiet(paragraph(`and of ${more} more: --format json has all`, "  "))] : []),
  ];
}

function lineText(line: FigureLine, unit: string, number: (id: string) => number, ink: Ink): readonly string[] {
  const { label, confidence, note, opens, rateOrigin } = line;
  const refs = line.sources.map((id) => `[${number(id)}]`).join("");
  const product = productText(line);
  const sure = `${confidence} ${refs}`.trim();
  // What a rate is worth says nothing of the quantity, nor the other way round.
  const said = rateOrigin === undefined ? [sure] : [`quantity: ${sure}`, `rate: ${rateOriginText(rateOrigin)}`];
  const evidence = [product, ...said].filter((part) => part !== "").join(" · ");
  return [
    spread(`  ${label}`, valueText(line.value, unit)),
    ink.quiet(paragraph(evidence, "    ")),
    ...(note === undefined ? [] : [ink.quiet(paragraph(note, "    "))]),
    ...(opens === undefined ? [] : [ink.quiet(`    opens with: explain FLEET ${opens}`)]),
  ];
}

function productText({ quantity, quantityUnit, rate, rateUnit }: FigureLine): string {
  if (rate === null) return "";
  const each = `${typeof rate === "number" ? numberText(rate, 6) : rateText(rate)} ${rateUnit}`;
  return quantity === null ? `of ${each}` : `${countText(quantity, quantityUnit, 6)} × ${each}`;
}

/** A rate keeps its own digits: 0.125 is not 0.13. */
function rateText(rate: Money): string {
  return `${rate.currency} ${rate.amount}`;
}

function valueText(value: FigureValue, unit: string): string {
  if (value === null) return "unknown";
  if (typeof value !== "number") return moneyText(value);
  return unit === "ratio" ? numberText(value, 4) : countText(value, unit, 3);
}

/** Text to the left, its value to the right edge of the page. */
function spread(text: string, value: string): string {
  const room = PAGE_WIDTH - widthOf(value) - 2;
  return `${padEnd(clip(text, room), room)}  ${padStart(value, widthOf(value))}`;
}

function sourceLines(id: string, number: number): string {
  const source = sources.get(id);
  const where = source?.href ?? source?.readAs ?? "";
  return [paragraph(source?.title ?? id, "  ", `[${number}] `), ...(where === "" ? [] : [`      ${where}`])].join("\n");
}

/** Which figures can be opened, and what they are: those of the whole plan, and the patterns of tenants and clusters. */
export function figureListText(
  plans: readonly { readonly plan: PlannedFleet; readonly figureIds: readonly string[] }[],
): string {
  const ids = [...new Set(plans.flatMap(({ figureIds }) => figureIds))];
  const fieldsOf = (kind: string) => [
    ...new Set(ids.filter((id) => id.startsWith(`${kind}.`)).map((id) => id.split(".")[2] ?? "")),
  ];
  const tenants = plans[0]?.plan.tenants.map(({ tenantId }) => tenantId) ?? [];
  const clusters = [...new Set(plans.flatMap(({ plan }) => plan.clusters.map(({ name }) => name)))];
  return `${[
    "Figures of the whole plan",
    ...titledLines(ids.filter((id) => !/^(tenant|cluster)\./.test(id))),
    "",
    "Figures of a tenant: tenant.ID.FIELD",
    paragraph(`ID: ${tenants.join(", ")}`, "  "),
    ...titledLines(fieldsOf("tenant"), "tenant.ID."),
    "",
    "Figures of a cluster: cluster.NAME.FIELD",
    paragraph(`NAME: ${clusters.join(", ")}`, "  "),
    ...titledLines(fieldsOf("cluster"), "cluster.NAME."),
  ].join("\n")}\n`;
}

function titledLines(ids: readonly string[], before = ""): readonly string[] {
  const width = Math.max(...ids.map(widthOf));
  return ids.map((id) => paragraph(figureWords(`${before}${id}`)?.title ?? "", "  ", `${padEnd(id, width)}  `));
}

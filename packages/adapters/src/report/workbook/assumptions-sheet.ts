import {
  type Finding,
  type FindingEvidence,
  findingText,
  groundsOf,
  hasIllustrativePrices,
  type PlannedFleet,
  shortfallsOf,
} from "@nkp-planner/core";
import { ILLUSTRATIVE } from "../illustrative.ts";
import { number, type Row, tableSheet, text, type WorkbookSheet } from "./cells.ts";

const SHEET = "Assumptions";

/** What the plan is of, what a reader should know, and everything it rests on, with sources. */
export function assumptionsSheet(plan: PlannedFleet, given: readonly Finding[]): WorkbookSheet {
  const { context, input, model, release, currency } = plan;
  const { priceBook, priceList } = context;
  const said = (name: string, value: string): Row => [text(name), text(value)];
  const about: readonly Row[] = [
    said("Operating model", `${model.title}: ${model.summary}`),
    said("Release", release),
    said("As of", input.asOf),
    said("Currency", currency),
    said("Price book", `${priceBook.title} (${priceBook.id})`),
    ...(priceList === undefined ? [] : [said("Price list", `${priceList.title} (${priceList.id})`)]),
    ...(hasIllustrativePrices(context, input.tenants) ? [said("Warning", ILLUSTRATIVE)] : []),
    ...given.map((finding) => said("Notice", findingText(finding))),
    ...shortfallsOf(plan).map((finding) => said("Shortfall", findingText(finding))),
  ];
  const basis = groundsOf(plan);
  const rows = basis.map((finding, index): Row => {
    const { confidence, sources, isDefault, note } = finding.evidence ?? UNSUPPORTED;
    const found = sources.map((id) => context.catalog.sources[id]);
    return [
      number(index + 1),
      text(findingText(finding)),
      text(finding.kind),
      text(confidence),
      text(isDefault ? "default" : "set by the user"),
      text(sources.map((id, place) => found[place]?.title ?? id).join("; ")),
      text(found.flatMap((source) => source?.href ?? []).join(" ")),
      text(note ?? ""),
    ];
  });
  const sheet = tableSheet(SHEET, "What the figures rest on. Read it before quoting them.", COLUMNS, rows);
  return { ...sheet, rows: [...sheet.rows, [], ...about] };
}

const UNSUPPORTED: FindingEvidence = { confidence: "assumption", sources: [], isDefault: true };

const COLUMNS = [
  ["No.", 17],
  ["Statement", 66],
  ["Kind", 10],
  ["Confidence", 15],
  ["Chosen", 12],
  ["Sources", 35],
  ["Links", 35],
  ["Note", 34],
] as const;

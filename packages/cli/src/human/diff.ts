import type { Diff, Finding, ModelDiff } from "@nkp-planner/core";
import { clusterLine, POOL_LEGEND } from "../diff/cluster-lines.ts";
import { demandSaid, isAlone, isShort } from "../diff/loudness.ts";
import { type DiffTable, rateTable, tenantTable, totalTable, upgradeTable } from "../diff/rows.ts";
import { differencesText, namesText, unknownTexts, verdictText } from "../diff/sentences.ts";
import { noticesText } from "./findings.ts";
import { fleetChangesText } from "./fleet-changes.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { table } from "./table.ts";

/** What changes between two fleets or plans, for people: a line a model, then what is behind it. */
export function diffText(diff: Diff, notices: readonly Finding[], ink: Ink): string {
  const { base, head, models, thresholds } = diff;
  const asked = demandSaid(diff);
  const differences = isAlone(diff) ? "" : differencesText(diff);
  const isLinesAlone = models.every((model) => isShort(model, thresholds)) && asked === null && differences === "";
  const names = { before: base.name, after: head.name, unreadableCount: 0 };
  const parts = [
    ...(isLinesAlone ? [] : [paragraph(namesText(diff)), noticesText(notices), paragraph(differences)]),
    ...blocks(models.map((model) => modelText(model, thresholds, ink))),
    asked === null
      ? ""
      : [ink.strong("What tenants ask for"), fleetChangesText(asked, names, ink).trimEnd()].join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Lines that stand alone stand together. */
function blocks(texts: readonly string[]): readonly string[] {
  return texts.every((text) => !text.includes("\n\n")) ? [texts.join("\n")] : texts;
}

function modelText(model: ModelDiff, thresholds: Diff["thresholds"], ink: Ink): string {
  const { changes, upgrades } = model;
  const verdict = ink.strong(paragraph(verdictText(model, thresholds)));
  const shortfalls = statements("Falls short now", changes.newShortfalls, ink, "! ");
  if (isShort(model, thresholds)) return [verdict, shortfalls].filter((part) => part !== "").join("\n\n");
  const { clusters, rates, findings } = changes;
  const isOther = (one: { readonly kind: string }) => !changes.newShortfalls.some((shortfall) => shortfall === one);
  const parts = [
    verdict,
    shortfalls,
    unknownTexts(changes)
      .map((text) => paragraph(text))
      .join("\n"),
    tableText("", totalTable(changes), ink),
    clusters.length === 0
      ? ""
      : [
          ink.strong("Clusters and pools"),
          ...clusters.map((one) => paragraph(clusterLine(one), "  ", "· ")),
          ink.quiet(paragraph(POOL_LEGEND)),
        ].join("\n"),
    tableText("Tenants", tenantTable(changes), ink),
    tableText("Prices", rateTable(rates), ink),
    tableText("Upgrades that come on another day", upgradeTable(upgrades ?? []), ink),
    statements("New findings", findings.added.filter(isOther), ink, "· "),
    statements("Findings that are gone", findings.gone, ink, "· "),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function tableText(title: string, { columns, rows }: DiffTable, ink: Ink): string {
  if (rows.length === 0) return "";
  return [...(title === "" ? [] : [ink.strong(title)]), table(columns, rows, ink)].join("\n");
}

function statements(
  title: string,
  findings: readonly { readonly statement: string }[],
  ink: Ink,
  bullet: string,
): string {
  if (findings.length === 0) return "";
  return [ink.strong(title), ...findings.map(({ statement }) => paragraph(statement, "  ", bullet))].join("\n");
}

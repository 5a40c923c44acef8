import {
  type CommentPart,
  commentMarker,
  commentText,
  markdownRow,
  markdownTable,
  markdownText,
} from "@nkp-planner/adapters";
import { type Diff, type Finding, findingText, type ModelDiff } from "@nkp-planner/core";
import { clusterLine, POOL_LEGEND } from "../diff/cluster-lines.ts";
import { demandSaid, isAlone, isShort } from "../diff/loudness.ts";
import { type DiffTable, rateTable, totalTable, upgradeTable, wideTenantTable } from "../diff/rows.ts";
import { differencesText, namesText, unknownTexts, verdictText } from "../diff/sentences.ts";
import { demandLines } from "../human/fleet-changes.ts";

/** What changes, as a comment for a pull request: the verdict and the totals, the rest folded away. */
export function diffMarkdown(diff: Diff, notices: readonly Finding[], marker: string | undefined): string {
  const { models, thresholds } = diff;
  const loud = models.filter((model) => !isShort(model, thresholds));
  const asked = demandSaid(diff);
  const head = [
    commentMarker("diff", marker),
    "",
    ...models.map((model) => verdictLine(model, thresholds, models.length > 1)),
    "",
    markdownText(namesText(diff)),
    ...(isAlone(diff) ? [] : after(differencesText(diff))),
    ...models.flatMap(({ changes }) => shortfallLines(changes)),
    ...loud.flatMap((model) => loudLines(model, models.length > 1)),
  ];
  const parts = [
    ...models.map(({ changes: { head: model, newShortfalls } }) => ({
      title: `More that ${model.title} falls short of now`,
      lines: newShortfalls.slice(MOST_SHORTFALLS).map(({ statement }) => bullet(statement)),
    })),
    ...loud.flatMap((model) => partsOf(model, models.length > 1 ? `, ${model.changes.head.title}` : "")),
    { title: "What tenants ask for", lines: asked === null ? [] : demandLines(asked).map(bullet) },
    { title: "What was read, and how", lines: loud.length === 0 ? [] : notices.map((one) => bullet(findingText(one))) },
  ];
  return commentText(head, parts, "nkp-planner diff --format human prints all");
}

function verdictLine(model: ModelDiff, thresholds: Diff["thresholds"], isOneOfSeveral: boolean): string {
  const text = `**${markdownText(verdictText(model, thresholds))}**`;
  return isOneOfSeveral ? `- ${text}` : text;
}

function after(text: string): readonly string[] {
  return text === "" ? [] : ["", markdownText(text)];
}

function shortfallLines({ newShortfalls, head }: ModelDiff["changes"]): readonly string[] {
  if (newShortfalls.length === 0) return [];
  const lines = newShortfalls.slice(0, MOST_SHORTFALLS).map(({ statement }) => bullet(statement));
  const more = newShortfalls.length - MOST_SHORTFALLS;
  return [
    "",
    `**${markdownText(head.title)} falls short now:**`,
    "",
    ...lines,
    ...(more > 0 ? [`- … and ${more} more, below`] : []),
  ];
}

const MOST_SHORTFALLS = 10;

function loudLines({ changes }: ModelDiff, isOneOfSeveral: boolean): readonly string[] {
  const { columns, rows } = totalTable(changes);
  const [first, ...others] = columns;
  const named =
    first === undefined || !isOneOfSeveral
      ? columns
      : [{ ...first, title: `${changes.head.title}, amounts in ${changes.cost.head.currency}` }, ...others];
  return [...unknownTexts(changes).flatMap(after), "", markdownTable(named, rows.map(indented))];
}

/** Spaces that Markdown keeps. */
function indented([title = "", ...cells]: readonly string[]): readonly string[] {
  return [title.replace(/^ +/, (spaces) => "\u00A0".repeat(2 * spaces.length)), ...cells];
}

function partsOf({ changes, upgrades }: ModelDiff, ofModel: string): readonly CommentPart[] {
  const { clusters, rates, findings, newShortfalls } = changes;
  return [
    {
      title: `Clusters and pools${ofModel}`,
      head: [POOL_LEGEND, ""],
      lines: clusters.map((one) => bullet(clusterLine(one))),
    },
    tablePart(`Tenants${ofModel}`, wideTenantTable(changes)),
    tablePart(`Prices${ofModel}`, rateTable(rates)),
    tablePart(`Upgrades that come on another day${ofModel}`, upgradeTable(upgrades ?? [])),
    {
      title: `New findings${ofModel}`,
      lines: findings.added.filter((one) => !newShortfalls.includes(one)).map(({ statement }) => bullet(statement)),
    },
    { title: `Findings that are gone${ofModel}`, lines: findings.gone.map(({ statement }) => bullet(statement)) },
  ];
}

function tablePart(title: string, { columns, rows }: DiffTable): CommentPart {
  return { title, head: markdownTable(columns, []).split("\n"), lines: rows.map(markdownRow) };
}

function bullet(text: string): string {
  return `- ${markdownText(text)}`;
}

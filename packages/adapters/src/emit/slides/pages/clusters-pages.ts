import { colourOfModel } from "../colours.ts";
import type { DeckSlide, TableEntry, TablePart } from "../deck.ts";
import { cutToLines } from "../fill/text-width.ts";
import { capitalised, type DeckLanguage } from "../language/deck-language.ts";
import { column } from "../layout.ts";
import type { DeckSource } from "./deck-source.ts";
import { sourceNotes } from "./source-notes.ts";

const ROWS_OF_A_TABLE = 15;
const POINTS = 12;
const WIDTHS = [3.415, 1.4, 0.9] as const;
/** Inside a cell, on both sides. */
const PADDING = 0.25;

/** The name that tables of clusters begin with, by which a reader finds them. */
export const CLUSTER_TABLE = "clusters";

interface ClusterEntry {
  readonly name: string;
  readonly edition: string;
  readonly nodeCount: number;
}

/** Every cluster of the plan with its nodes, two columns of them a slide. */
export function clustersPages({ planned, language }: DeckSource): readonly DeckSlide[] {
  const { clusters, model, totals } = planned;
  const accent = colourOfModel(model.id);
  const title = language.name(model.title);
  if (clusters.length === 0)
    return [{ title: language.say("clusters.none", { model: title }), accent, parts: [], notes: [] }];
  const rows = clusters.map(({ name, edition, pools }) => ({
    name,
    edition,
    nodeCount: pools.reduce((sum, { nodeCount }) => sum + nodeCount, 0),
  }));
  // As many on each slide: a last one with a single row would look like a mistake.
  const pageCount = Math.ceil(rows.length / (2 * ROWS_OF_A_TABLE));
  const pages = partsOf(rows, Math.ceil(rows.length / pageCount));
  return pages.map((page, index) => ({
    title: language.say(pages.length > 1 ? "clusters.title-page" : "clusters.title", {
      clusters: clusters.length,
      nodes: totals.nodeCount,
      model: title,
      page: index + 1,
      pages: pages.length,
    }),
    accent,
    parts: partsOf(page, page.length > ROWS_OF_A_TABLE / 2 ? Math.ceil(page.length / 2) : ROWS_OF_A_TABLE).map(
      (part, at) => tableOf(part, { at: at === 0 ? 0 : 1, number: index * 2 + at + 1 }, language),
    ),
    notes: sourceNotes(language, ["clusterCount", "nodeCount"], [model.id]),
  }));
}

function partsOf<Item>(all: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

function tableOf(
  rows: readonly ClusterEntry[],
  { at, number }: { readonly at: 0 | 1; readonly number: number },
  language: DeckLanguage,
): TablePart {
  const head: readonly TableEntry[] = [
    { text: language.say("clusters.name"), isBold: true },
    { text: language.say("clusters.edition"), isBold: true },
    { text: language.say("clusters.nodes"), isBold: true, isNumber: true },
  ];
  return {
    kind: "table",
    box: column(at),
    name: `${CLUSTER_TABLE} ${number}`,
    altText: language.say("clusters.alt", { part: number }),
    columnWidths: WIDTHS,
    rows: [
      head,
      ...rows.map(({ name, edition, nodeCount }) => [
        { text: cutToLines(name, WIDTHS[0] - PADDING, POINTS, 1) },
        { text: capitalised(edition) },
        { text: language.number(nodeCount), isNumber: true },
      ]),
    ],
    points: POINTS,
  };
}

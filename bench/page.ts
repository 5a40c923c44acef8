import { buildSite } from "../test/site/support/build-site.ts";
import { type Audit, audited } from "../test/site/support/lighthouse.ts";
import { serveFolder } from "../test/site/support/static-server.ts";
import { figureText, printPart, tableText } from "./report.ts";

/** So many visits of each page, in turn: the score swings with what else the machine does. */
const VISITS = 5;
const QUICK_VISITS = 1;

/** The calculator's page beside one with React and nothing else, by Lighthouse. */
export async function measurePage(isQuick: boolean): Promise<void> {
  const pages = [
    { title: "React and nothing else", ...(await serveFolder(await buildSite("bare"))) },
    { title: "the calculator", ...(await serveFolder(await buildSite())) },
  ];
  const audits = pages.map((): Audit[] => []);
  for (let visit = 0; visit < (isQuick ? QUICK_VISITS : VISITS); visit += 1) {
    for (const [index, { title, origin }] of pages.entries()) {
      console.error(`page: visit ${visit + 1}, ${title}`);
      audits[index]?.push(await audited(`${origin}/`));
    }
  }
  for (const { close } of pages) close();
  const of = (all: readonly Audit[], figure: (audit: Audit) => number) => Math.round(median(all.map(figure)));
  const rows = pages.map(({ title }, index) => {
    const all = audits[index] ?? [];
    return [
      title,
      String(of(all, ({ scores }) => scores.performance)),
      all.map(({ scores }) => scores.performance).join(" "),
      figureText(of(all, ({ largestPaintMs }) => largestPaintMs)),
      figureText(of(all, ({ blockedMs }) => blockedMs)),
      figureText(of(all, ({ transferredKilobytes }) => transferredKilobytes)),
    ];
  });
  printPart(
    "The calculator's page beside one with React and nothing else",
    [`Medians of ${audits[0]?.length} visits of each in turn, as a phone, by Lighthouse.`],
    tableText(["", "score", "each visit", "largest paint, ms", "blocked, ms", "kB transferred"], rows),
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

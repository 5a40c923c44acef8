import { quoteLanguages } from "./words/languages.ts";
import type { QuoteWords } from "./words/quote-words.ts";

/** The style of a quote, in a page that has tokens and tables of its own. Everything is below `.paper`. */
export function paperStyle(): string {
  return `${ON_SCREEN_AND_PAPER}
@media print {
${PAGE_FOOT}
${quoteLanguages.map(pagesIn).join("\n")}
${ON_PAPER}}
`;
}

/** The style of a quote that is a page itself. */
export function pageStyle(): string {
  return `${BASE}${paperStyle()}`;
}

/** What must not be overlooked is said on every page: one of them may travel alone. */
function pagesIn({ language, invented, pageOf }: QuoteWords): string {
  const [before, between, behind] = pageOf.map((text) => JSON.stringify(text)) as unknown as typeof pageOf;
  const foot = `@bottom-right { content: ${before} counter(page) ${between} counter(pages) ${behind}; }`;
  // Each kind of page is written out: Chromium leaves a rule for several (\`@page a, b\`) out.
  return `  @page quote-${language} { ${foot} }
  @page invented-quote-${language} {
    @top-left { color: #a85b00; font-weight: 700; font-size: 8pt; font-family: sans-serif; content: ${JSON.stringify(invented)}; }
    ${foot}
  }
  .paper .sheet[lang="${language}"] { page: quote-${language}; }
  .paper .invented[lang="${language}"] { page: invented-quote-${language}; }`;
}

const PAGE_FOOT = `  @page {
    margin: 18mm 16mm 20mm;
    @bottom-right {
      color: #6b7280;
      font-size: 8pt;
      font-family: sans-serif;
      content: "page " counter(page) " of " counter(pages);
    }
  }`;

const ON_SCREEN_AND_PAPER = `.paper .sheet {
  max-width: 820px;
  margin: 0 auto var(--space-5);
  padding: var(--space-6) var(--space-7);
  border: 1px solid var(--line);
  background: var(--surface);
}
.paper .sheet > * + * { margin-top: var(--space-4); }
.paper .letterhead { border: 0; background: none; }
.paper .logo {
  float: inline-end;
  max-width: 45%;
  max-height: 64px;
  margin-inline-start: var(--space-4);
  object-fit: contain;
}
.paper .provider { font-size: 18px; font-weight: 700; }
.paper .address { color: var(--ink-2); font-size: var(--text-small); }
.paper .customer { margin-top: var(--space-4); }
.paper h2 { clear: both; padding-top: var(--space-5); font-size: 22px; }
.paper caption { padding-bottom: var(--space-1); font-weight: 700; }
.paper .warning {
  padding: var(--space-2) var(--space-3);
  border-inline-start: 3px solid var(--amber);
  font-weight: 700;
}
.paper .objectives { white-space: pre-line; }
.paper .size { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-6); }
.paper .size dt { color: var(--ink-3); font-size: var(--text-small); }
.paper .total > * { border-top: 1px solid var(--ink); border-bottom: 0; font-weight: 700; }
.paper .delivered > * + * { margin-top: var(--space-1); }
.paper .delivered dl > div { display: grid; grid-template-columns: 130px minmax(0, 1fr); gap: var(--space-3); padding-top: var(--space-2); }
.paper .delivered dt { color: var(--ink-3); }
/* A name without a space is no reason to leave the paper. */
.paper :is(h2, p, th, li, dt, dd) { overflow-wrap: anywhere; }
.paper .signatures {
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: var(--space-6);
  padding-top: var(--space-7);
}
.paper .signatures p {
  padding-top: var(--space-1);
  border-top: 1px solid var(--ink-3);
  color: var(--ink-3);
  font-size: var(--text-small);
}
@media (max-width: 720px) {
  .paper .sheet { padding: var(--space-4); overflow-x: auto; }
  .paper .delivered dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
`;

const ON_PAPER = `  .paper .sheet {
    max-width: none;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: visible;
  }
  .paper .sheet + .sheet { break-before: page; }
  .paper :is(th, td) { padding-block: 3px; }
  /* The sum stays with what it sums, and a head with what it heads. */
  .paper .total { break-before: avoid; }
  .paper :is(thead, h3) { break-after: avoid; }
  .paper :is(.signatures, .sums, .delivered li) { break-inside: avoid; }
  /* What is delivered begins below its head, on however many pages it ends. */
  .paper .delivered > :is(h3, p) { break-after: avoid; }
  /* Who signs sees on the same page at least something of what is signed. */
  .paper .signatures { break-before: avoid; padding-top: var(--space-6); }
  .paper .sheet > * + * { margin-top: var(--space-3); }
  .paper table { font-size: 9pt; }
  .paper .delivered .small { font-size: 9pt; }
`;

/** What the site's pages bring themselves: its tokens in light, its type and its tables. */
const BASE = `:root {
  color-scheme: light;
  --paper: #faf9f6;
  --surface: #ffffff;
  --ink: #1a1f26;
  --ink-2: #4b5563;
  --ink-3: #6b7280;
  --line: #e3e1da;
  --line-2: #cfccc2;
  --amber: #a85b00;
  --space-1: 4px;
  --space-2: 8px;
  --space-3: 12px;
  --space-4: 16px;
  --space-5: 24px;
  --space-6: 32px;
  --space-7: 48px;
  --text: 15px;
  --text-small: 13px;
}
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: var(--space-5) var(--space-3);
  background: var(--paper);
  color: var(--ink);
  font-family: -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  font-size: var(--text);
  font-variant-numeric: tabular-nums;
  line-height: 1.5;
}
h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
h2, h3 { font-size: var(--text); }
ul { padding-inline-start: 1.2em; }
.small { font-size: var(--text-small); }
.caption { color: var(--ink-3); font-size: var(--text-small); font-weight: 400; }
table { width: 100%; border-collapse: collapse; font-size: var(--text-small); }
caption { text-align: start; }
th, td {
  padding: 6px var(--space-2);
  border-bottom: 1px solid var(--line);
  text-align: start;
  vertical-align: baseline;
}
th { font-weight: 400; }
thead th { border-bottom-color: var(--line-2); color: var(--ink-3); vertical-align: bottom; }
:is(th, td):first-child { padding-inline-start: 0; }
:is(th, td):last-child { padding-inline-end: 0; }
.number { text-align: end; white-space: nowrap; }
thead .number { white-space: normal; }
tbody:last-child > tr:last-child > * { border-bottom: 0; }
@media print {
  @page { size: A4; }
  body { margin: 0; background: none; font-size: 10pt; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  h2, h3, caption { break-after: avoid; }
}
`;

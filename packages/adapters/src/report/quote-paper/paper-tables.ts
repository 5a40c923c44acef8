import type { OwnItems } from "./own-items.ts";
import { element, type PaperElement } from "./paper-element.ts";
import type { TotalTable } from "./quote-totals.ts";
import type { PriceTable } from "./quote-view.ts";
import type { QuoteWords } from "./words/quote-words.ts";

/** Lines of a price list with their sum. */
export function pricesTable(
  { rows, unit, hasDiscounts, total }: PriceTable,
  caption: string,
  totalTitle: string,
  words: QuoteWords,
): PaperElement {
  const heads = [words.quantity, words.unitPrice, ...(hasDiscounts ? [words.discount] : []), unit];
  return tableOf(
    caption,
    [words.service, ...heads],
    [
      ...rows.map(({ name, quantity, unitPrice, discount, amount }) =>
        element(
          "tr",
          {},
          rowHead(name),
          [quantity, unitPrice, ...(hasDiscounts ? [discount] : []), amount].map(figure),
        ),
      ),
      element("tr", TOTAL, element("th", { scope: "row", colSpan: heads.length }, totalTitle), figure(total)),
    ],
  );
}

/** What is paid once beside any price list. */
export function ownItemsTable({ rows, unit, total }: OwnItems, words: QuoteWords): PaperElement {
  return tableOf(
    words.ownItems,
    [words.service, unit],
    [
      ...rows.map(({ name, amount }) => element("tr", {}, rowHead(name), figure(amount))),
      element("tr", TOTAL, rowHead(words.totalOwnItems), figure(total)),
    ],
  );
}

/** What several tables come to. */
export function totalsTable({ caption, title, unit, rows, sums }: TotalTable): PaperElement {
  return tableOf(
    caption,
    [title, unit],
    [
      ...rows.map(({ name, amount }) => element("tr", {}, rowHead(name), figure(amount))),
      ...sums.map(({ name, amount }) => element("tr", TOTAL, rowHead(name), figure(amount))),
    ],
    "sums",
  );
}

const TOTAL = { className: "total" };

/** @param heads of its columns, the first of names, all others of figures */
function tableOf(
  caption: string,
  [names = "", ...figures]: readonly string[],
  rows: readonly PaperElement[],
  className?: string,
): PaperElement {
  const head = [
    element("th", { scope: "col" }, names),
    ...figures.map((title) => element("th", { scope: "col", className: "number" }, title)),
  ];
  return element(
    "table",
    className === undefined ? {} : { className },
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, head)),
    element("tbody", {}, rows),
  );
}

function rowHead(name: string): PaperElement {
  return element("th", { scope: "row" }, name);
}

function figure(text: string): PaperElement {
  return element("td", { className: "number" }, text);
}

import {
  compareMoney,
  countText,
  type Finding,
  isZeroMoney,
  type Money,
  moneyNumberText,
  moneyText,
  numberText,
  type Quote,
  type Quotes,
  quotedQuantity,
  roundToMinorUnit,
} from "@nkp-planner/core";
import { noticesText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { type Cell, table } from "./table.ts";

/** What customers are sent: one quote after the other. */
export function quotesText({ quotes, withoutPrice }: Quotes, notices: readonly Finding[], ink: Ink): string {
  const missing =
    withoutPrice.length === 0
      ? ""
      : paragraph(
          `No price is known for ${withoutPrice.join(", ")}: agree one in the fleet file, or give --price-list.`,
        );
  const parts = [noticesText(notices), ...quotes.map((quote) => quoteText(quote, ink)), missing];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function quoteText(quote: Quote, ink: Ink): string {
  const { name, size, currency } = quote;
  const runs = `${countText(size.podCount, "pods")}, ${numberText(size.vcpu)} vCPU, ${numberText(size.memoryGiB)} GiB of memory, ${numberText(size.storageGiB)} GiB of volumes`;
  const parts = [
    `${ink.strong(paragraph(`Quote for ${name}`))}\n${paragraph(`For what is asked for: ${runs}.`)}`,
    linesTable(`${currency} a month`, quote.recurring, ["Total a month", moneyNumberText(quote.monthlyPrice)], ink),
    quote.oneTime.length === 0
      ? ""
      : linesTable(`${currency}, once`, quote.oneTime, ["Total, once", moneyNumberText(quote.oneTimePrice)], ink),
    paragraph(conditions(quote)),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** As many as a quantity has at the most. */
const QUANTITY_DIGITS = 9;

function linesTable(title: string, lines: Quote["recurring"], total: readonly [string, string], ink: Ink): string {
  const columns = [
    { title, align: "left" as const },
    { title: "Quantity", align: "right" as const },
    { title: "Unit price", align: "right" as const },
    ...(lines.some(({ discount }) => !isZeroMoney(discount)) ? [{ title: "Discount", align: "right" as const }] : []),
    { title: "Amount", align: "right" as const },
  ];
  const hasDiscount = columns.some((column) => column.title === "Discount");
  const rows: Cell[][] = lines.map(({ discount, ...line }) => [
    line.name,
    countText(quotedQuantity(line), line.unit, QUANTITY_DIGITS),
    rateText(line.unitPrice),
    ...(hasDiscount ? [isZeroMoney(discount) ? "" : `−${moneyNumberText(discount)}`] : []),
    moneyNumberText(line.amount),
  ]);
  const sum: Cell[] = columns.map((_, index) =>
    index === 0
      ? { text: total[0], ink: ink.strong }
      : index === columns.length - 1
        ? { text: total[1], ink: ink.strong }
        : "",
  );
  return table(columns, [...rows, sum], ink);
}

/** A unit price with its thousands set apart; one finer than a cent in full. */
function rateText(price: Money): string {
  return compareMoney(price, roundToMinorUnit(price)) === 0 ? moneyNumberText(price) : price.amount;
}

function conditions({
  asOf,
  validUntil,
  termMonths,
  indexationPercentPerYear,
  monthlyPrice,
  illustrative,
}: Quote): string {
  const sentences = [
    `Prices as of ${asOf}${validUntil === null ? "" : `, valid until ${validUntil}`}, without tax.`,
    termMonths === null
      ? "No minimum term."
      : `Term ${termMonths} months, ${moneyText(monthlyPrice)} in each of the first twelve.`,
    indexationPercentPerYear === null
      ? ""
      : `Recurring prices rise by ${numberText(indexationPercentPerYear)} % a year.`,
    illustrative ? "ILLUSTRATIVE: these prices are invented; this is no offer." : "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

import {
  distinctFindings,
  type Finding,
  type Forecast,
  findingsOfKind,
  isNegativeMoney,
  isZeroMoney,
  type Money,
  type MonthOutcome,
  moneyAsNumber,
  moneyText,
  noMoney,
  numberText,
  subtractMoney,
} from "@nkp-planner/core";
import { markedTitle, markNote, noticesText, shortfallsText } from "./findings.ts";
import { eventsText } from "./forecast-events.ts";
import { type Ink, PLAIN } from "./ink.ts";
import { PAGE_WIDTH, widthOf } from "./layout.ts";
import { paragraph } from "./paragraph.ts";
import { sparkline } from "./sparkline.ts";
import { type Cell, type Column, table } from "./table.ts";

export const rhythms = ["month", "quarter", "year"] as const;
export type Every = (typeof rhythms)[number];
const MONTHS: Readonly<Record<Every, number>> = { month: 1, quarter: 3, year: 12 };
/** The longest forecast that is printed in a rhythm where none is asked for. */
const LONGEST_MONTHS: Readonly<Record<Every, number>> = { month: 12, quarter: 36, year: Number.POSITIVE_INFINITY };

interface Forecasts {
  readonly forecasts: readonly Forecast[];
  readonly every: Every | undefined;
  /** By how much the price list rises a year; null: it does not. */
  readonly indexationPercent: number | null;
  readonly notices: readonly Finding[];
}

/** Fleets over time, for people: what is left, from when on it pays, and a line a period. */
export function forecastText({ forecasts, every, indexationPercent, notices }: Forecasts, ink: Ink): string {
  const [first] = forecasts;
  if (first === undefined || first.months.every(({ tenantCount }) => tenantCount === 0))
    return "The fleet has no tenants in these months: there is nothing to forecast.\n";
  const monthCount = first.months.length;
  const rhythm = every ?? (rhythms.find((one) => monthCount <= LONGEST_MONTHS[one]) as Every);
  const bounds = boundsOf(forecasts);
  const reading = `${monthCount} months from ${first.start}, a line a ${rhythm}. ${READING} ${pricesText(indexationPercent, first)}`;
  const parts = [
    ...forecasts.map((forecast) => `${ink.strong(paragraph(summaryOf(forecast)))}${drawing(forecast, bounds)}`),
    noticesText([...notices, ...distinctFindings(forecasts.map(pricesOf))]),
    ...forecasts.map((forecast) => shortfallsText(forecast, ink)),
    markNote(forecasts, ink),
    ...forecasts.map((forecast) => eventsText(forecast, ink)),
    paragraph(reading),
    noticesText(distinctFindings(forecasts.map(methodsOf))),
    ...forecasts.map((forecast) => `${ink.strong(markedTitle(forecast))}\n${periodTable(forecast, rhythm, ink)}`),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** What is said of a forecast's prices: the same by every model. */
function pricesOf(forecast: Forecast) {
  return { findings: findingsOfKind(forecast, "prices") };
}

/** Which months they are, and by what rule one follows the other: the same by every model. */
function methodsOf(forecast: Forecast) {
  return { findings: findingsOfKind(forecast, "method") };
}

const READING = "Tenants, nodes and hosts are those of a period's last month, amounts its sums.";

function pricesText(indexationPercent: number | null, { findings }: Forecast): string {
  const apart = findings.some(({ code }) => code === "prices-change") ? ", but for the changes above" : "";
  if (indexationPercent === null)
    return `What things cost and tenants pay by the unit stays as it is today${apart}; agreed prices too, however a tenant grows.`;
  return `What the price list asks rises by ${numberText(indexationPercent)} % a year, from the second year on; agreed prices stay as they are, and so does what things cost${apart}.`;
}

function summaryOf(forecast: Forecast): string {
  const { currency, months, totalMargin, totalCost, netPresentValue, discountPercentPerYear, peakFundingNeed } =
    forecast;
  const within = `in ${months.length} months`;
  if (totalMargin === null || netPresentValue === null || peakFundingNeed === null)
    return `${markedTitle(forecast)}: costs ${moneyText(totalCost)} ${within}. Margin and payback are unknown: at least one tenant has no price.`;
  const margin = isNegativeMoney(totalMargin)
    ? `a loss of ${moneyText(subtractMoney(noMoney(currency), totalMargin))} ${within}`
    : `a margin of ${moneyText(totalMargin)} ${within}`;
  const worth = `${moneyText(netPresentValue)} today at ${numberText(discountPercentPerYear)} % a year`;
  return `${markedTitle(forecast)}: ${margin}, worth ${worth}. ${paybackText(forecast, peakFundingNeed)}`;
}

function paybackText(forecast: Forecast, peakFundingNeed: Money): string {
  const { residualValue } = forecast;
  const rest = isZeroMoney(residualValue)
    ? ""
    : ` The last month counts hosts at what they are still worth, ${moneyText(residualValue)}.`;
  if (isZeroMoney(peakFundingNeed)) return `Cash is never short.${rest}`;
  return `At most ${moneyText(peakFundingNeed)} has to be put in; ${returnText(forecast)}.${rest}`;
}

function returnText({ months, paybackMonthNumber, residualValue }: Forecast): string {
  const payback = months.find(({ monthNumber }) => monthNumber === paybackMonthNumber);
  if (payback === undefined) return `it is not paid back within these ${months.length} months`;
  const { monthNumber, firstDay, cumulativeCash } = payback;
  const isBySale =
    monthNumber === months.length &&
    cumulativeCash !== null &&
    isNegativeMoney(subtractMoney(cumulativeCash, residualValue));
  if (isBySale) return "it is paid back only by what the hosts are worth in the end";
  return `it is paid back from month ${monthNumber} on, which begins on ${firstDay}`;
}

/** Cash so far, as numbers to draw; empty where it is not known in every month. */
function balancesOf({ months }: Forecast): readonly number[] {
  const balances = months.flatMap(({ cumulativeCash }) =>
    cumulativeCash === null ? [] : [moneyAsNumber(cumulativeCash)],
  );
  return balances.length < months.length ? [] : balances;
}

/** One scale for all, with zero on it. */
function boundsOf(forecasts: readonly Forecast[]) {
  const all = [0, ...forecasts.flatMap(balancesOf)];
  return { least: Math.min(...all), most: Math.max(...all) };
}

/** How cash adds up, month by month. */
function drawing(forecast: Forecast, bounds: ReturnType<typeof boundsOf>): string {
  const balances = balancesOf(forecast);
  return balances.length === 0 ? "" : `\n  cash so far ${sparkline(balances, bounds)}`;
}

interface Period {
  readonly title: string;
  readonly last: MonthOutcome;
  readonly months: readonly MonthOutcome[];
}

function periodsOf(months: readonly MonthOutcome[], monthCount: number): readonly Period[] {
  return Array.from({ length: Math.ceil(months.length / monthCount) }, (_, index) => {
    const within = months.slice(index * monthCount, (index + 1) * monthCount);
    const [from, last] = [within[0], within.at(-1)] as [MonthOutcome, MonthOutcome];
    const title = from === last ? `${from.monthNumber}` : `${from.monthNumber}–${last.monthNumber}`;
    return { title, last, months: within };
  });
}

const THOUSAND = 1000;

/** Where amounts are too long for the page, in thousands. */
function periodTable(forecast: Forecast, rhythm: Every, ink: Ink): string {
  const whole = tableIn(forecast, rhythm, 1, PLAIN);
  const isTooWide = whole.split("\n").some((line) => widthOf(line) > PAGE_WIDTH);
  return tableIn(forecast, rhythm, isTooWide ? THOUSAND : 1, ink);
}

function tableIn({ months, currency }: Forecast, rhythm: Every, unit: number, ink: Ink): string {
  const periods = periodsOf(months, MONTHS[rhythm]);
  const amount = (values: readonly (Money | null)[]): Cell => {
    if (values.includes(null)) return "unknown";
    const sum = values.reduce((total, value) => total + moneyAsNumber(value as Money), 0);
    const text = numberText(sum / unit, 0);
    return sum < 0 ? { text, ink: ink.loss } : text;
  };
  const isAny = (of: (month: MonthOutcome) => boolean) => months.some(of);
  const hasHosts = isAny(({ hostsBoughtCount }) => hostsBoughtCount > 0);
  const hasPrices = isAny(({ monthlyPrice }) => monthlyPrice !== null);
  const columns: readonly (Column & { readonly isShown?: boolean; cell(period: Period): Cell })[] = [
    { title: "Months", align: "left", cell: ({ title }) => title },
    { title: "From", align: "left", isShown: !hasHosts, cell: (period) => monthText(period.months[0] as MonthOutcome) },
    { title: "Tenants", align: "right", cell: ({ last }) => String(last.tenantCount) },
    { title: "Nodes", align: "right", cell: (period) => nodesText(period) },
    {
      title: "Hosts",
      align: "right",
      isShown: hasHosts,
      cell: ({ last }) => String(last.hostCount),
    },
    {
      title: "Price",
      align: "right",
      isShown: hasPrices,
      cell: (period) => amount(period.months.map((month) => month.monthlyPrice)),
    },
    { title: "Cost", align: "right", cell: (period) => amount(period.months.map((month) => month.monthlyCost)) },
    {
      title: "Once",
      align: "right",
      isShown: isAny(
        ({ oneTimePrice, oneTimeCost }) =>
          !isZeroMoney(oneTimeCost) || (oneTimePrice !== null && !isZeroMoney(oneTimePrice)),
      ),
      cell: (period) => amount(period.months.map((month) => month.oneTimeMargin)),
    },
    {
      title: "Cash",
      align: "right",
      isShown: hasPrices,
      cell: (period) => amount(period.months.map((month) => month.cashFlow)),
    },
    {
      title: "Cash so\u00a0far",
      align: "right",
      isShown: hasPrices,
      cell: ({ last }) => amount([last.cumulativeCash]),
    },
  ];
  const shown = columns.filter(({ isShown }) => isShown !== false);
  const rows = periods.map((period) => shown.map(({ cell }) => cell(period)));
  const caption = unit === 1 ? `${currency}, without cents` : `${currency}, in thousands`;
  const note = isAny(({ isFeasible }) => !isFeasible) ? "; ! falls short in a month: plan shows why" : "";
  return `${table(shown, rows, ink)}\n${ink.quiet(`${caption}${note}`)}`;
}

function nodesText({ last, months }: Period): string {
  return `${last.nodeCount}${months.every(({ isFeasible }) => isFeasible) ? "" : " !"}`;
}

/** `2026-11-23` → `2026-11` */
function monthText({ firstDay }: MonthOutcome): string {
  return firstDay.slice(0, firstDay.lastIndexOf("-"));
}

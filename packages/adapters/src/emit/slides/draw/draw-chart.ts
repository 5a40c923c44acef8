import { INK } from "../colours.ts";
import type { ChartPart } from "../deck.ts";
import { chartLabels } from "../fill/chart-labels.ts";
import { cleanText } from "../fill/clean-text.ts";
import type { LibrarySlide } from "./library.ts";

const SMALL = 11;
const LABEL = 12;
const PAPER = "FFFFFF";
const GAP_PERCENT = 55;

/** Bars from left to right, the first category on top, with what they hold as a workbook inside of the file. */
export function drawChart(slide: LibrarySlide, part: ChartPart, font: string): void {
  const { box, name, altText, series, format } = part;
  const labels = [...chartLabels(part)];
  const isSingle = series.length === 1;
  slide.addChart(
    "bar",
    series.map((one) => ({ name: cleanText(one.name), labels, values: [...one.values] })),
    {
      ...box,
      ...{ objectName: name, altText: cleanText(altText) },
      ...{
        barDir: "bar",
        barGrouping: "stacked",
        barGapWidthPct: GAP_PERCENT,
        chartColors: series.map(({ colour }) => colour),
      },
      // Its types know one way only; the other puts the first category on top.
      ...({ catAxisOrientation: "maxMin" } as object),
      ...{ catAxisLabelFontFace: font, catAxisLabelFontSize: LABEL, catAxisLabelColor: INK, catAxisLabelPos: "low" },
      // Categories and parts tell their amounts, in the deck's language: an axis would tell them in the reader's.
      ...{
        valAxisHidden: true,
        valAxisLabelFormatCode: "0",
        valGridLine: { style: "none" },
        catGridLine: { style: "none" },
      },
      ...{ showLegend: !isSingle, legendPos: "b", legendFontFace: font, legendFontSize: LABEL, legendColor: INK },
      ...{
        showValue: format !== null,
        dataLabelFormatCode: format ?? "0",
        dataLabelFontFace: font,
        dataLabelFontSize: SMALL,
      },
      ...{ dataLabelColor: PAPER, dataLabelPosition: "ctr" },
    },
  );
}

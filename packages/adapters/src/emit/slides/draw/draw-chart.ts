import { INK, LINE, QUIET_INK } from "../colours.ts";
import type { ChartPart } from "../deck.ts";
import { cleanText } from "../fill/clean-text.ts";
import type { LibrarySlide } from "./library.ts";

const SMALL = 11;
const LABEL = 12;
const PAPER = "FFFFFF";
const GAP_PERCENT = 55;

/** Bars from left to right, the first category on top, with what they hold as a workbook inside of the file. */
export function drawChart(slide: LibrarySlide, part: ChartPart, font: string): void {
  const { box, name, altText, categories, series, format } = part;
  const labels = distinct(categories.map(cleanText));
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
      ...{ valAxisLabelFontFace: font, valAxisLabelFontSize: SMALL, valAxisLabelColor: QUIET_INK },
      ...{ valAxisLabelFormatCode: "#,##0", valGridLine: { color: LINE, size: 0.5 }, catGridLine: { style: "none" } },
      ...{ showLegend: true, legendPos: "b", legendFontFace: font, legendFontSize: LABEL, legendColor: INK },
      ...{ showValue: true, dataLabelFormatCode: format, dataLabelFontFace: font, dataLabelFontSize: SMALL },
      ...{ dataLabelColor: PAPER, dataLabelPosition: isSingle ? "inEnd" : "ctr" },
    },
  );
}

/** Categories that are written alike are still several bars: each gets a mark of its own. */
function distinct(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const before = seen.get(label) ?? 0;
    seen.set(label, before + 1);
    const shown = label.trim() === "" ? "—" : label;
    return before === 0 ? shown : `${shown} (${before + 1})`;
  });
}

import type { Chart, Plugin } from "chart.js";
import type { ChartView } from "../../view/charts/chart-view.ts";
import type { Colours } from "./colours.ts";

/** What stands beside bars and lines, so that nobody has to look a colour up in a legend. */

const GAP = 6;
const FONT_SIZE = 12;

function write(chart: Chart, text: string, x: number, y: number, colour: string): void {
  const { ctx } = chart;
  ctx.save();
  ctx.font = `${FONT_SIZE}px ${getComputedStyle(chart.canvas).fontFamily}`;
  ctx.fillStyle = colour;
  ctx.textBaseline = "middle";
  ctx.fillText(text, x, y);
  ctx.restore();
}

/** The amount at the end of each bar. */
export function barTexts({ barTexts: texts }: ChartView, colours: Colours): Plugin<"bar" | "line"> {
  return {
    id: "bar-texts",
    afterDatasetsDraw(chart) {
      for (const [index, text] of texts.entries()) {
        const ends = chart.data.datasets.flatMap((_, series) => {
          const bar = chart.getDatasetMeta(series).data[index];
          if (bar === undefined) return [];
          const { x, base } = bar.getProps(["x", "base"], true) as { x: number; base?: number };
          return [Math.max(x, base ?? x)];
        });
        const y = chart.getDatasetMeta(0).data[index]?.y;
        if (ends.length > 0 && y !== undefined) write(chart as Chart, text, Math.max(...ends) + GAP, y, colours("ink"));
      }
    },
  };
}

/** The name at the end of each line, moved apart where two would touch. */
export function lineNames({ series }: ChartView, colours: Colours): Plugin<"bar" | "line"> {
  return {
    id: "line-names",
    afterDatasetsDraw(chart) {
      const ends = series.flatMap(({ label, tone }, index) => {
        const point = chart.getDatasetMeta(index).data.at(-1);
        return point === undefined ? [] : [{ label, tone, x: point.x, y: point.y }];
      });
      let lowest = Number.NEGATIVE_INFINITY;
      for (const { label, tone, x, y } of ends.toSorted((a, b) => a.y - b.y)) {
        const free = Math.max(y, lowest + FONT_SIZE + 2);
        lowest = free;
        write(chart as Chart, label, x + GAP, free, colours(tone));
      }
    },
  };
}

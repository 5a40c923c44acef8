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

/** What names of bars may take of a chart's width, and what a character of them takes at the most. */
const NAMES_RATIO = 0.42;
const CHARACTER_PX = 6;
const MOST_NAME_LINES = 2;

/** The name of a bar in as many lines as a narrow chart asks for, two at the most: what is cut off elsewhere says nothing. */
export function nameLines(name: string, chartWidthPx: number): readonly string[] {
  const mostCharacters = Math.floor((chartWidthPx * NAMES_RATIO) / CHARACTER_PX);
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && longer.length <= mostCharacters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, MOST_NAME_LINES);
  return lines.length > kept.length ? [...kept.slice(0, -1), `${kept.at(-1)}…`] : kept;
}

/** What is drawn just now: plugins are made once a chart, its views come and go. */
export interface Shown {
  readonly view: ChartView;
  readonly colours: Colours;
}

/** The amount at the end of each bar. */
export function barTexts(shown: () => Shown): Plugin<"bar" | "line"> {
  return {
    id: "bar-texts",
    afterDatasetsDraw(chart) {
      const { view, colours } = shown();
      for (const [index, text] of view.barTexts.entries()) {
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
export function lineNames(shown: () => Shown): Plugin<"bar" | "line"> {
  return {
    id: "line-names",
    afterDatasetsDraw(chart) {
      const { view, colours } = shown();
      const ends = view.series.flatMap(({ label, tone }, index) => {
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

/** Upright lines behind what is drawn, each with its word on top: where the fleet is today, where the models meet. */
export function lineMarks(shown: () => Shown): Plugin<"bar" | "line"> {
  return {
    id: "line-marks",
    beforeDatasetsDraw(chart) {
      const { view, colours } = shown();
      const { top, bottom } = chart.chartArea;
      const { ctx } = chart;
      for (const [index, { at, label }] of view.marks.entries()) {
        const x = chart.scales["x"]?.getPixelForValue(at) ?? 0;
        ctx.save();
        ctx.strokeStyle = colours("line-2");
        ctx.beginPath();
        ctx.moveTo(x, top);
        ctx.lineTo(x, bottom);
        ctx.stroke();
        ctx.restore();
        write(chart as Chart, label, x + GAP, top + FONT_SIZE * (index + 1 / 2), colours("ink-3"));
      }
    },
  };
}

import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type Scale,
  Tooltip,
} from "chart.js";
import type { ChartView, SeriesView } from "../../view/charts/chart-view.ts";
import { type Colours, coloursOf } from "./colours.ts";
import { barTexts, lineMarks, lineNames, nameLines, type Shown } from "./labels.ts";

/** Loaded when the first chart comes near; only what is drawn is registered. */
Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
  Tooltip,
);

/** A chart on a canvas. */
export interface Drawn {
  update(view: ChartView): void;
  destroy(): void;
}

/** Below it names of bars take two lines, which must not touch the next ones. */
const NARROW_PX = 480;
const BAR_THICKNESS = 14;
const LINE_WIDTH = 2;
const DASHES = [6, 4];
const FAST_MS = 120;
/** Room to the right for what stands at the ends of bars and lines. */
const LABEL_ROOM_RATIO = 0.24;

export function draw(canvas: HTMLCanvasElement, view: ChartView, locale: string): Drawn {
  let shown: Shown = { view, colours: coloursOf(canvas) };
  const texts = view.shape === "bars" ? [barTexts] : [lineMarks, lineNames];
  const plugins = texts.map((textsOf) => textsOf(() => shown));
  const chart = new Chart(canvas, { ...configurationOf(shown, locale), plugins });
  const redraw = () => {
    const { data, options } = configurationOf(shown, locale);
    chart.data = data;
    if (options !== undefined) chart.options = options;
    chart.update();
  };
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const show = (next: ChartView) => {
    shown = { view: next, colours: coloursOf(canvas) };
    redraw();
  };
  const recolour = () => show(shown.view);
  scheme.addEventListener("change", recolour);
  return {
    update: show,
    destroy() {
      scheme.removeEventListener("change", recolour);
      chart.destroy();
    },
  };
}

function configurationOf({ view, colours }: Shown, locale: string): ChartConfiguration<"bar" | "line"> {
  const isBars = view.shape === "bars";
  const isStacked = isBars && view.series.length > 1;
  const grid = { color: colours("line"), drawTicks: false };
  const ticks = { color: colours("ink-3"), font: { size: 11 }, padding: 6 };
  const compact = new Intl.NumberFormat(locale, { notation: "compact" });
  const measured = {
    beginAtZero: true,
    stacked: isStacked,
    border: { display: false },
    grid,
    grace: isBars ? `${LABEL_ROOM_RATIO * 100}%` : 0,
    ticks: { ...ticks, maxTicksLimit: 5, callback: (value: string | number) => compact.format(Number(value)) },
  };
  const named = {
    stacked: isStacked,
    border: { color: colours("line-2") },
    grid: { display: false },
    ticks: isBars
      ? {
          ...ticks,
          color: colours("ink"),
          autoSkip: false,
          font: ({ chart }: { readonly chart: Chart }) => ({
            size: chart.width < NARROW_PX ? 10 : 12,
            lineHeight: 1.1,
          }),
          callback(this: Scale, value: string | number) {
            return [...nameLines(this.getLabelForValue(Number(value)), this.chart.width)];
          },
        }
      : { ...ticks, maxTicksLimit: 8 },
  };
  return {
    type: isBars ? "bar" : "line",
    data: { labels: [...view.categories], datasets: view.series.map((series) => datasetOf(series, isBars, colours)) },
    options: {
      indexAxis: isBars ? "y" : "x",
      responsive: true,
      maintainAspectRatio: false,
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: FAST_MS },
      interaction: { mode: "index", axis: isBars ? "y" : "x", intersect: false },
      layout: { padding: { right: isBars ? 0 : LINE_NAME_ROOM } },
      scales: isBars ? { x: measured, y: named } : { x: named, y: measured },
      plugins: { tooltip: { enabled: !isBars } },
    },
  };
}

const LINE_NAME_ROOM = 118;

function datasetOf({ label, tone, tones, values, isDashed }: SeriesView, isBars: boolean, colours: Colours) {
  const colour = tones === undefined ? colours(tone) : tones.map((one) => colours(one));
  const data = values.map((value) => (typeof value === "object" && value !== null ? [...value] : value));
  return {
    label,
    data: data as (number | [number, number] | null)[],
    backgroundColor: colour,
    borderColor: colour,
    ...(isBars
      ? { barThickness: BAR_THICKNESS, borderWidth: 0, minBarLength: 2 }
      : { borderWidth: LINE_WIDTH, pointRadius: 0, tension: 0, ...(isDashed === true ? { borderDash: DASHES } : {}) }),
  };
}

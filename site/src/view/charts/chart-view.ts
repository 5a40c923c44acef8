import type { Fragment } from "../fragment.ts";

/** A chart as plain data: what is drawn, the same as a table, and in one sentence. */
export interface ChartView {
  readonly title: string;
  /** Said in the title. */
  readonly unit: string;
  readonly summary: string;
  /** `bars` lie, one a category; `lines` go over numbers of tenants. */
  readonly shape: "bars" | "lines";
  readonly categories: readonly string[];
  readonly series: readonly SeriesView[];
  /** At the end of each bar, one a category; none for lines, whose names stand at their ends. */
  readonly barTexts: readonly string[];
  /** Upright lines of a chart of lines, between two categories where `at` has a fraction; none for bars. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  readonly table: ChartTable;
}

export interface SeriesView {
  readonly label: string;
  /** Whose colour it has: a model's id, or a name such as `platform`, `idle` or `gain`; the page knows which that is. */
  readonly tone: string;
  readonly isDashed?: boolean;
  /** One a category; a pair is a bar from one to the other. Lengths only: texts are exact, these are not. */
  readonly values: readonly (number | readonly [number, number] | null)[];
  /** Of each bar, where they differ from the series'. */
  readonly tones?: readonly string[];
}

export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly Fragment[] }[];
}

/** One chart for each model, to be switched between. */
export interface ChartsByModel {
  readonly modelId: string;
  readonly title: string;
  readonly chart: ChartView;
}

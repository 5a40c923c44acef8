import type { ColumnsOfTable, ColumnTarget, ReadReport, TenantKey } from "@nkp-planner/adapters";
import type { QuoteLetter, QuotePaper, QuoteTerms } from "@nkp-planner/adapters/quote-paper";
import type { Problem } from "@nkp-planner/core";
import type { SubjectProblem } from "../planning/plan-scenario.ts";
import type { Examples } from "../planning/planning-data.ts";
import type { FleetDraft, PriceBookDraft, PriceListDraft, Scenario, TenantDraft } from "../state/scenario.ts";
import type { AgainstView } from "../view/against-view.ts";
import type { BasisGroup } from "../view/basis-groups.ts";
import type { ChartsByModel, ChartView } from "../view/charts/chart-view.ts";
import type { EffectsView } from "../view/charts/effects-view.ts";
import type { SizesView } from "../view/charts/sizes-chart.ts";
import type { ChoiceView } from "../view/choice-view.ts";
import type { DecisionAnswer, Weights } from "../view/decision/decision-view.ts";
import type { FigureView } from "../view/figure-view.ts";
import type { FigureRef } from "../view/fragment.ts";
import type { HostsView } from "../view/hosts-view.ts";
import type { LibraryView } from "../view/library-view.ts";
import type { MarginsView } from "../view/margin-view.ts";
import type { OptionEffect } from "../view/option-effects.ts";
import type { PoolsView } from "../view/pools-view.ts";
import type { PriceFormView } from "../view/price-form-view.ts";
import type { ResultView } from "../view/result-view.ts";
import type { SheetView } from "../view/sheet-view.ts";
import type { UpgradesView } from "../view/upgrades/upgrades-view.ts";
import type { WishesView } from "../view/wishes-view.ts";

/** What the page asks of the planner in its thread, and what comes back. All plain data. */
export interface Tasks {
  /** Plan a scenario; from then on the other tasks are about it. */
  readonly plan: { readonly ask: Scenario; readonly answer: ResultView };
  readonly figure: { readonly ask: FigureRef; readonly answer: FigureView };
  readonly choice: { readonly ask: string; readonly answer: ChoiceView };
  readonly pools: { readonly ask: null; readonly answer: readonly PoolsView[] };
  /** Of one model, by its id. Long for fleets of thousands of VMs. */
  readonly hosts: { readonly ask: string; readonly answer: HostsView };
  /** When upgrades come, and who waits for whom, by every model. */
  readonly upgrades: { readonly ask: null; readonly answer: UpgradesView };
  /** The models judged by the visitor's weights. */
  readonly decide: { readonly ask: Weights; readonly answer: DecisionAnswer };
  /** What matters beside cost; by ids, what of it the visitor has ticked. */
  readonly wishes: { readonly ask: readonly string[]; readonly answer: WishesView };
  /** Another scenario beside the one that is shown. */
  readonly against: { readonly ask: Scenario; readonly answer: AgainstView };
  /** What a price book and a price list may have. */
  readonly priceForm: { readonly ask: null; readonly answer: PriceFormView };
  readonly examples: { readonly ask: null; readonly answer: Examples };
  /** Of one model, by its id. */
  readonly margins: { readonly ask: string; readonly answer: MarginsView };
  readonly charts: { readonly ask: null; readonly answer: PlanCharts };
  /** Long: the same mix of tenants at many sizes. */
  readonly sizes: { readonly ask: null; readonly answer: SizesView };
  /** Long: one price or kind of hours at a time. */
  readonly tornado: { readonly ask: null; readonly answer: TornadoCharts };
  /** Long: every other reading of every assumption. */
  readonly effects: { readonly ask: null; readonly answer: EffectsView };
  /** Long: every other reading of one assumption, by its id. */
  readonly optionEffects: { readonly ask: string; readonly answer: readonly OptionEffect[] };
  /** What tenants are offered: no cost is in it. */
  readonly quote: { readonly ask: QuoteRequest; readonly answer: QuotePaper };
  /** The same fleet for the provider's own eyes. */
  readonly sheet: { readonly ask: string; readonly answer: SheetView };
  /** What can be read and written: menus list it. */
  readonly formats: { readonly ask: null; readonly answer: FormatsView };
  readonly export: { readonly ask: ExportRequest; readonly answer: ExportedFile };
  /** Options to start from, as a text. */
  readonly provisionOptions: { readonly ask: ProvisionAsk; readonly answer: string };
  /** Files for another tool, in one zip. */
  readonly provision: { readonly ask: ProvisionRequest; readonly answer: ProvisionAnswer };
  /** Files or a pasted text, read in the browser; about no plan. Long for lists of clusters. */
  readonly read: { readonly ask: ReadAsk; readonly answer: readonly ReadAnswer[] };
  readonly library: { readonly ask: null; readonly answer: LibraryView };
  readonly basis: { readonly ask: null; readonly answer: readonly BasisGroup[] };
}

export interface TornadoCharts {
  readonly models: readonly ChartsByModel[];
  /** One for every two models, the widest apart first. */
  readonly differences: readonly { readonly id: string; readonly title: string; readonly chart: ChartView }[];
}

export interface QuoteRequest {
  readonly modelId: string;
  /** All where it is empty. */
  readonly tenantIds: readonly string[];
  readonly terms: QuoteTerms;
  readonly letter: QuoteLetter;
}

export interface FormatsView {
  /** In the order of menus. */
  readonly reports: readonly { readonly id: string; readonly title: string; readonly summary: string }[];
  /** What writes files for other tools. */
  readonly adapters: readonly { readonly id: string; readonly title: string; readonly summary: string }[];
  /** Endings of names of files that can be read, as a file picker takes them. */
  readonly fileNames: string;
}

export interface ExportRequest {
  readonly reportId: string;
  readonly modelId: string;
}

/** Which adapter writes what plan. */
export interface ProvisionAsk {
  readonly adapterId: string;
  readonly modelId: string;
}

export interface ProvisionRequest extends ProvisionAsk {
  /** YAML or JSON, as it is typed. */
  readonly options: string;
}

export interface ProvisionAnswer {
  /** null: nothing is written, for the reasons that are said. */
  readonly file: ExportedFile | null;
  /** Paths in it. */
  readonly paths: readonly string[];
  /** A sentence each: what is wrong with the options, or why nothing is to be made of the plan. */
  readonly problems: readonly string[];
  /** What was rounded, left out or assumed. */
  readonly notices: readonly string[];
}

/** A file to be saved. */
export interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

export interface ReadAsk {
  readonly files: readonly FileInBrowser[];
  /** What readers are told, such as `tenant-by`. */
  readonly options: Readonly<Record<string, string>>;
  /** Of the fleet on the page. */
  readonly currency: string;
  /** On which tenants are read, as they keep it. */
  readonly day: string;
}

/** A file that has not been read yet; a name that is empty: pasted. */
export interface FileInBrowser {
  readonly name: string;
  readonly content: Blob;
}

/** What is wrong, and of which file where several are read together. */
export type ProblemInFile = Problem & { readonly file?: string | undefined };

/** What a file turned out to be, or several that are one list, and what was said while it was read. */
export interface ReadAnswer {
  /** Which of the files, by their place among those asked about. */
  readonly fileIndexes: readonly number[];
  /** What may tell tenants apart, where the file does not say it itself. */
  readonly tenantKeys: readonly TenantKey[];
  /** How the columns of a table were understood, with everything that one may be; null: it is no such table. */
  readonly columns: (ColumnsOfTable & { readonly choices: readonly ColumnTarget[] }) | null;
  readonly content: ReadContent;
  readonly problems: readonly ProblemInFile[];
  /** What was left out or guessed, a sentence each. */
  readonly notices: readonly string[];
  /** What became of its entries; null: nobody knows the file. */
  readonly report: ReadReport | null;
}

/** A tenant to be, with its size in words. */
export interface TenantPreview {
  readonly id: string;
  readonly name: string;
  readonly size: string;
}

/** As it was written: what the page shows and exports is the visitor's own file. */
export type ReadContent =
  | {
      readonly kind: "tenants";
      readonly tenants: readonly TenantDraft[];
      /** The first of them. */
      readonly preview: readonly TenantPreview[];
    }
  | { readonly kind: "fleet"; readonly fleet: FleetDraft }
  | { readonly kind: "price-book"; readonly prices: PriceBookDraft }
  | { readonly kind: "price-list"; readonly priceList: PriceListDraft }
  /** Something that the page has no use for: `ranges for a what-if`. */
  | { readonly kind: "other"; readonly title: string }
  | { readonly kind: "unreadable" };

/** The charts that are read off the plans as they stand. */
export interface PlanCharts {
  readonly footprint: { readonly vcpu: ChartView; readonly memory: ChartView };
  readonly platform: readonly ChartsByModel[];
  readonly waterfall: readonly ChartsByModel[];
}

export type TaskKind = keyof Tasks;

/** How far a long answer is: steps done of all. */
export type Progress = (done: number, of: number) => void;

export interface Request<Kind extends TaskKind = TaskKind> {
  readonly id: number;
  readonly kind: Kind;
  readonly ask: Tasks[Kind]["ask"];
}

export type Response =
  | { readonly id: number; readonly kind: "answer"; readonly answer: unknown }
  | { readonly id: number; readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly id: number; readonly kind: "refusal"; readonly problems: readonly SubjectProblem[] }
  | { readonly id: number; readonly kind: "superseded" }
  | { readonly id: number; readonly kind: "failure"; readonly message: string };

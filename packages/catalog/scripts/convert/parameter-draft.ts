import type { Parameter } from "@nkp-planner/core";
import type { RawProvenance } from "./dataset.ts";

/** An option as its author writes it: the figure and its provenance come from a place of the dataset. */
export interface OptionDraft {
  readonly id: string;
  readonly title: string;
  /** Where the dataset says so; absent for an assumption of the planner's own. */
  readonly from?: string;
  /** Confidence and sources, where the dataset keeps them in several places. */
  readonly cites?: RawProvenance;
  /** Where the figure lies below `from`, or the figure itself where `from` says it in words. */
  readonly value?: string | number;
  readonly note?: string;
}

export type ParameterDraft = Omit<Parameter, "options" | "lastCheckedOn" | "affects"> & {
  readonly options: readonly OptionDraft[];
  /** Where it is said nothing: the nodes. */
  readonly affects?: Parameter["affects"];
};

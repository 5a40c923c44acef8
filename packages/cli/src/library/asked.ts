import type {
  Finding,
  OperatingModel,
  PlanInput,
  PlannedFleet,
  PlanningCache,
  PlanningContext,
} from "@nkp-planner/core";
import type { ModelGiven } from "./ask-options.ts";

/** A fleet that was read, and what a question needs to answer about it. */
export interface Asked<Options> {
  readonly options: Options;
  readonly input: PlanInput;
  readonly context: PlanningContext;
  readonly cache: PlanningCache;
  /** What was said while it was read, and loud assumptions. */
  readonly said: readonly Finding[];
  /** The model that the options name. */
  one(): OperatingModel;
  /** Those that they name; all where they name none. */
  several(): readonly OperatingModel[];
  modelOf(given: ModelGiven): OperatingModel;
  planBy(model: OperatingModel): PlannedFleet;
  /** Makes something once, however often planning begins again. */
  kept<T>(key: string, make: () => T): T;
}

import { hybrid } from "./hybrid.ts";
import type { OperatingModel } from "./operating-model.ts";
import { proSelfManaged } from "./pro-self-managed.ts";
import { starterManaged } from "./starter-managed.ts";
import { starterSelfManaged } from "./starter-self-managed.ts";
import { ultimateCentralized } from "./ultimate-centralized.ts";

/** What is compared where nobody names models, in the order outputs show them. A new model is one file and one line here. */
export const defaultModels: readonly OperatingModel[] = [starterSelfManaged, ultimateCentralized, hybrid];

/** Every operating model. One that is to be compared only where it is named has its line here. */
export const operatingModels: readonly OperatingModel[] = [...defaultModels, starterManaged, proSelfManaged];

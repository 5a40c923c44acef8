import { hybrid } from "./hybrid.ts";
import type { OperatingModel } from "./operating-model.ts";
import { starterSelfManaged } from "./starter-self-managed.ts";
import { ultimateCentralized } from "./ultimate-centralized.ts";

/** Every operating model, in the order outputs show them. A new one is one file and one line here. */
export const operatingModels: readonly OperatingModel[] = [starterSelfManaged, ultimateCentralized, hybrid];

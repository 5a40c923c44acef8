import { autonomy } from "./autonomy.ts";
import { blast } from "./blast.ts";
import { cost } from "./cost.ts";
import type { Criterion } from "./criterion.ts";
import { effort } from "./effort.ts";
import { features } from "./features.ts";
import { governance } from "./governance.ts";
import { isolation } from "./isolation.ts";
import { margin } from "./margin.ts";

/** Every criterion, in the order outputs show them. A new one is one file and one line here. */
export const criteria: readonly Criterion[] = [cost, margin, autonomy, isolation, governance, effort, blast, features];

import type { Stage } from "./stage.ts";
import { allocatable } from "./stages/allocatable.ts";
import { attribution } from "./stages/attribution.ts";
import { clusters } from "./stages/clusters.ts";
import { costs } from "./stages/costs.ts";
import { demand } from "./stages/demand.ts";
import { footprint } from "./stages/footprint.ts";
import { hosts } from "./stages/hosts.ts";
import { licences } from "./stages/licences.ts";
import { margin } from "./stages/margin.ts";
import { monthByMonth } from "./stages/months.ts";
import { network } from "./stages/network.ts";
import { pools } from "./stages/pools.ts";
import { safety } from "./stages/safety.ts";
import { sharing } from "./stages/sharing.ts";
import { upgrades } from "./stages/upgrades.ts";
import { verdict } from "./stages/verdict.ts";

/** The road from tenant to verdict. A further stage is a file and a line here. */
export const stages: readonly Stage[] = [
  demand,
  clusters,
  footprint,
  allocatable,
  pools,
  safety,
  network,
  hosts,
  licences,
  costs,
  attribution,
  sharing,
  margin,
  verdict,
  upgrades,
  monthByMonth,
];

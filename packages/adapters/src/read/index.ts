import { clusterShapes } from "./cluster-shapes.ts";
import { fleetYaml } from "./fleet-yaml.ts";
import { kubernetesObjects } from "./kubernetes-objects.ts";
import { nkpObjects } from "./nkp-objects.ts";
import { priceBookYaml } from "./price-book-yaml.ts";
import { priceListYaml } from "./price-list-yaml.ts";
import type { Reader } from "./reader.ts";
import { rightSizing } from "./right-sizing.ts";
import { tenantsCsv } from "./tenants-csv.ts";
import { vmInventory } from "./vm-inventory.ts";
import { whatIfYaml } from "./what-if-yaml.ts";

/** Every reader. A new one is one file and one line here. */
export const readers: readonly Reader[] = [
  fleetYaml,
  priceBookYaml,
  priceListYaml,
  whatIfYaml,
  tenantsCsv,
  nkpObjects,
  kubernetesObjects,
  clusterShapes,
  vmInventory,
  rightSizing,
];

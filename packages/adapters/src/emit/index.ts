import type { Adapter } from "./adapter.ts";
import { billOfMaterials } from "./bill-of-materials.ts";
import { clusterApiYaml } from "./cluster-api-yaml.ts";
import { endoflifeJson } from "./endoflife-json.ts";
import { fluxRepository } from "./flux-repository.ts";
import { konnectorValues } from "./konnector-values.ts";
import { kwokCluster } from "./kwok-cluster.ts";
import { nkpCli } from "./nkp-cli.ts";
import { renovateCalendar } from "./renovate-calendar.ts";
import { slides } from "./slides.ts";
import { terraformJson } from "./terraform-json.ts";

/** Every adapter. A new one is one file and one line here. */
export const adapters: readonly Adapter[] = [
  billOfMaterials,
  clusterApiYaml,
  endoflifeJson,
  fluxRepository,
  konnectorValues,
  kwokCluster,
  nkpCli,
  renovateCalendar,
  slides,
  terraformJson,
];

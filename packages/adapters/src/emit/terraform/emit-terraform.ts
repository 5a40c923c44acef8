import type { EmitWork } from "../adapter.ts";
import type { Emitted } from "../emitted-file.ts";
import { jsonFile } from "../making/json-file.ts";
import { categoriesOf } from "./categories.ts";
import { checks, roomLocals } from "./checks.ts";
import { elementIds, lookups } from "./lookups.ts";
import { outputs } from "./outputs.ts";
import { placesOf } from "./places.ts";
import { plannedLocals } from "./planned-locals.ts";
import { terraformReadme } from "./readme.ts";
import { resources } from "./resources.ts";
import { siteNames } from "./site-names.ts";
import { siteNotes } from "./site-notes.ts";
import { subnetsOf } from "./subnets.ts";
import type { terraformOptions } from "./terraform-options.ts";

/** Checks came with 1.5. @see https://developer.hashicorp.com/terraform/language/checks */
const REQUIRED_VERSION = ">= 1.5.0";
/** @see nutanix/terraform-provider-nutanix, CHANGELOG.md: quotas are ignored from 2.4.0 on */
const PROVIDER = { source: "nutanix/nutanix", version: "~> 2.4" } as const;

/** One module for all clusters, and a text on what to do with it. */
export function emitTerraform({ plan, options, findings }: EmitWork<typeof terraformOptions>): Emitted {
  const places = placesOf(plan.clusters, options);
  const subnets = subnetsOf(places);
  const names = siteNames(places);
  const categories = categoriesOf(places);
  const said = siteNotes(plan, places, subnets, categories);
  return {
    files: [
      { path: "README.md", text: terraformReadme(plan, places, subnets, [...findings, ...said]) },
      {
        path: "versions.tf.json",
        text: jsonFile({
          terraform: { required_version: REQUIRED_VERSION, required_providers: { nutanix: PROVIDER } },
        }),
      },
      { path: "planned.tf.json", text: jsonFile({ locals: plannedLocals(plan, places, names) }) },
      {
        path: "site.tf.json",
        text: jsonFile({
          data: lookups(names, subnets, options),
          locals: { ...elementIds(names), ...roomLocals(names) },
        }),
      },
      {
        path: "prerequisites.tf.json",
        text: jsonFile({ resource: resources(names, subnets, categories.categories, options) }),
      },
      { path: "checks.tf.json", text: jsonFile({ check: checks(names, subnets, options) }) },
      { path: "outputs.tf.json", text: jsonFile({ output: outputs(names, subnets, options) }) },
    ],
    findings: said,
  };
}

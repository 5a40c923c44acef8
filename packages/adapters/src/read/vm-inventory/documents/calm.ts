import type { Problem } from "@nkp-planner/core";
import { isRecord } from "../../objects/objects.ts";
import { at, listAt, textAt } from "../../objects/read-fields.ts";
import type { InventoryDocument, ListedVm } from "../inventory-document.ts";
import { vmOfResources } from "./prism-v3.ts";
import { numberAt } from "./sizes.ts";

/** A blueprint of Calm (Self-Service): the VMs of its substrates, each as often as its deployments have it at least. */
export const calmBlueprint: InventoryDocument = {
  id: "calm-blueprint",
  title: "Calm blueprint",
  mark: /"(substrate_definition_list|service_definition_list)"\s*:/,
  vmsIn(data) {
    const places = [[], ["spec", "resources"], ["resources"]];
    const begin = places.find((path) => Array.isArray(at(data, ...path, "substrate_definition_list")));
    if (begin === undefined) return null;
    const blueprint = at(data, ...begin);
    const counts = leastCounts(blueprint);
    const vms = listAt(blueprint, "substrate_definition_list").flatMap((substrate, index): ListedVm[] => {
      const path = [...begin, "substrate_definition_list", index];
      const name = textAt(substrate, "name");
      const vm = vmOfSubstrate(substrate, path, name);
      return Array.from({ length: Math.min(counts.get(name) ?? 1, MOST_COPIES) }, () => vm);
    });
    return {
      vms,
      notices: [
        "A blueprint says what is to be made: each VM is counted as often as its deployments have it at least, and as if it ran.",
      ],
    };
  },
};

/** Nobody makes more of one VM by one blueprint. */
const MOST_COPIES = 1000;

function vmOfSubstrate(substrate: unknown, path: Problem["path"], name: string): ListedVm {
  const spec = at(substrate, "create_spec");
  const vm = vmOfResources(at(spec, "resources"), path, textAt(spec, "name") || name, { Substrate: name });
  return { ...vm, power: "ON" };
}

/** By the name of the substrate. */
function leastCounts(blueprint: unknown): ReadonlyMap<string, number> {
  const deployments = listAt(blueprint, "app_profile_list").flatMap((profile) =>
    listAt(profile, "deployment_create_list"),
  );
  const counts = new Map<string, number>();
  for (const deployment of deployments.filter(isRecord)) {
    const name = textAt(deployment, "substrate_local_reference", "name");
    counts.set(name, (counts.get(name) ?? 0) + (numberAt(deployment, "min_replicas") ?? 1));
  }
  return counts;
}

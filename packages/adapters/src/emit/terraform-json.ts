import { EVERY_RELEASE } from "../formats/release-range.ts";
import { defineAdapter } from "./adapter.ts";
import { terraformOptions } from "./terraform/terraform-options.ts";

/**
 * What clusters need before they can be made, in the JSON syntax that Terraform and OpenTofu read: categories, subnets,
 * storage containers, images, and checks of what is there.
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 * @see https://github.com/nutanix/terraform-provider-nutanix/tree/5d035f753fd2c3d0df82f93929811826a8ebfe31
 */
export const terraformJson = defineAdapter({
  id: "terraform-json",
  title: "Prerequisites for Terraform and OpenTofu",
  summary: "Categories, subnets, storage and images of the clusters as *.tf.json, with checks of the hosts' room.",
  releases: EVERY_RELEASE,
  options: terraformOptions,
  readsBack: ["addressCount"],
  load: async () => {
    const [{ emitTerraform }, { readTerraform }] = await Promise.all([
      import("./terraform/emit-terraform.ts"),
      import("./terraform/read-terraform.ts"),
    ]);
    return { emit: emitTerraform, readBack: readTerraform };
  },
});

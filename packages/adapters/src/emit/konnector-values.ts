import { EVERY_RELEASE } from "../formats/release-range.ts";
import { defineAdapter } from "./adapter.ts";
import { konnectorOptions } from "./konnector/konnector-options.ts";

/**
 * Values of the chart konnector-agent, by which Prism Central sees a cluster that the platform did not tell it of.
 * @see https://github.com/nutanix-cloud-native/cluster-api-runtime-extensions-nutanix, addons/konnector-agent
 */
export const konnectorValues = defineAdapter({
  id: "konnector-values",
  title: "Values for the chart konnector-agent",
  summary: "For clusters that Prism Central does not see yet: values.yaml of each, and how to install it.",
  releases: EVERY_RELEASE,
  options: konnectorOptions,
  readsBack: ["name"],
  load: async () => {
    const [{ emitValues }, { readValues }] = await Promise.all([
      import("./konnector/emit-values.ts"),
      import("./konnector/read-values.ts"),
    ]);
    return { emit: emitValues, readBack: readValues };
  },
});

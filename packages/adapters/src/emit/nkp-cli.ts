import { EVERY_RELEASE } from "../formats/release-range.ts";
import { defineAdapter } from "./adapter.ts";
import { nkpCliOptions } from "./nkp-cli/nkp-cli-options.ts";
import { siteNeeds } from "./site/site-needs.ts";

/**
 * A folder per cluster with scripts that make it by the platform's own command line, and what its Kommander runs.
 * @see `nkp create cluster nutanix --help`, NKP 2.16.1 and 2.17.1: no older help was read
 */
export const nkpCli = defineAdapter({
  id: "nkp-cli",
  title: "Scripts for NKP's command line",
  summary: "Each cluster as a script of nkp create commands, and its kommander.yaml.",
  releases: { ...EVERY_RELEASE, from: "2.16" },
  options: nkpCliOptions,
  needs: siteNeeds,
  readsBack: ["machines"],
  load: async () => {
    const [{ emitScripts }, { readScripts }] = await Promise.all([
      import("./nkp-cli/emit-scripts.ts"),
      import("./nkp-cli/read-scripts.ts"),
    ]);
    return { emit: emitScripts, readBack: readScripts };
  },
});

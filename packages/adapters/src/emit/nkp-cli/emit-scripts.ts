import type { EmitWork } from "../adapter.ts";
import type { Emitted, EmittedText } from "../emitted-file.ts";
import { platformWords } from "../site/platform-words.ts";
import { siteFindings } from "../site/site-findings.ts";
import { beyondFlags } from "./beyond-flags.ts";
import { cliFindings, type ScriptedCluster } from "./cli-findings.ts";
import type { ScriptContext } from "./cluster-flags.ts";
import { kommanderYaml } from "./kommander-yaml.ts";
import type { nkpCliOptions } from "./nkp-cli-options.ts";
import { scriptsReadme } from "./readme.ts";
import { createScript, dryRunScript, kommanderScript } from "./scripts.ts";
import { scriptableSite } from "./site-problems.ts";

const ID = "nkp-cli";

/** A folder for each cluster with its scripts, and one text on how to run them. */
export function emitScripts({ plan, options, findings }: EmitWork<typeof nkpCliOptions>): Emitted {
  const words = platformWords(plan, options.kubernetesVersion, ID);
  const { workspaceNamespace, prismCentral, gpus = {} } = options;
  const site = scriptableSite({ plan, options, words, workspaceNamespace, adapterId: ID });
  const scripted = site.map((one) => ({ site: one, beyond: beyondFlags(one, gpus, plan.kubelet) }));
  const said = [...siteFindings(site, words, ID), ...cliFindings(scripted)];
  const context = { words, prismCentral, gpus };
  return {
    files: [
      { path: "README.md", text: scriptsReadme(scripted, words, [...findings, ...said]) },
      ...scripted.flatMap((one) => filesOf(one, context)),
    ],
    findings: said,
  };
}

function filesOf({ site, beyond }: ScriptedCluster, context: ScriptContext): readonly EmittedText[] {
  const script = (name: string, text: string) => ({ path: `${site.name}/${name}`, text, isExecutable: true });
  return [
    script("create-cluster.sh", createScript(site, beyond, context)),
    script("dry-run.sh", dryRunScript(site, context)),
    ...(site.cluster.managedBy === null
      ? [
          script("install-kommander.sh", kommanderScript(site, context)),
          { path: `${site.name}/kommander.yaml`, text: kommanderYaml(site.cluster) },
        ]
      : []),
  ];
}

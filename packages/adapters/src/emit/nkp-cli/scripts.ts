import { visible } from "@nkp-planner/core";
import type { SiteCluster } from "../site/site-cluster.ts";
import type { BeyondFlags } from "./beyond-flags.ts";
import { clusterFlags, MANAGEMENT, type ScriptContext } from "./cluster-flags.ts";
import { commandText } from "./command-text.ts";
import { CREATE_CLUSTER, CREATE_NODEPOOL, INSTALL_KOMMANDER } from "./flags.ts";
import { nodepoolFlags } from "./nodepool-flags.ts";
import { FIRST_POOL, poolsInCommands } from "./pools-in-commands.ts";
import { comment, quoted } from "./shell-words.ts";

const START = "#!/usr/bin/env bash\n";
const STRICT = "set -euo pipefail\n";
const CREATE = "nkp create cluster nutanix";
/** What whoever runs a script says behind its name: of registries, proxies and keys no plan knows. */
const FURTHER = ` \\\n  "$@"`;

/** Makes a cluster, and its further pools one after the other. */
export function createScript(site: SiteCluster, beyond: readonly BeyondFlags[], context: ScriptContext): string {
  const { first, further } = poolsInCommands(site.cluster);
  const { version } = context.words;
  const isOwn = site.cluster.managedBy === null;
  const kubeconfig = isOwn ? kubeconfigOf(site) : MANAGEMENT;
  const told = notesText(beyond, (...lines) => lines.map((line) => `echo ${quoted(visible(line))} >&2\n`).join(""));
  return [
    START,
    comment(`Makes the cluster ${site.name}, by the command line of NKP ${version}.`, ...tenantsOf(site)),
    first === null ? "" : comment(`The plan's pool ${first.name} becomes ${FIRST_POOL}.`),
    STRICT,
    notesText(beyond, comment),
    `\n${needsText(site)}`,
    // Whoever can still make it from its manifest should know before.
    isOwn ? "" : told,
    `\n${commandText(CREATE, clusterFlags(site, context), { table: CREATE_CLUSTER, version, end: FURTHER })}`,
    ...further.map((pool) => {
      const words = `nkp create nodepool nutanix ${quoted(pool.name)}`;
      const flags = nodepoolFlags(site, pool, context, kubeconfig);
      return `\n${commandText(words, flags, { table: CREATE_NODEPOOL, version })}`;
    }),
    isOwn ? told : "",
  ].join("");
}

/** Writes what would be made of a cluster to one file, and makes nothing. */
export function dryRunScript(site: SiteCluster, context: ScriptContext): string {
  const { version } = context.words;
  const flags = [...clusterFlags(site, context), ["--dry-run", true], ["--output", "yaml"]] as const;
  return [
    START,
    comment(
      `Writes the objects of the cluster ${site.name} to manifest.yaml beside this script, and makes nothing.`,
      // @see "Nutanix Kubernetes Platform 2.18 Release Notes", NCN-109240
      "One file on purpose: --output-directory orders files by name, and they do not apply in that order.",
      "It may hold the password: keep it out of Git.",
    ),
    STRICT,
    "umask 077\n",
    `\n${needsText(site)}`,
    `\n${FOLDER}`,
    commandText(CREATE, flags, {
      table: CREATE_CLUSTER,
      version,
      end: `${FURTHER} \\\n  >"\u0024{folder}/manifest.yaml"`,
    }),
  ].join("");
}

/** Installs Kommander on a cluster that runs. */
export function kommanderScript(site: SiteCluster, { words: { version } }: ScriptContext): string {
  return [
    START,
    comment(
      `Installs Kommander on the cluster ${site.name}, with the applications that kommander.yaml names.`,
      "Run it where create-cluster.sh was run: the cluster's kubeconfig is there.",
    ),
    STRICT,
    `\n${FOLDER}`,
    commandText(
      "nkp install kommander",
      [
        ["--installer-config", { variable: "folder", path: "/kommander.yaml" }],
        ["--kubeconfig", kubeconfigOf(site)],
      ],
      { table: INSTALL_KOMMANDER, version, end: FURTHER },
    ),
  ].join("");
}

const FOLDER = `folder="$(dirname -- "\u0024{BASH_SOURCE[0]}")"\n`;

/** Which the command writes to where it is run, of a cluster that manages itself. */
export function kubeconfigOf({ name }: Pick<SiteCluster, "name">): string {
  return `${name}.conf`;
}

/** Asks whether variables are set in a way that does not show them, even where the shell prints what it does. */
function needsText({ cluster }: SiteCluster): string {
  const asked = (names: readonly string[], sentence: string) =>
    [
      `if [[ ${names.map((name) => `-z "\u0024{${name}:+set}"`).join(" || ")} ]]; then`,
      `  echo ${quoted(sentence)} >&2`,
      "  exit 1",
      "fi",
      `export ${names.join(" ")}`,
      "",
    ].join("\n");
  return [
    asked(
      ["NUTANIX_USER", "NUTANIX_PASSWORD"],
      "Set NUTANIX_USER and NUTANIX_PASSWORD: the account that makes machines in Prism Central.",
    ),
    ...(cluster.managedBy === null
      ? []
      : [asked([MANAGEMENT.variable], "Set KUBECONFIG to the kubeconfig of the management cluster: one file.")]),
  ].join("");
}

function tenantsOf({ cluster: { tenants } }: SiteCluster): readonly string[] {
  return tenants.length === 0 ? [] : [`Tenants: ${tenants.map(({ name }) => name).join(", ")}.`];
}

function notesText(beyond: readonly BeyondFlags[], written: (...lines: readonly string[]) => string): string {
  if (beyond.length === 0) return "";
  const lines = beyond.map(({ pool, needs }) => `Pool ${pool}: ${needs.join(", ")}.`);
  return `\n${written("No flag says this, README.md says what to do:", ...lines)}`;
}

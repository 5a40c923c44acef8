import type { Adapter, ClusterToEmit, EmittedFile } from "@nkp-planner/adapters";
import { type Finding, numberText, visible } from "@nkp-planner/core";
import { noticesText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";

/** What was written and what to do with it. */
export interface Emitted {
  readonly adapter: Adapter;
  readonly clusters: readonly ClusterToEmit[];
  readonly files: readonly EmittedFile[];
  readonly folder: string;
  readonly notices: readonly Finding[];
}

export function emittedText({ adapter, clusters, files, folder, notices }: Emitted, ink: Ink): string {
  const nodes = clusters.flatMap(({ pools }) => pools).reduce((sum, { nodeCount }) => sum + nodeCount, 0);
  const groups = clusters.flatMap(({ podGroups }) => podGroups);
  const agents = groups.filter(({ kind }) => kind === "DaemonSet").length;
  const pods = groups.filter(({ kind }) => kind !== "DaemonSet").reduce((sum, { replicas }) => sum + replicas, 0);
  const counted = [
    counts(clusters.length, "cluster"),
    counts(nodes, "node"),
    counts(pods, "pod"),
    ...(agents === 0 ? [] : [`${counts(agents, "DaemonSet")} with a pod on every node they may run on`]),
  ];
  const [first] = files;
  const parts = [
    ink.strong(`${adapter.title}: ${counts(files.length, "file")} in ${visible(folder)}`),
    paragraph(`${listed(counted)}.`),
    noticesText(notices),
    // A path is never broken, however long: people copy it.
    first === undefined
      ? ""
      : `Next: how to load the first cluster is said in\n  ${visible(folder.replace(/\/+$/, ""))}/${first.path}`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function counts(count: number, one: string): string {
  return `${numberText(count)} ${one}${count === 1 ? "" : "s"}`;
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

import type { Adapter, ClusterToEmit, EmittedFile } from "@nkp-planner/adapters";
import { type Finding, numberText, visible } from "@nkp-planner/core";
import type { FolderChanges } from "../emitted-folder.ts";
import { noticesText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";

/** What was written and what to do with it. */
export interface Emitted {
  readonly adapter: Pick<Adapter, "title">;
  /** What the files hold, in a sentence. */
  readonly counted: string;
  readonly files: readonly EmittedFile[];
  readonly folder: string;
  /** null: nothing was looked at. */
  readonly changes: FolderChanges | null;
  /** Whether nothing was written. */
  readonly isDry: boolean;
  readonly notices: readonly Finding[];
}

const MOST_PATHS = 60;

/** How much there is of what a plan is made of. */
export function clustersText({ readsBack }: Pick<Adapter, "readsBack">, clusters: readonly ClusterToEmit[]): string {
  const nodes = clusters.flatMap(({ pools }) => pools).reduce((sum, { nodeCount }) => sum + nodeCount, 0);
  const groups = clusters.flatMap(({ podGroups }) => podGroups);
  const agents = groups.filter(({ kind }) => kind === "DaemonSet").length;
  const pods = groups.filter(({ kind }) => kind !== "DaemonSet").reduce((sum, { replicas }) => sum + replicas, 0);
  const counted = [
    counts(clusters.length, "cluster"),
    counts(nodes, "node"),
    ...(readsBack.includes("podCount") ? [counts(pods, "pod")] : []),
    ...(agents === 0 || !readsBack.includes("podCount")
      ? []
      : [`${counts(agents, "DaemonSet")} with a pod on every node they may run on`]),
  ];
  return `${listed(counted)}.`;
}

export function emittedText({ adapter, counted, files, folder, changes, isDry, notices }: Emitted, ink: Ink): string {
  const place = visible(folder.replace(/\/+$/, ""));
  const head = isDry ? "would be written" : `in ${place}`;
  const readme = files.find(({ path }) => path.endsWith("README.md") || path.endsWith(".md"));
  const parts = [
    ink.strong(`${adapter.title}: ${counts(files.length, "file")} ${head}`),
    paragraph(counted),
    pathsText(files, changes),
    leftOverText(changes),
    noticesText(notices),
    // A path is never broken, however long: people copy it.
    readme === undefined || isDry ? "" : `Next: what to do with them is said in\n  ${place}/${readme.path}`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** A file a line, with what becomes of it where something was there before. */
function pathsText(files: readonly EmittedFile[], changes: FolderChanges | null): string {
  const wasThere = changes?.changes.some((change) => change !== "new") ?? false;
  const lines = files.map(({ path }, index) => `  ${path}${wasThere ? ` (${changes?.changes[index]})` : ""}`);
  const more = lines.length - MOST_PATHS;
  return [...lines.slice(0, MOST_PATHS), ...(more > 0 ? [`  and ${counts(more, "more file")}`] : [])].join("\n");
}

function leftOverText(changes: FolderChanges | null): string {
  const { leftOver = [] } = changes ?? {};
  if (leftOver.length === 0) return "";
  const text = "Written before and not any more; they stay where they are. Remove them yourself where they are to go:";
  return [paragraph(text), ...leftOver.map((path) => `  ${visible(path)}`)].join("\n");
}

function counts(count: number, one: string): string {
  return `${numberText(count)} ${one}${count === 1 ? "" : "s"}`;
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

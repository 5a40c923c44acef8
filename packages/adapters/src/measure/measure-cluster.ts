import { type Finding, findingOfProblem, type Problem, type RunningCluster } from "@nkp-planner/core";
import { nodeOf } from "../read/cluster-shapes/node-facts.ts";
import { ShapeLedger } from "../read/cluster-shapes/shape-ledger.ts";
import { MAY_MAKE_PODS } from "../read/kubernetes-objects/left-out.ts";
import { slimmer } from "../read/kubernetes-objects/slimmed.ts";
import { mayMakePods, workloadKindOf } from "../read/kubernetes-objects/workload-kinds.ts";
import { documentsOfFiles } from "../read/objects/files-together.ts";
import { addTo } from "../read/objects/grouped.ts";
import { streamList } from "../read/objects/json-stream.ts";
import { withoutWarnings } from "../read/objects/kubectl-warnings.ts";
import { type ObjectAt, objectsIn } from "../read/objects/objects.ts";
import { REPEATED, withoutRepeated } from "../read/objects/repeated.ts";
import { readStream } from "../read/objects/yaml-stream.ts";
import type { ReadReport } from "../read/read-result.ts";
import { type FileToRead, LARGEST_TEXT_BYTES, type OpenedFile } from "../read/reader.ts";
import { textOfBytes } from "../text/file-text.ts";
import { isLarge, type LargeFile } from "../text/large-file.ts";
import { runningWorkloads } from "./running-workloads.ts";

/** What files say of a cluster that runs, and what became of each of their objects. */
export interface MeasuredFiles {
  /** null: the files hold nothing that runs, and no node. */
  readonly cluster: RunningCluster | null;
  /** What cannot be read, each with its place. */
  readonly findings: readonly Finding[];
  /** Whether a file as a whole cannot be read. */
  readonly isBroken: boolean;
  readonly report: ReadReport;
  /** Makers of which the files have pods of more than one size. */
  readonly mixedCount: number;
  /** Pods that no node has yet, which are counted. */
  readonly pendingCount: number;
}

/** Fields that measuring needs beside those of demand. */
const ALSO = {
  container: ["image"],
  status: ["capacity", "allocatable", "nodeInfo", "desiredNumberScheduled"],
} as const;

/**
 * Reads what `kubectl get deployments,statefulsets,daemonsets,pods,nodes -A -o json` (or yaml) prints of one cluster, in
 * one file or several: what runs, with the requests of its pods, and the nodes. Never throws for what is in them.
 *
 * `const { cluster } = await measuredFiles([{ name: "cluster.json", bytes }])`
 */
export async function measuredFiles(files: readonly (FileToRead | LargeFile)[]): Promise<MeasuredFiles> {
  const slim = slimmer(ALSO);
  const opened = files.map((file) => (isLarge(file) ? file : openedFile(file)));
  const { documents, problems: broken } = await documentsOfFiles(
    opened,
    (text) => readStream(withoutWarnings(text)),
    (file) => streamList(file, slim),
  );
  const { objects: all, problems: strange } = objectsIn(documents);
  const { objects, repeated } = withoutRepeated(all);
  const excluded = new Map<string, ObjectAt[]>(repeated.length === 0 ? [] : [[REPEATED, [...repeated]]]);
  const isNode = ({ group, kind }: ObjectAt) => group === "" && kind === "Node";
  const ledger = new ShapeLedger();
  const nodes = objects.filter(isNode).flatMap((object) => nodeOf(ledger, object) ?? []);
  const found = runningWorkloads(objects);
  for (const [reason, some] of found.excluded) for (const one of some) addTo(excluded, reason, one);
  for (const object of objects)
    if (!isNode(object) && workloadKindOf(object) === undefined)
      addTo(excluded, mayMakePods(object) ? MAY_MAKE_PODS : "that run no pods and are no nodes", object);
  const ofNodes = ledger.reportOf(objects.filter(isNode), 0);
  const brokenCount = new Set(broken.map(({ file }) => file)).size;
  const unread: readonly (Problem & { readonly file?: string })[] = [
    ...broken,
    ...strange,
    ...ledger.problems,
    ...found.problems,
  ];
  return {
    cluster:
      found.workloads.length + nodes.length === 0
        ? null
        : {
            workloads: found.workloads,
            nodes: nodes.map(({ role, cpuMillicores, memoryBytes, allocatable, version }) => ({
              ...{ role, cpuMillicores, memoryBytes, allocatable },
              kubernetesVersion: /\d+(?:\.\d+){1,2}/.exec(version ?? "")?.[0] ?? null,
            })),
            kinds: [...new Set(objects.map(({ kind }) => kind))],
          },
    findings: unread.map(({ file = files[0]?.name, ...problem }) => findingOfProblem(problem, file)),
    isBroken: brokenCount > 0,
    report: {
      entries: "objects",
      foundCount: all.length + strange.length + brokenCount,
      usedCount: found.usedCount + ofNodes.usedCount,
      excluded: [...excluded].map(([reason, some]) => ({ count: some.length, reason })),
      unreadableCount: found.unreadableCount + ofNodes.unreadableCount + strange.length + brokenCount,
    },
    mixedCount: found.mixedCount,
    pendingCount: found.pendingCount,
  };
}

/** What is too large to be parsed as a whole is read piece by piece. */
function openedFile({ name, bytes }: FileToRead): OpenedFile | LargeFile {
  if (bytes.length <= LARGEST_TEXT_BYTES) return { name, bytes, text: textOfBytes(bytes)?.text ?? null };
  return {
    name,
    head: bytes.subarray(0, HEAD_BYTES),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += HEAD_BYTES) yield bytes.subarray(at, at + HEAD_BYTES);
    },
  };
}

const HEAD_BYTES = 65_536;

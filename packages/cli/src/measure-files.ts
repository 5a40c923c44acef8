import {
  clusterShapes,
  type FileToRead,
  isSurelyFor,
  kubernetesObjects,
  type LargeFile,
  type MeasuredFiles,
  measuredFiles,
} from "@nkp-planner/adapters";
import { InputError, type RunningCluster } from "@nkp-planner/core";
import { openAnyFile } from "./files.ts";
import { pathsIn } from "./paths-in.ts";
import type { ShellProcess } from "./shell.ts";

/** A cluster as files have it. */
export interface MeasuredCluster extends MeasuredFiles {
  readonly cluster: RunningCluster;
  /** Files of folders that hold no objects of a cluster. */
  readonly leftOut: readonly string[];
}

const KUBECTL = "write them with kubectl get deployments,statefulsets,daemonsets,pods,nodes -A -o json";

/** Reads a cluster from files and folders of them. @throws InputError where a file cannot be read, or none has anything that runs */
export async function measureFiles(process: ShellProcess, paths: readonly string[]): Promise<MeasuredCluster> {
  const files: (FileToRead | LargeFile)[] = [];
  const leftOut: string[] = [];
  for (const path of paths)
    for (const found of await pathsIn(path)) {
      const file = await openAnyFile(process, found.path);
      if (found.isFound && ![kubernetesObjects, clusterShapes].some((reader) => isSurelyFor(file, reader)))
        leftOut.push(file.name);
      else files.push(file);
    }
  const read = await measuredFiles(files);
  if (read.isBroken || (read.cluster === null && read.findings.length > 0))
    throw new InputError("measure", read.findings);
  if (read.cluster === null) throw nothingOf(paths, "nothing that runs, and no node");
  return { ...read, cluster: read.cluster, leftOut };
}

/** Files of which nothing can be compared. */
export function nothingOf(paths: readonly string[], found: string): InputError {
  return new InputError(paths.join(", "), [
    {
      code: "unreadable",
      path: [],
      found,
      expected: "workloads of the NKP platform, or nodes of a cluster",
      fix: KUBECTL,
    },
  ]);
}

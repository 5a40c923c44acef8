import { bytesOf, millicoresOf, parseQuantity } from "@nkp-planner/core";
import { parseAllDocuments } from "yaml";
import { type EmittedFile, textOf } from "../emitted-file.ts";
import type { ReadBack } from "../making/read-back.ts";

/** As much of a manifest as is read back. */
interface Manifest {
  readonly spec?: { readonly replicas?: number; readonly completions?: number };
  readonly status?: { readonly capacity: Readonly<Record<"cpu" | "memory" | "pods", string>> };
}

/** What the manifests say, as an API server would take them. */
export function readManifests(files: readonly EmittedFile[]): ReadBack {
  return {
    clusters: files
      .filter(({ path }) => path.endsWith("/nodes.yaml"))
      .map((file) => ({
        nodes: manifestsIn(textOf(file)).flatMap(({ status }) =>
          status === undefined ? [] : [sizeOf(status.capacity)],
        ),
        podCount: manifestsIn(textAt(file.path.replace(/nodes\.yaml$/, "workloads.yaml"), files))
          .map(({ spec }) => spec?.replicas ?? spec?.completions ?? 0)
          .reduce((a, b) => a + b, 0),
      })),
  };
}

function manifestsIn(text: string): readonly Manifest[] {
  return parseAllDocuments(text, { uniqueKeys: true }).map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    return document.toJS() as Manifest;
  });
}

function textAt(path: string, files: readonly EmittedFile[]): string {
  return files
    .filter((file) => file.path === path)
    .map(textOf)
    .join("");
}

function sizeOf({ cpu, memory, pods }: Readonly<Record<"cpu" | "memory" | "pods", string>>) {
  const quantity = (text: string) => parseQuantity(text) ?? -1n;
  return {
    cpuMillicores: millicoresOf(quantity(cpu)),
    memoryBytes: bytesOf(quantity(memory)),
    podCount: Number(pods),
  };
}

import { bytesOf, parseQuantity } from "@nkp-planner/core";
import { parseAllDocuments } from "yaml";
import { type EmittedFile, textOf } from "../emitted-file.ts";
import type { MachineReadBack, ReadBack } from "../making/read-back.ts";

const MILLICORES_PER_VCPU = 1000;

interface Machine {
  readonly vcpuSockets: number;
  readonly vcpusPerSocket: number;
  readonly memorySize: string;
}

interface Variable {
  readonly name: string;
  readonly value: { readonly nutanix: { readonly machineDetails: Machine } };
}

/** As much of a topology as is read back. */
interface Topology {
  readonly controlPlane: { readonly replicas: number };
  readonly variables: readonly [{ readonly value: { readonly controlPlane: Variable["value"] } }];
  readonly workers: {
    readonly machineDeployments: readonly {
      readonly replicas: number;
      readonly variables: { readonly overrides: readonly [Variable] };
    }[];
  };
}

/** The machines of each cluster, in the order of its pools. */
export function readClusters(files: readonly EmittedFile[]): ReadBack {
  return {
    clusters: files
      .filter(({ path }) => path.endsWith("/cluster.yaml"))
      .map((file) => ({ machines: machinesIn(textOf(file)) })),
  };
}

function machinesIn(text: string): readonly MachineReadBack[] {
  return parseAllDocuments(text, { uniqueKeys: true }).flatMap((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    const { spec } = document.toJS() as { spec: { topology?: Topology; capiCluster?: { topology: Topology } } };
    const topology = spec.topology ?? spec.capiCluster?.topology;
    if (topology === undefined) return [];
    const { controlPlane, variables, workers } = topology;
    return [
      ...alike(controlPlane.replicas, variables[0].value.controlPlane),
      ...workers.machineDeployments.flatMap((pool) => alike(pool.replicas, pool.variables.overrides[0].value)),
    ];
  });
}

function alike(count: number, { nutanix: { machineDetails } }: Variable["value"]): readonly MachineReadBack[] {
  const { vcpuSockets, vcpusPerSocket, memorySize } = machineDetails;
  return Array.from({ length: count }, () => ({
    cpuMillicores: vcpuSockets * vcpusPerSocket * MILLICORES_PER_VCPU,
    memoryBytes: bytesOf(parseQuantity(memorySize) ?? -1n),
  }));
}

import type { ShapeSource } from "./shape-source.ts";
import { clusterApi } from "./sources/cluster-api.ts";
import { eksAnywhere } from "./sources/eks-anywhere.ts";
import { nodes } from "./sources/nodes.ts";
import { topology } from "./sources/topology.ts";

/** Every source of objects, what declares most first: a cluster is counted by the first that has it. A new one is one file and one line here. */
export const shapeSources: readonly ShapeSource[] = [eksAnywhere, topology, clusterApi, nodes];

import type { ObjectAt } from "../objects/objects.ts";
import type { ClusterShape, PoolShape, ShapeSourceId } from "./cluster-shape.ts";
import type { MachineShape } from "./machine-kinds.ts";
import type { ShapeLedger } from "./shape-ledger.ts";
import type { TemplateFinder } from "./template-finder.ts";

/** A way to declare a cluster, or what runs of one. */
export interface ShapeSource {
  /** Once in the list. */
  readonly id: ShapeSourceId;
  readonly title: string;
  /** The clusters of its objects, which it marks as used in the ledger. */
  read(objects: readonly ObjectAt[], context: ShapeContext): readonly FoundCluster[];
}

/** What all sources of a file share. */
export interface ShapeContext {
  readonly ledger: ShapeLedger;
  readonly templates: TemplateFinder;
  /** Names of clusters that a source before this one has: what they are made into is not counted again. */
  readonly taken: ReadonlySet<string>;
  /** The name of the cluster that an object belongs to, apart from others of its name. */
  nameOf(object: ObjectAt): string;
  /** The name of a cluster whose nodes do not say it. */
  readonly fileStem: string;
}

/** A cluster, and an object of it to point at. */
export interface FoundCluster {
  readonly shape: ClusterShape;
  readonly first: ObjectAt;
  /** Whether its workers stand in other objects, which may be in another file. */
  readonly hasWorkersApart: boolean;
}

/** What a cluster is made into, beside what declares it. */
export const MADE_FROM_IT = "made from what is counted";

/** Fields of a machine, for a pool; sizes that are not known are null. */
export function sizesOf(
  machine: MachineShape | null,
): Pick<PoolShape, "cpuMillicores" | "memoryBytes" | "diskBytes" | "gpus"> {
  return machine ?? { cpuMillicores: null, memoryBytes: null, diskBytes: null, gpus: [] };
}

/** What is wrong where the machines of workers are not known. */
export function unknownMachine(why: string) {
  return {
    found: why,
    expected: "a machine whose size is known: it is not 0",
    fix: "add it to the file, as kubectl get nutanixmachinetemplates -A -o yaml prints it",
  };
}

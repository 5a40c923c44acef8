import type { ObjectAt } from "../objects/objects.ts";
import { at } from "../objects/read-fields.ts";
import { clusterNames } from "./cluster-names.ts";
import { isMachineKind } from "./machine-kinds.ts";
import { ShapeLedger } from "./shape-ledger.ts";
import type { FoundCluster } from "./shape-source.ts";
import { shapeSources } from "./shape-sources.ts";
import { TemplateFinder } from "./template-finder.ts";
import { toldOnce } from "./told-once.ts";

export interface FoundShapes {
  readonly clusters: readonly FoundCluster[];
  readonly ledger: ShapeLedger;
}

/**
 * The clusters of objects, which may be those of several files: each by the source that declares most of it.
 *
 * @param fileStem the name of a cluster whose objects do not say it
 */
export function shapesOfObjects(all: readonly ObjectAt[], fileStem: string): FoundShapes {
  const ledger = new ShapeLedger();
  const objects = toldOnce(all, ledger);
  const templates = new TemplateFinder(objects, ledger);
  const nameOf = clusterNames(objects, fileStem);
  const clusters: FoundCluster[] = [];
  for (const source of shapeSources) {
    const taken = new Set(clusters.map(({ shape }) => shape.name));
    clusters.push(...source.read(objects, { ledger, templates, taken, nameOf, fileStem }));
  }
  for (const object of objects) ledger.leaveOut(object, reasonOf(object));
  return { clusters, ledger };
}

function reasonOf(object: ObjectAt): string {
  if (isMachineKind(object)) return "machine templates that no pool of it names";
  const isMade = /^Machine(Set)?$/.test(object.kind) || /Machine$/.test(object.kind);
  if (isMade && at(object.data, "spec") !== undefined) return "single machines, which are counted by their pools";
  return "that say nothing of pools";
}

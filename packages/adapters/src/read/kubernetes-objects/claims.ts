import { readQuantity } from "@nkp-planner/core";
import type { ObjectAt } from "../objects/objects.ts";
import { at, listAt, textAt } from "../objects/read-fields.ts";
import { namespaceOf } from "./owners.ts";

/** Volumes that one pod claims, and those that all pods of a workload share. */
export interface Claimed {
  readonly perPodBytes: bigint;
  readonly sharedBytes: bigint;
  /** Names of classes; empty for the usual one. */
  readonly classes: ReadonlySet<string>;
  /** Keys of claims that stand in the file. */
  readonly claimKeys: readonly string[];
  /** Sizes that cannot be read, or names of claims that the file does not have. */
  readonly unknown: readonly string[];
}

/** A claim of a file by its namespace and name. */
export function claimKey(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

export function isClaim({ group, kind }: ObjectAt): boolean {
  return group === "" && kind === "PersistentVolumeClaim";
}

/** What a workload claims: by its own templates, for each pod; by name, once for all of them. */
export function claimedBy(object: ObjectAt, podSpec: unknown, claims: ReadonlyMap<string, ObjectAt>): Claimed {
  const templates = [
    ...listAt(object.data, "spec", "volumeClaimTemplates"),
    ...listAt(podSpec, "volumes").flatMap((volume) => at(volume, "ephemeral", "volumeClaimTemplate") ?? []),
  ];
  const names = listAt(podSpec, "volumes").flatMap(
    (volume) => textAt(volume, "persistentVolumeClaim", "claimName") || [],
  );
  const keys = names.map((name) => claimKey(namespaceOf(object), name));
  const found = keys.flatMap((key) => claims.get(key)?.data ?? []);
  const sizesOf = (all: readonly unknown[]) =>
    all.map((one) => bytesOf(at(one, "spec", "resources", "requests", "storage")));
  const [own, shared] = [sizesOf(templates), sizesOf(found)];
  const sum = (sizes: readonly (bigint | null)[]) => sizes.reduce<bigint>((all, one) => all + (one ?? 0n), 0n);
  return {
    perPodBytes: sum(own),
    sharedBytes: sum(shared),
    classes: new Set([...templates, ...found].map((one) => textAt(one, "spec", "storageClassName"))),
    claimKeys: keys.filter((key) => claims.has(key)),
    unknown: [
      ...names.filter((name) => !claims.has(claimKey(namespaceOf(object), name))),
      ...[...templates, ...found].flatMap((one, index) =>
        [...own, ...shared][index] === null ? [textAt(one, "metadata", "name") || "one without a name"] : [],
      ),
    ],
  };
}

/** null: no size. */
function bytesOf(written: unknown): bigint | null {
  const read = readQuantity(String(written ?? ""));
  return read.ok ? (read.quantity.nano + NANO - 1n) / NANO : null;
}

const NANO = 1_000_000_000n;

/** Claims that a StatefulSet of the file made from its templates: `data-db-0`. */
export function madeByTemplates(objects: readonly ObjectAt[]): (claim: ObjectAt) => boolean {
  const stems = objects.flatMap((object) =>
    listAt(object.data, "spec", "volumeClaimTemplates").map(
      (one) => `${claimKey(namespaceOf(object), textAt(one, "metadata", "name"))}-${object.name}-`,
    ),
  );
  return (claim) => {
    const key = claimKey(namespaceOf(claim), claim.name);
    return stems.some((stem) => key.startsWith(stem) && /^\d+$/.test(key.slice(stem.length)));
  };
}

import type { PodRequests } from "../input/pod-group.ts";
import { Admissions } from "./admitted-nodes.ts";
import type { Node } from "./node.ts";

/**
 * What the scheduler's scores assume for a container that states no request: 100m and 200 MiB.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.26.4/pkg/scheduler/util/pod_resources.go
 */
const ASSUMED_CPU_MILLICORES = 100;
const ASSUMED_MEMORY_BYTES = 209_715_200;

/** A pod's requests as one pod takes them from a node. */
export interface PodSize {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  readonly ephemeralStorageBytes: number;
  /** The same with what is assumed for a request not stated; only scores look at it. */
  readonly scoredCpuMillicores: number;
  readonly scoredMemoryBytes: number;
  /** Extended resources, by their index among those of the cluster's nodes; -1: no node has it. Only fit looks at it. */
  readonly extended: readonly { readonly name: string; readonly index: number; readonly quantity: number }[];
}

const NONE: PodSize["extended"] = [];

/** What a pod takes of a node, and what the scheduler scores it by where it states nothing. */
export function podSizeOf(requests: PodRequests, extendedNames: readonly string[]): PodSize {
  const extended = Object.entries(requests.extended ?? {}).filter(([, quantity]) => quantity > 0);
  return {
    cpuMillicores: requests.cpuMillicores ?? 0,
    memoryBytes: requests.memoryBytes ?? 0,
    ephemeralStorageBytes: requests.ephemeralStorageBytes ?? 0,
    scoredCpuMillicores: requests.cpuMillicores ?? ASSUMED_CPU_MILLICORES,
    scoredMemoryBytes: requests.memoryBytes ?? ASSUMED_MEMORY_BYTES,
    extended:
      extended.length === 0
        ? NONE
        : extended.map(([name, quantity]) => ({ name, index: extendedNames.indexOf(name), quantity })),
  };
}

/** CPU, memory and storage that are taken, CPU and memory as they are scored. */
const AMOUNTS = 5;

/**
 * What is taken on every node. Mutable and flat, because a plan asks millions of times; nobody outside this
 * folder holds one.
 */
export class ClusterState {
  readonly nodes: readonly Node[];
  /** Index of the node's zone, -1 without one. */
  readonly zoneOf: Int32Array;
  readonly zoneNames: readonly string[];
  readonly hasZoneEverywhere: boolean;
  /** The node itself, as the domain that it is of its hostname. */
  readonly indexOf: Int32Array;
  /** 0: lost; its pods are gone and it is no domain of any spread. */
  readonly isAlive: Uint8Array;
  readonly cpu: Float64Array;
  readonly memory: Float64Array;
  readonly storage: Float64Array;
  readonly pods: Int32Array;
  readonly cpuUsed: Float64Array;
  readonly memoryUsed: Float64Array;
  readonly storageUsed: Float64Array;
  readonly podsUsed: Int32Array;
  readonly cpuScored: Float64Array;
  readonly memoryScored: Float64Array;
  /** Extended resources that some node has, and how much of each every node has. */
  readonly extendedNames: readonly string[];
  readonly extended: readonly Float64Array[];
  readonly extendedUsed: readonly Float64Array[];
  /** The amounts above that are taken, one after the other in one piece of memory. */
  readonly used: Float64Array;
  /** What a node is now, by a number that only this state of it has: whoever remembers one looks again at no other. From 1 on. */
  readonly versions: Int32Array;
  #lastVersion = 1;
  /** Nodes alike in labels, taints and zone share a profile, so that what depends on these is asked once. */
  readonly admissions: Admissions;
  /** Room for scores while a pod is ranked. */
  readonly scratch: Float64Array;
  /** Room for a count of each zone, and for which of them were seen, the missing one first. */
  readonly zoneScratch: Int32Array;
  readonly zoneSeen: Uint8Array;

  constructor(nodes: readonly Node[]) {
    const count = nodes.length;
    this.nodes = nodes;
    this.zoneNames = [...new Set(nodes.flatMap(({ zone }) => zone ?? []))];
    this.hasZoneEverywhere = nodes.every(({ zone }) => zone !== null);
    const zoneIndex = new Map(this.zoneNames.map((name, index) => [name, index]));
    this.zoneOf = Int32Array.from(nodes, ({ zone }) => (zone === null ? -1 : (zoneIndex.get(zone) as number)));
    this.indexOf = Int32Array.from(nodes.keys());
    this.isAlive = new Uint8Array(count).fill(1);
    this.cpu = Float64Array.from(nodes, ({ allocatable }) => allocatable.cpuMillicores);
    this.memory = Float64Array.from(nodes, ({ allocatable }) => allocatable.memoryBytes);
    this.storage = Float64Array.from(nodes, ({ allocatable }) => allocatable.ephemeralStorageBytes ?? 0);
    this.pods = Int32Array.from(nodes, ({ allocatable }) => allocatable.podCount);
    this.podsUsed = new Int32Array(count);
    this.extendedNames = [...new Set(nodes.flatMap(({ allocatable }) => Object.keys(allocatable.extended ?? {})))];
    this.extended = this.extendedNames.map((name) =>
      Float64Array.from(nodes, ({ allocatable }) => allocatable.extended?.[name] ?? 0),
    );
    const rows = rowsOf(new Float64Array((AMOUNTS + this.extendedNames.length) * count), count);
    this.used = rows.all;
    this.cpuUsed = rows.next();
    this.memoryUsed = rows.next();
    this.storageUsed = rows.next();
    this.cpuScored = rows.next();
    this.memoryScored = rows.next();
    this.extendedUsed = this.extended.map(() => rows.next());
    this.versions = new Int32Array(count).fill(1);
    this.scratch = new Float64Array(count);
    this.zoneScratch = new Int32Array(this.zoneNames.length);
    this.zoneSeen = new Uint8Array(this.zoneNames.length + 1);
    const profiles: Node[] = [];
    const profileOf = Int32Array.from(nodes, (node) => {
      const known = profiles.findIndex(
        ({ labels, taints, zone }) => labels === node.labels && taints === node.taints && zone === node.zone,
      );
      return known === -1 ? profiles.push(node) - 1 : known;
    });
    this.admissions = new Admissions(nodes, profiles, profileOf);
  }

  /** Takes everything off every node. */
  clear(): void {
    this.used.fill(0);
    this.podsUsed.fill(0);
    this.isAlive.fill(1);
    for (let node = 0; node < this.versions.length; node += 1) this.touch(node);
  }

  /** Notes that a node is not what it was. */
  touch(node: number): void {
    this.#lastVersion += 1;
    this.versions[node] = this.#lastVersion;
  }

  /** Takes (sign 1) or gives back (sign -1) one pod's size on a node. */
  change(node: number, size: PodSize, sign: 1 | -1): void {
    this.cpuUsed[node] = (this.cpuUsed[node] as number) + sign * size.cpuMillicores;
    this.memoryUsed[node] = (this.memoryUsed[node] as number) + sign * size.memoryBytes;
    this.storageUsed[node] = (this.storageUsed[node] as number) + sign * size.ephemeralStorageBytes;
    this.podsUsed[node] = (this.podsUsed[node] as number) + sign;
    this.cpuScored[node] = (this.cpuScored[node] as number) + sign * size.scoredCpuMillicores;
    this.memoryScored[node] = (this.memoryScored[node] as number) + sign * size.scoredMemoryBytes;
    for (const { index, quantity } of size.extended) {
      const used = this.extendedUsed[index];
      if (used !== undefined) used[node] = (used[node] as number) + sign * quantity;
    }
    this.touch(node);
  }

  /** Whether a node has room for one more pod of this size. */
  hasRoom(node: number, size: PodSize): boolean {
    if ((this.podsUsed[node] as number) + 1 > (this.pods[node] as number)) return false;
    return (
      (size.cpuMillicores === 0 || size.cpuMillicores <= (this.cpu[node] as number) - (this.cpuUsed[node] as number)) &&
      (size.memoryBytes === 0 ||
        size.memoryBytes <= (this.memory[node] as number) - (this.memoryUsed[node] as number)) &&
      (size.ephemeralStorageBytes === 0 ||
        size.ephemeralStorageBytes <= (this.storage[node] as number) - (this.storageUsed[node] as number)) &&
      (size.extended.length === 0 || this.#hasExtended(node, size.extended))
    );
  }

  #hasExtended(node: number, asked: PodSize["extended"]): boolean {
    return asked.every(({ index, quantity }) => quantity <= this.freeOf(node, index));
  }

  /** How much of an extended resource is free on a node. */
  freeOf(node: number, index: number): number {
    return (this.extended[index]?.[node] ?? 0) - (this.extendedUsed[index]?.[node] ?? 0);
  }
}

/** Cuts one piece of memory into rows of one number a node: one that is copied and cleared at once. */
export function rowsOf<Row extends Float64Array | Int32Array>(all: Row, count: number) {
  let at = 0;
  const next = () => {
    at += count;
    return all.subarray(at - count, at) as Row;
  };
  return { all, next };
}

import type { ClusterState, PodSize } from "./cluster-state.ts";

/** What comes beside a pod, all of it together. */
export interface ComingBeside {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  readonly podCount: number;
}

/** Keeps a sum of shares on the safe side of binary fractions. */
const ROUNDING = 1e-6;
/** The share of a node that all others together cannot close. */
const ALONE = 1 + 2 * ROUNDING;
/** Weights of pods beside CPU and memory, where slots for pods may run out. Any weight gives a bound. */
const WEIGHTS_OF_PODS = [0, 0.1] as const;
/** CPU and memory are weighed as so many of the nodes ask for it, which mostly are alike. */
const MOST_ASKED = 8;

/** Which share of all pods that come must land on a node until it is closed to one more pod of a group: by CPU, memory or slots. */
export class ClosingShares {
  readonly #byCpu: Float64Array;
  readonly #byMemory: Float64Array;
  readonly #byPods: Float64Array;
  #count = 0;
  #maySlotsEnd = false;

  constructor(nodeCount: number) {
    this.#byCpu = new Float64Array(nodeCount);
    this.#byMemory = new Float64Array(nodeCount);
    this.#byPods = new Float64Array(nodeCount);
  }

  /**
   * Looks at the nodes that take a pod of a size now.
   * @param isAdmitted nodes on which it may run at all
   * @param closedBy pods by node, of which one closes a node to it; null: none does
   */
  look(
    state: ClusterState,
    size: PodSize,
    isAdmitted: Uint8Array,
    closedBy: Int32Array | null,
    coming: ComingBeside,
  ): void {
    const { isAlive, cpu, cpuUsed, memory, memoryUsed, pods, podsUsed } = state;
    this.#count = 0;
    this.#maySlotsEnd = false;
    for (let node = 0; node < isAdmitted.length; node += 1) {
      if (isAlive[node] === 0 || isAdmitted[node] === 0 || !state.hasRoom(node, size)) continue;
      if (closedBy !== null && (closedBy[node] as number) > 0) continue;
      const freeCpu = (cpu[node] as number) - (cpuUsed[node] as number);
      const freeMemory = (memory[node] as number) - (memoryUsed[node] as number);
      const slots = (pods[node] as number) - (podsUsed[node] as number);
      const at = this.#count;
      this.#byCpu[at] = shareOf(freeCpu - size.cpuMillicores + 1, size.cpuMillicores, coming.cpuMillicores);
      this.#byMemory[at] = shareOf(freeMemory - size.memoryBytes + 1, size.memoryBytes, coming.memoryBytes);
      this.#byPods[at] = shareOf(slots, 1, coming.podCount);
      if (slots <= coming.podCount) this.#maySlotsEnd = true;
      this.#count += 1;
    }
  }

  /**
   * Whether what comes cannot close all of these nodes.
   * @param closerCount pods beside it that close a node each, whatever they ask for
   */
  exceed(closerCount: number): boolean {
    const enough = 1 + ROUNDING + closerCount * ALONE;
    // No node counts for more than ALONE.
    if (this.#count * ALONE <= enough) return false;
    for (const ofPods of WEIGHTS_OF_PODS) {
      if (ofPods > 0 && !this.#maySlotsEnd) return false;
      const asked = Math.min(this.#count, MOST_ASKED);
      for (let at = 0; at < asked; at += 1) {
        const ofCpu = (1 - ofPods) * this.#evenAt(at);
        if (this.#isSumAbove(enough, ofCpu, 1 - ofPods - ofCpu, ofPods)) return true;
      }
    }
    return false;
  }

  /** The weight of CPU beside memory at which a node is closed as soon by one as by the other. */
  #evenAt(at: number): number {
    const [byCpu, byMemory] = [this.#byCpu[at] as number, this.#byMemory[at] as number];
    if (byCpu === Number.POSITIVE_INFINITY) return 0;
    return byMemory === Number.POSITIVE_INFINITY ? 1 : byMemory / (byCpu + byMemory);
  }

  #isSumAbove(enough: number, ofCpu: number, ofMemory: number, ofPods: number): boolean {
    let sum = 0;
    for (let at = 0; at < this.#count; at += 1) {
      // What is above it counts no further, so that the largest that are left out are known without sorting.
      let share = ALONE;
      share = Math.min(share, weighed(ofCpu, this.#byCpu[at] as number));
      share = Math.min(share, weighed(ofMemory, this.#byMemory[at] as number));
      sum += Math.min(share, weighed(ofPods, this.#byPods[at] as number));
      // Nodes only add to it: what is proven by some of them is proven.
      if (sum > enough) return true;
    }
    return false;
  }
}

/** What must land on a node, as a share of what comes; infinite where all that comes does not close it, or none of it counts. */
function shareOf(closing: number, size: number, coming: number): number {
  return size === 0 || closing > coming ? Number.POSITIVE_INFINITY : closing / coming;
}

function weighed(weight: number, share: number): number {
  return share === Number.POSITIVE_INFINITY ? share : weight * share;
}

import type { Resources } from "../base/units.ts";
import type { Homes } from "../costs/bearers.ts";
import type { SharingBasis } from "../costs/sharing-methods/sharing-method.ts";
import type { Tenant, TenantId } from "../input/fleet.ts";
import { planesFor } from "../models/planes.ts";
import type { Bearing } from "./bearing.ts";

/** A tenant of a stream, as those who share costs see it. */
export interface BearingTenant extends Pick<Tenant, "id" | "shareWeight"> {
  readonly bearing: Bearing;
}

/** Everybody who shares costs in a fleet that nobody holds: a few numbers a tenant, in columns. */
export class BearingTable {
  readonly #ids: TenantId[] = [];
  readonly #shareWeights: (number | null)[] = [];
  readonly #cpuMillicores: number[] = [];
  readonly #memoryBytes: number[] = [];
  readonly #storageBytes: number[] = [];
  readonly #workerNodeCounts: number[] = [];
  readonly #isReporting: boolean[] = [];
  readonly #managedBy: (string | null)[] = [];
  /** Each name once: it is the same for many. */
  readonly #managers = new Map<string | null, string | null>();

  /** @param tenant each once, in any order */
  add({ id, shareWeight, bearing }: BearingTenant): void {
    const { managedBy, isReporting, workerNodeCount, requests } = bearing;
    this.#ids.push(id);
    this.#shareWeights.push(shareWeight);
    this.#cpuMillicores.push(requests.cpuMillicores);
    this.#memoryBytes.push(requests.memoryBytes);
    this.#storageBytes.push(requests.storageBytes);
    this.#workerNodeCounts.push(workerNodeCount);
    this.#isReporting.push(isReporting);
    if (!this.#managers.has(managedBy)) this.#managers.set(managedBy, managedBy);
    this.#managedBy.push(this.#managers.get(managedBy) ?? null);
  }

  get tenantCount(): number {
    return this.#ids.length;
  }

  /** Places of tenants, from 0 in the order in which they were added. */
  places(): ReadonlyMap<TenantId, number> {
    return new Map(this.#ids.map((id, index) => [id, index]));
  }

  /** What shares are computed by. */
  basis(places: ReadonlyMap<TenantId, number>): SharingBasis {
    const of = <Value>(at: (index: number) => Value) => ({
      get: (id: TenantId): Value | undefined => {
        const index = places.get(id);
        return index === undefined ? undefined : at(index);
      },
    });
    const ids = this.#ids;
    const shareWeights = this.#shareWeights;
    return {
      // Made when it is asked for, and not kept: most methods need no more than ids.
      get tenants() {
        return ids.map((id, index) => ({ id, name: id, shareWeight: shareWeights[index] ?? null }));
      },
      requests: of((index) => this.#requestsAt(index)),
      workerCounts: of((index) => this.#workerNodeCounts[index] ?? 0),
    };
  }

  #requestsAt(index: number): Resources {
    return {
      cpuMillicores: this.#cpuMillicores[index] ?? 0,
      memoryBytes: this.#memoryBytes[index] ?? 0,
      storageBytes: this.#storageBytes[index] ?? 0,
    };
  }

  /**
   * Who lives under which management cluster: as many of them as the whole fleet asks for, dealt out as in a plan.
   * @param mostClusters that one looks after; null: any number
   * @param centralStackName to what agents report; null: to nothing
   */
  homes(mostClusters: number | null, centralStackName: string | null): Homes {
    const managed = new Map<string, readonly TenantId[]>();
    for (const manager of this.#managers.values()) {
      if (manager === null) continue;
      const ids = this.#ids.filter((_, index) => this.#managedBy[index] === manager).sort();
      let from = 0;
      for (const { name, clusterCount } of planesFor(manager, ids.length, mostClusters)) {
        managed.set(name, ids.slice(from, from + clusterCount));
        from += clusterCount;
      }
    }
    return {
      // Each has a cluster of its own, whose costs are no shared ones.
      inCluster: () => [],
      managedBy: (name) => managed.get(name) ?? [],
      reportingTo: (name) =>
        name === centralStackName ? this.#ids.filter((_, index) => this.#isReporting[index]) : [],
    };
  }
}

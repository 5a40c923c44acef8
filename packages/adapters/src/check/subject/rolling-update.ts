import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import { at } from "../../read/objects/read-fields.ts";
import type { FilePlace } from "./about.ts";
import type { CheckedCluster } from "./checked.ts";
import { countOf } from "./checked-pool.ts";

const PERCENT = 100;

/** How a pool's file has its machines replaced, one after the other. */
export interface RollingUpdate {
  /** Nodes that come before others go; null: left to Cluster API, or not known. */
  readonly surgeCount: number | null;
  /** Nodes that may go before others come; null as above. */
  readonly awayCount: number | null;
  readonly place: FilePlace;
}

/**
 * What a MachineDeployment, or a pool of a topology, says of rolling updates; null: nothing. A share of the nodes is
 * rounded up for those that come and down for those that go, as Cluster API does.
 * @see https://cluster-api.sigs.k8s.io/developer/core/controllers/machine-deployment "RollingUpdate strategy"
 */
export function rollingUpdateOf({ partOf }: CheckedCluster, pool: PoolShape): RollingUpdate | null {
  const { object, path } = partOf("whole", pool);
  const own = object.kind === "MachineDeployment" ? [...path, "spec"] : path;
  const all = countOf(pool);
  // From v1beta2 on it is below rollout.
  for (const above of [["rollout", "strategy"], ["strategy"]]) {
    const here = [...own, ...above, "rollingUpdate"];
    const written = at(object.data, ...here);
    if (written === undefined || written === null) continue;
    const [surge, away] = [at(written, "maxSurge"), at(written, "maxUnavailable")];
    const key = surge === undefined ? here : [...here, "maxSurge"];
    const { file = "", line, column } = object.placeOf([...object.path, ...key]);
    return {
      surgeCount: countIn(surge, all, Math.ceil),
      awayCount: countIn(away, all, Math.floor),
      place: { file, line, column },
    };
  }
  return null;
}

/** A number, digits, or a share such as `25%`. */
function countIn(given: unknown, all: number | null, round: (value: number) => number): number | null {
  const [, digits, sign] = /^(\d{1,6})(%?)$/.exec(String(given ?? "")) ?? [];
  if (digits === undefined) return null;
  if (sign === "") return Number(digits);
  return all === null ? null : round((all * Number(digits)) / PERCENT);
}

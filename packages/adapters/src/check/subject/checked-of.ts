import type { PlannedFleet, Problem } from "@nkp-planner/core";
import { shapesOfObjects } from "../../read/cluster-shapes/shapes-of-objects.ts";
import type { Policy } from "../policy/policy.ts";
import type { FilePlace } from "./about.ts";
import { isAsked } from "./asked-objects.ts";
import type { Checked } from "./checked.ts";
import { checkedCluster, checkedObject } from "./checked-cluster.ts";
import type { FilesRead } from "./read-files.ts";

/** What a check holds files against, beside the plan itself. */
export interface Ground {
  readonly today: string;
  readonly policy: Policy;
  /** Ids of all tenants in the order of the fleet file, whether they are under contract or not. */
  readonly tenantIds: readonly string[];
  fleet(path: Problem["path"]): FilePlace;
  priceList(path: Problem["path"]): FilePlace | null;
}

/** A plan beside files. */
export function checkedOf(plan: PlannedFleet, files: FilesRead, ground: Ground): Checked {
  const { today, policy, tenantIds, fleet, priceList } = ground;
  const { clusters: found, ledger } = shapesOfObjects(files.objects, "cluster");
  const clusters = found.map((one) => checkedCluster(one, ledger.places, plan.clusters, policy.named, plan.context));
  const declared = new Set(clusters.flatMap(({ planned }) => planned?.name ?? []));
  return {
    ...{ plan, today, clusters, tenantIds, fleet, priceList },
    missing: plan.clusters.filter(({ name }) => !declared.has(name)),
    objects: files.objects.map(checkedObject),
    scripts: files.scripts,
    inventories: files.inventories,
    unread: ledger.problems,
    passedOver: ledger.reportOf(
      files.objects.filter((one) => !isAsked(one)),
      0,
    ).excluded,
    exemptions: policy.exemptions,
  };
}

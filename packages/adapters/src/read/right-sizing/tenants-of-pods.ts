import { freeId, type TenantDraft, tenantIdOf, type WorkloadDraft } from "../../tables/tenant-draft.ts";
import { freeNames } from "../workloads/free-name.ts";
import { sizeText } from "../workloads/size-text.ts";
import { UNASSIGNED } from "../workloads/unassigned.ts";
import type { PodsAlike } from "./pods.ts";
import type { SizingOptions } from "./sizing-options.ts";

/** A tenant with the pods that its workloads are made of, in their order. */
export interface TenantOfPods {
  readonly tenant: TenantDraft;
  readonly pods: readonly PodsAlike[];
}

/** Pods by tenant: all of one, or by namespace or cluster. @param only the name of the one tenant */
export function tenantsOfPods(
  all: readonly PodsAlike[],
  tenantBy: SizingOptions["tenantBy"],
  only: string,
): readonly TenantOfPods[] {
  const groups = new Map<string, PodsAlike[]>();
  for (const one of all) {
    const name = tenantBy === undefined ? only : one[tenantBy] || UNASSIGNED;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  const ids = new Set<string>();
  return [...groups].map(([name, pods]) => {
    const nameOf = freeNames();
    return {
      tenant: { id: freeId(tenantIdOf(name), ids), name, workloads: pods.map((one) => draftOf(one, nameOf(one))) },
      pods,
    };
  });
}

function draftOf(pods: PodsAlike, name: string): WorkloadDraft {
  const { as, podCount, cpuMillicores, memoryBytes } = pods;
  return {
    name,
    ...(as === "Deployment" ? {} : { kind: as }),
    ...(podCount === null ? {} : { replicas: podCount }),
    requests: { cpu: `${cpuMillicores}m`, memory: sizeText(memoryBytes) },
  };
}

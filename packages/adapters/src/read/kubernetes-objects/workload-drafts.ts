import type { WorkloadDraft } from "../../tables/tenant-draft.ts";
import { addTo } from "../objects/grouped.ts";
import { freeNames } from "../workloads/free-name.ts";
import { sizeText } from "../workloads/size-text.ts";
import type { FoundWorkload } from "./workload-of.ts";

/** Found workloads that are one in a fleet file: pods of one maker that ask for the same. */
export interface WorkloadOfFile {
  readonly draft: WorkloadDraft;
  readonly first: FoundWorkload;
}

/** Workloads of one tenant as its fleet file has them, each name once. */
export function workloadDrafts(found: readonly FoundWorkload[]): readonly WorkloadOfFile[] {
  const alike = new Map<unknown, FoundWorkload[]>();
  for (const one of found) addTo(alike, alikeKey(one), one);
  const nameOf = freeNames();
  return [...alike.values()].map((all) => {
    const first = all[0] as FoundWorkload;
    return { first, draft: draftOf(all, first, nameOf(first)) };
  });
}

/** Objects that make pods stand for themselves; pods stand together with their like. */
function alikeKey(one: FoundWorkload): unknown {
  const { object, namespace, name, as, pod, claimed, antiAffinity } = one;
  if (object.kind !== "Pod") return one;
  const { cpuMillicores, memoryBytes, extended } = pod;
  const asks = [cpuMillicores, memoryBytes, ...[...extended].flat(), claimed.perPodBytes, claimed.sharedBytes];
  return `Pod ${namespace}/${name} ${as} ${asks.join(" ")} ${antiAffinity}`;
}

function draftOf(all: readonly FoundWorkload[], first: FoundWorkload, name: string): WorkloadDraft {
  const { as, pod, claimed, antiAffinity } = first;
  const replicas = as === "DaemonSet" ? null : all.reduce((sum, { podCount }) => sum + (podCount ?? 0), 0);
  const storageBytes = claimed.perPodBytes + sharedPart(first, replicas ?? 1);
  const [storageClass = "", another] = [...claimed.classes];
  return {
    name,
    ...(as === "Deployment" ? {} : { kind: as }),
    ...(replicas === null ? {} : { replicas }),
    requests: {
      cpu: `${pod.cpuMillicores}m`,
      memory: sizeText(pod.memoryBytes),
      ...Object.fromEntries([...pod.extended].map(([key, count]) => [key, Number(count)])),
    },
    ...(storageBytes === 0n ? {} : { storagePerReplica: sizeText(storageBytes) }),
    ...(storageBytes === 0n || storageClass === "" || another !== undefined ? {} : { storageClass }),
    ...(antiAffinity === null ? {} : { antiAffinity }),
  };
}

/** A claim that all pods share is there once: each bears its part, rounded up. Of a single pod among its like it is its own. */
function sharedPart({ object, claimed: { sharedBytes } }: FoundWorkload, replicas: number): bigint {
  if (object.kind === "Pod" || replicas === 0) return sharedBytes;
  return (sharedBytes + BigInt(replicas) - 1n) / BigInt(replicas);
}

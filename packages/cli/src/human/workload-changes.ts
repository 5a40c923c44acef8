import { numberText, type Resources, type WorkloadChange, type WorkloadSize } from "@nkp-planner/core";
import { exactBytes, exactCpu } from "./exact-sizes.ts";

/** `web: 3 → 4 replicas, each 0.5 vCPU, 1 GiB → 0.75 vCPU, 1 GiB`, `cache is new: 2 × 0.5 vCPU, 1 GiB` */
export function workloadText({ name, kind, before, after }: WorkloadChange): string {
  const title = kind === "Deployment" ? name : `${kind} ${name}`;
  if (before === null) return after === null ? title : `${title} is new: ${sizeText(after)}`;
  if (after === null) return `${title} is gone: ${sizeText(before)}`;
  const isReplicated = kind !== "DaemonSet" && before.replicas !== after.replicas;
  const steps = [
    isReplicated ? `${numberText(before.replicas)} → ${numberText(after.replicas)} replicas` : "",
    eachText(before) === eachText(after) ? "" : `each ${eachText(before)} → ${eachText(after)}`,
  ];
  return `${title}: ${steps.filter((text) => text !== "").join(", ")}`;
}

/** `0.5 vCPU, 1 GiB` */
export function podText({ cpuMillicores, memoryBytes, storageBytes }: Resources): string {
  const storage = storageBytes === 0 ? "" : `, storage ${exactBytes(BigInt(storageBytes))}`;
  return `${exactCpu(BigInt(cpuMillicores))}, ${exactBytes(BigInt(memoryBytes))}${storage}`;
}

function sizeText(size: WorkloadSize): string {
  const count = size.kind === "DaemonSet" ? "one a node" : `${numberText(size.replicas)}`;
  return `${count} × ${eachText(size)}`;
}

function eachText({ requestsPerReplica, extended = {}, unknownRequests = [] }: WorkloadSize): string {
  const devices = Object.entries(extended).map(([name, count]) => `, ${numberText(count)} ${name}`);
  const unknown = unknownRequests.map((what) => `, ${what === "cpu" ? "CPU" : what} not known`);
  return `${podText(requestsPerReplica)}${devices.join("")}${unknown.join("")}`;
}

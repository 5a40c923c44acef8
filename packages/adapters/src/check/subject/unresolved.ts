import type { Problem } from "@nkp-planner/core";
import { isRecord } from "../../read/objects/objects.ts";
import { isUnresolved } from "../../read/objects/read-fields.ts";
import type { CheckedObject } from "./checked.ts";

/** A value that some tool is to put in yet. */
export interface Unresolved {
  readonly path: Problem["path"];
  readonly value: string;
}

/** Of Cluster API, of NKP and of their providers: what says which machines there are. */
const DECLARING = /^(Cluster|NKPCluster|MachineDeployment|MachinePool|EtcdadmCluster)$|(ControlPlane|MachineTemplate)$/;
const API = /(^|\.)cluster\.x-k8s\.io$|^clusters\.nkp\.nutanix\.com$|^anywhere\.eks\.amazonaws\.com$/;

/** Whether an object declares a cluster or machines of one. */
export function declaresMachines({ group, kind }: Pick<CheckedObject, "group" | "kind">): boolean {
  return API.test(group) && (DECLARING.test(kind) || /(Cluster|MachineConfig)$/.test(kind));
}

/** Texts for a shell or for cloud-init of a machine, which have such signs of their own; and what tools note down. */
const OTHERS_WORDS = new Set([
  "annotations",
  "files",
  "preKubeadmCommands",
  "postKubeadmCommands",
  "kubeadmConfigSpec",
]);

/** Every value of an object that some tool is to put in yet, in the order of its text. */
export function unresolvedIn({ data }: Pick<CheckedObject, "data">): readonly Unresolved[] {
  const found: Unresolved[] = [];
  const walk = (value: unknown, path: Problem["path"]): void => {
    if (typeof value === "string" && isUnresolved(value)) found.push({ path, value });
    else if (Array.isArray(value)) for (const [index, one] of value.entries()) walk(one, [...path, index]);
    else if (isRecord(value))
      for (const [key, one] of Object.entries(value)) if (!OTHERS_WORDS.has(key)) walk(one, [...path, key]);
  };
  walk(data, []);
  return found;
}

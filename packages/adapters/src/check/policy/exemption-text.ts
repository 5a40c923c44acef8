import type { Exemption } from "./policy.ts";

/** What an exemption lets pass: `too-few-nodes of cluster tenant-kite, pool workload, in clusters/`. */
export function exemptionText({ ruleId, clusterName, poolName, file }: Exemption): string {
  const of = [
    ...(clusterName === undefined ? [] : [`cluster ${clusterName}`]),
    ...(poolName === undefined ? [] : [`pool ${poolName}`]),
  ];
  return `${ruleId}${of.length === 0 ? "" : ` of ${of.join(", ")}`}${file === undefined ? "" : ` in ${file}`}`;
}

import * as z from "zod";
import type { HostPlan } from "../clusters/hosts/hosts.ts";
import { atAllSites, type HostClusterPlan, type Infrastructure } from "../clusters/hosts/infrastructure.ts";
import { tidy } from "../input/number-line.ts";

const count = z.int().nonnegative();
const amount = z.number().nonnegative();

const hostFields = {
  hostCount: count,
  lowerBoundHostCount: count.meta({ description: "No placement of the VMs has fewer hosts, spare ones included." }),
  isPacked: z.boolean().meta({
    description:
      "false: the fleet does not run as asked, so that VMs were not placed and the count is the lower bound.",
  }),
  spareHostCount: count,
  boundBy: z.string().meta({ description: "What asks for most hosts." }),
  usedHostCount: amount,
  coresPerHost: count,
  memoryGiBPerHost: amount,
  rawTiBPerHost: amount,
  cpuUtilisationRatio: amount,
  memoryUtilisationRatio: amount,
  storageUtilisationRatio: amount,
  gpuCountPerHost: count.optional().meta({ description: "GPUs of one host that VMs may have; absent: no VM has any." }),
  gpuUtilisationRatio: amount
    .optional()
    .meta({ description: "Of the hosts left after a failure; absent: no VM has any GPU." }),
};

const HostClusterPart = z.strictObject({
  name: z.string().meta({ description: "What the fleet calls the cluster of hosts." }),
  maximumHostCount: count.nullable().meta({ description: "How many hosts it may have at a site; null: any number." }),
  siteCount: z.int().positive().optional().meta({
    description: "Sites that have alike hosts, all of which are counted; absent: one, as the cluster is not stretched.",
  }),
  clusterNames: z.array(z.string()).meta({ description: "The clusters whose nodes lie on it." }),
  hasPrismCentral: z.boolean().meta({ description: "Whether Prism Central lies on it." }),
  ...hostFields,
});

/** What all clusters stand on, as JSON says it. */
export const InfrastructurePart = z.strictObject({
  ...hostFields,
  hostClusters: z.array(HostClusterPart).optional().meta({
    description:
      "Each cluster of hosts that the fleet names. Beside it, counts are of all together, everything else is of the first.",
  }),
  prismCentral: z.strictObject({ size: z.string(), vmCount: count, vcpu: count, memoryGiB: amount }).nullable(),
});

/** The hosts under all clusters as documents print them. */
export function infrastructurePart(infrastructure: Infrastructure): z.infer<typeof InfrastructurePart> {
  const { hostClusters, prismCentral } = infrastructure;
  const named = hostClusters.flatMap(({ name, ...one }) => (name === null ? [] : [{ name, ...one }]));
  return {
    ...allHosts(hostClusters),
    ...(named.length === 0 ? {} : { hostClusters: named.map(hostClusterPart) }),
    prismCentral:
      prismCentral === null
        ? null
        : {
            size: prismCentral.size.id,
            vmCount: prismCentral.group.vmCount,
            vcpu: prismCentral.group.vcpu,
            memoryGiB: prismCentral.group.memoryGiB,
          },
  };
}

/** Counts of all clusters of hosts together, and of the first what is of one host. */
function allHosts(all: readonly HostClusterPlan[]) {
  const first = all[0] as HostClusterPlan;
  return { ...hostPart(first), ...countsPart(all) };
}

function countsPart(all: readonly HostClusterPlan[]) {
  return {
    hostCount: atAllSites(all, ({ hostCount }) => hostCount),
    lowerBoundHostCount: atAllSites(all, ({ lowerBoundHostCount }) => lowerBoundHostCount),
    spareHostCount: atAllSites(all, ({ spareHostCount }) => spareHostCount),
    usedHostCount: tidy(atAllSites(all, ({ usedHostCount }) => usedHostCount)),
  };
}

function hostClusterPart(hosts: HostClusterPlan & { name: string }) {
  const { name, mostHostCount, siteCount, clusterNames, hasPrismCentral } = hosts;
  return {
    name,
    maximumHostCount: mostHostCount,
    clusterNames: [...clusterNames],
    hasPrismCentral,
    ...(siteCount === 1 ? {} : { siteCount }),
    ...hostPart(hosts),
    ...countsPart([hosts]),
  };
}

function hostPart(hosts: HostPlan) {
  return {
    hostCount: hosts.hostCount,
    lowerBoundHostCount: hosts.lowerBoundHostCount,
    isPacked: hosts.isPacked,
    spareHostCount: hosts.spareHostCount,
    boundBy: hosts.boundBy,
    usedHostCount: hosts.usedHostCount,
    coresPerHost: hosts.profile.coreCount,
    memoryGiBPerHost: hosts.profile.memoryGiB,
    rawTiBPerHost: hosts.profile.rawTiB,
    cpuUtilisationRatio: hosts.utilisation.cpuRatio,
    memoryUtilisationRatio: hosts.utilisation.memoryRatio,
    storageUtilisationRatio: hosts.utilisation.storageRatio,
    ...(hosts.usablePerHost.gpuCount === undefined ? {} : { gpuCountPerHost: hosts.usablePerHost.gpuCount }),
    ...(hosts.utilisation.gpuRatio === undefined ? {} : { gpuUtilisationRatio: hosts.utilisation.gpuRatio }),
  };
}

import { findingOf } from "../../base/findings/finding.ts";
import { VM_TITLES } from "../../clusters/hosts/vm-group.ts";
import { count, named, text } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "host-room";
const LACKS_GPUS = "vm-larger-than-host.gpus";

/** VMs that no host can hold, and spare hosts whose data would not survive. */
export const hostRoom = definePlanRule({
  id: ID,
  title: "Hosts hold every VM, and what is spare keeps its data",
  judge: ({ infrastructure: { hostClusters } }) => {
    const withoutData = hostClusters.find(
      ({ hostCount, failuresToleratedCount, spareHostCount }) =>
        hostCount > 0 && failuresToleratedCount !== null && spareHostCount > failuresToleratedCount,
    );
    return [
      ...hostClusters.flatMap(({ usablePerHost: usable, vmsTooLarge }) =>
        vmsTooLarge.map(({ clusterName, role, poolName, vcpu, memoryGiB, gpuCount = 0 }) =>
          findingOf(ID, vcpu > usable.vcpu || memoryGiB > usable.memoryGiB ? "vm-larger-than-host" : LACKS_GPUS, {
            figures: {
              what: text(poolName === undefined ? VM_TITLES[role] : `${poolName} node`),
              cluster: named(clusterName),
              gpus: count(gpuCount, "GPUs"),
              hostGpus: count(usable.gpuCount ?? 0),
              cpu: count(vcpu, "vCPU"),
              memory: count(memoryGiB, "GiB"),
              hostCpu: count(Math.max(0, usable.vcpu), "vCPU"),
              hostMemory: count(Math.max(0, usable.memoryGiB), "GiB"),
            },
            subject: { in: "plan", clusterName },
          }),
        ),
      ),
      ...(withoutData === undefined
        ? []
        : [
            findingOf(ID, "spare-without-data", {
              figures: {
                spare: count(withoutData.spareHostCount, "hosts"),
                tolerated: count(withoutData.failuresToleratedCount ?? 0),
              },
            }),
          ]),
    ];
  },
});

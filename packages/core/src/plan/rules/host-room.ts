import { findingOf } from "../../base/findings/finding.ts";
import { VM_TITLES } from "../../clusters/hosts/vm-group.ts";
import { count, named, text } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "host-room";

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
        vmsTooLarge.map(({ clusterName, role, poolName, vcpu, memoryGiB }) =>
          findingOf(ID, "vm-larger-than-host", {
            figures: {
              what: text(poolName === undefined ? VM_TITLES[role] : `${poolName} node`),
              cluster: named(clusterName),
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

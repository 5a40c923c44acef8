/** What a plan cannot give. `{name}` stands for a figure; `help` says what to do. */
export const SHORTFALL_TEXTS = {
  "pod-larger-than-node": {
    kind: "infeasible",
    text: "{pods} on {cluster} asks for {cpu} and {memory} a pod, more than a node of {nodeCpu} and {nodeMemory} has left for it.",
    help: "Give the pool a larger node shape.",
  },
  "cluster-too-large": {
    kind: "infeasible",
    text: "{cluster} needs more than the {most} that a cluster may have; {pods} asks for most of them ({replicas} × {cpu} and {memory}).",
    help: "Give the pool a larger node shape, or split the tenant.",
  },
  "cluster-too-large.floor": {
    kind: "infeasible",
    text: "The documented minimum asks for {count} on {cluster}, which may have {most}.",
    help: "Plan without the minimum, or with larger pod networks.",
  },
  "cluster-too-large.asked": {
    kind: "infeasible",
    text: "A tenant asks for {count} in pool {pool} of {cluster}, which may have {most} in all.",
    help: "Lower its minNodes.",
  },
  "cluster-too-large.loss": {
    kind: "infeasible",
    text: "{cluster} needs more than the {most} that a cluster may have to place every pod again after the loss of {loss}.",
    help: "Give the pool a larger node shape, or survive less.",
  },
  "cluster-too-large.effort": {
    kind: "infeasible",
    text: "{cluster} has more pods on more workers than can be tried, and no number of workers is proven to take them in every order, and after the loss of {loss}.",
    help: "Split the tenant, or spread its pods less strictly.",
  },
  "loss-not-survived": {
    kind: "infeasible",
    text: "No number of nodes on {cluster} places every pod again after the loss of {loss}: its pods are kept apart or spread too strictly, or there are too few zones.",
    help: "Spread them less strictly, or plan with more zones.",
  },
  "pods-pending": {
    kind: "infeasible",
    text: "{pods} on {cluster} finds no room for {cpu} and {memory} a pod beside the others on nodes of {nodeCpu} and {nodeMemory}, however many there are.",
    help: "Give the pool a larger node shape.",
  },
  "pods-pending.selector": {
    kind: "infeasible",
    text: "{pods} on {cluster} selects nodes that the cluster does not have, or does not tolerate their taints.",
    help: "Change its nodeSelector, nodeAffinity or tolerations.",
  },
  "pods-pending.spread": {
    kind: "infeasible",
    text: "{pods} on {cluster} asks its {replicas} to be kept apart or spread further than there are nodes or zones.",
    help: "Allow a larger skew, or plan with more zones.",
  },
  "pods-pending.affinity": {
    kind: "infeasible",
    text: "{pods} on {cluster} asks to be near pods that are not there, or beside which no room is left; without zones none is in its zone.",
    help: "Change its podAffinity, or give the pool a larger node shape.",
  },
  "pods-pending.extended": {
    kind: "infeasible",
    text: "{pods} on {cluster} asks for {extended} a pod, which no node has free: {reason}.",
    help: "Give it a pool with a shape that has it, such as 16x128x100+2xnvidia.com/gpu.",
  },
  "pods-pending.slots": {
    kind: "infeasible",
    text: "{pods} on {cluster} finds no room: a node takes {slots}.",
    help: "Let a node take more pods, or survive less.",
  },
  "daemonset-nowhere": {
    kind: "unmet-wish",
    text: "{pods} on {cluster} runs on no node: its nodeSelector or tolerations match none.",
    help: "Change its nodeSelector or tolerations.",
  },
  "wish-void.single": {
    kind: "unmet-wish",
    text: "{tenant} wants pods spread that may run on one node or in one zone of {cluster}: no effect for {workloads}.",
    help: "Change its nodeSelector or tolerations.",
  },
  "rollout-endless": {
    kind: "unmet-wish",
    text: "A rollout of {workloads} on {cluster} never ends: none of the pods may be missing, and one pod more may find no node as planned.",
    help: "Set maxUnavailable to 1, or plan with a node more.",
  },
  "drain-blocked": {
    kind: "unmet-wish",
    text: "An upgrade of {cluster} never ends: the disruption budget lets no pod of {workloads} be evicted.",
    help: "Allow one with maxUnavailable: 1, or run a replica more.",
  },
  "drain-pending": {
    kind: "unmet-wish",
    text: "While a node of {pool} on {cluster} is drained, a pod of {workload} finds no node: none comes first (surge-nodes 0), and no loss is survived.",
    help: "Set surge-nodes or loss-survived to one node.",
  },
  "control-plane-too-small": {
    kind: "infeasible",
    text: "A control plane node of {cluster} has {roomCpu} and {roomMemory} for pods; its own pods ask for {cpu} and {memory}.",
  },
  "control-plane-too-small.guests": {
    kind: "infeasible",
    text: "A control plane node of {cluster} has {roomCpu} and {roomMemory} for pods; its own pods and {guests} ask for {cpu} and {memory}.",
    help: "Let the DaemonSets ask for less, or keep them off the control plane.",
  },
  "cadence-not-own": {
    kind: "unmet-wish",
    text: "{tenant} wants its own upgrade cadence; an attached cluster follows the plane's.",
  },
  "cadence-not-own.shared": {
    kind: "unmet-wish",
    text: "{tenant} wants its own upgrade cadence; it shares {cluster} with {others} more, and all of it is upgraded together.",
  },
  "pod-network-too-small": {
    kind: "infeasible",
    text: "{cluster} has {count}; a pod network of /{networkBits} has a /{nodeBits} for {most}.",
    help: "Take a larger pod network or larger nodes.",
  },
  "pod-network-too-small.upgrade": {
    kind: "infeasible",
    text: "{cluster} has {count} during an upgrade; a pod network of /{networkBits} has a /{nodeBits} for {most}.",
    help: "Take a larger pod network or larger nodes.",
  },
  "vm-larger-than-host": {
    kind: "infeasible",
    text: "A {what} of {cluster} has {cpu} and {memory}, more than the {hostCpu} and {hostMemory} that a host has left for VMs: it is on none, and bears the cost of none.",
    help: "Take a larger host or a smaller node shape.",
  },
  "host-cluster-too-small": {
    kind: "infeasible",
    text: "Cluster of hosts {hosts} needs {needed} for what is placed on it, by the best placement found, and may have {most}.",
    help: "Place less on it, raise its maxHosts, or give it larger hosts.",
  },
  "placement-not-kept": {
    kind: "unmet-wish",
    text: "{cluster} lies on cluster of hosts {hosts}, though placed elsewhere: {tenants}. A cluster lies as a whole on one.",
    help: "Place all tenants of a cluster alike.",
  },
  "vm-larger-than-host.gpus": {
    kind: "infeasible",
    text: "A {what} of {cluster} has {gpus}, more than the {hostGpus} that a host has for VMs: it is on none, and bears the cost of none.",
    help: "Say how many a host has, such as --set host-gpus=4, or take a node shape with fewer.",
  },
  "spare-without-data": {
    kind: "unmet-wish",
    text: "VMs find room after {spare} fail at once, but their data survives only {tolerated}.",
    help: "Keep more copies of it.",
  },
  "quote-of-what-cannot-run": {
    kind: "infeasible",
    text: "This plan does not run as it is described. Not an offer.",
  },
  "prism-central-too-small": {
    kind: "infeasible",
    text: "No Prism Central is large enough: {reason}",
    help: "Divide the fleet among several.",
  },
  "prism-central-too-small.volumes": {
    kind: "infeasible",
    text: "No Prism Central is large enough: {reason} Volumes ask for the hosts: of {all}, {tenant} claims {claimed}.",
    help: "Look whether so much is meant; or divide the fleet among several.",
  },
  "prism-central-too-small.workload": {
    kind: "infeasible",
    text: "No Prism Central is large enough: {reason} Volumes ask for the hosts: of {all}, {tenant} claims {claimed}, the largest part for {workload}.",
    help: "Look whether so much is meant; or divide the fleet among several.",
  },
} as const;

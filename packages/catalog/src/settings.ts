/** Written by the catalog's conversion; see its scripts. */

/** Assumptions of a plan by their name, each with its options; those with a figure take one of yours too, as text. */

export interface CatalogSettings {
  /** Addresses of a node (addresses): IP addresses that every node takes from the cluster's subnet. */
  readonly "addresses-per-node"?: "documented" | (string & {});
  /** Prices agreed with tenants: Whether a price that the fleet file gives a tenant stands before the price list. */
  readonly "agreed-prices"?: "kept" | "ignored";
  /** Addresses of the API server (addresses): Virtual IP addresses in front of the control plane. */
  readonly "api-server-addresses"?: "documented" | (string & {});
  /** Orders of arrival in which a count must hold (orders): In how many orders of arrival and ways of breaking ties every pod must find a node: as listed, small pods first, large pods first, then in turn as listed with other ties and in drawn orders. Before a loss, pods are placed in three times as many. */
  readonly "arrival-orders"?: "ten" | (string & {});
  /** How far an attached cluster may be behind its plane (minor versions): Minor versions that an attached cluster may be behind its management cluster; one that would be further behind keeps the management cluster, and so all the others, where they are. */
  readonly "attached-minors-behind"?: "vendor-table" | "n-2" | (string & {});
  /** Least workers of an attached cluster (nodes): The documented number of workers of a cluster that an Ultimate plane manages. */
  readonly "attached-worker-floor"?: "table" | "without-ceph" | (string & {});
  /** Nodes that run Ceph daemons (nodes): On how many workers of a cluster with Rook Ceph its per-node helpers run. */
  readonly "ceph-storage-nodes"?: "four" | (string & {});
  /** Tenants that leave a year (percent): In a forecast, how many of a hundred tenants that no term and no end of contract binds leave in a year; the rate of the fleet file comes first. */
  readonly "churn-percent-per-year"?: "none" | (string & {});
  /** Most clusters of one management cluster (clusters): Beyond how many attached clusters the fleet gets another management cluster, alike in size. */
  readonly "clusters-per-plane"?: "any" | "third-party-least" | "third-party-most" | (string & {});
  /** Hours of one compromise (hours): How long one compromise lasts. */
  readonly "compromise-hours"?: "unknown" | (string & {});
  /** Compromises a year (compromises): How often a year one management cluster, or one self-managed cluster, is taken over. */
  readonly "compromises-per-year"?: "unknown" | (string & {});
  /** Control plane nodes per cluster (nodes): How many control plane nodes every cluster has; odd, so that etcd keeps a majority. */
  readonly "control-plane-count"?: "3" | "1" | "5" | (string & {});
  /** Hours to agree on a date with one tenant (hours): Labour to agree on the day of one upgrade with one tenant. */
  readonly "coordination-hours"?: "assumed" | (string & {});
  /** What is upgraded together: Whether the applications of all clusters of a workspace are upgraded together, or each cluster's alone. */
  readonly "coupling-scope"?: "by-release" | "workspace" | "cluster";
  /** Days between two minor releases (days): Every cluster is upgraded once per minor release: minors cannot be skipped, only taken later and together. */
  readonly "days-between-minors"?: "mean" | "median" | "mean-of-tags" | (string & {});
  /** Saving from which workers are divided (percent): From which part of what a tenant cluster's workers cost in one pool the planner puts some of its workloads into a second pool of another shape. Only where the cheapest shape is looked for and tenants ask for no pools. */
  readonly "division-saving-percent"?: "least" | "never" | (string & {});
  /** Erasure coding: Parity in place of whole copies; its factor then counts for all data, as if all of it were cold. */
  readonly "erasure-coding"?: "none" | "4-1" | "4-2";
  /** Memory kept free by the kubelet (MiB): Hard eviction threshold: memory of a node that pods cannot request. */
  readonly "eviction-memory-mib"?: "default-cluster-class" | (string & {});
  /** Hours of one failed upgrade (hours): How long one failed upgrade lasts. */
  readonly "failed-upgrade-hours"?: "unknown" | (string & {});
  /** Upgrades that fail (percent): Of a hundred upgrades of management clusters and self-managed clusters, those that fail. */
  readonly "failed-upgrade-percent"?: "unknown" | (string & {});
  /** Documented node minimums: Whether a pool has at least the number of nodes that the vendor documents. */
  readonly floors?: "documented" | "none";
  /** Growth of tenants a year (percent): By how much tenants' requests grow in a year; a tenant's own growth in the fleet file comes first. */
  readonly "growth-percent-per-year"?: "none" | (string & {});
  /** Headroom in percent (percent): Room kept in every workload pool beyond what tenants request, as pods of their mean size. */
  readonly "headroom-percent"?: "none" | (string & {});
  /** Headroom in pods (pods): Room kept in every workload pool for so many further pods of the size of the tenant's largest. */
  readonly "headroom-pods"?: "none" | (string & {});
  /** CPU of a host that may be filled (ratio): Share of the vCPU left by the controller VM that VMs may take. */
  readonly "host-cpu-threshold"?: "sizer" | "planning" | (string & {});
  /** Memory of a controller VM (GiB): Taken from the memory of every host before any other VM; three copies of data add to it. */
  readonly "host-cvm-memory-gib"?: "sizer-server" | "sizer-all-flash" | "planning-high" | (string & {});
  /** vCPU of a controller VM (vCPU): Taken from the cores of every host before any other VM, one core a vCPU. */
  readonly "host-cvm-vcpu"?: "sizer" | "sizer-database" | "planning-low" | "planning-high" | (string & {});
  /** GPUs of a host (GPUs): How many GPUs, or parts of them that a VM can have for itself, one host has for VMs, of whatever kind; a node that has any lies on a host with as many free, and none is shared. */
  readonly "host-gpus"?: "none" | (string & {});
  /** Memory of a host that may be filled (ratio): Share of the memory left by the controller VM that VMs may take; memory is not shared. */
  readonly "host-memory-threshold"?: "sizer" | (string & {});
  /** Host: Physical cores, memory in GiB and raw flash in TiB of one AHV host; all hosts are alike. */
  readonly "host-profile"?: "32x512x15" | "48x768x30" | "64x1024x60" | (string & {});
  /** Spare hosts (hosts): How many hosts may fail at once with every VM still running. */
  readonly "host-spare"?: "n-plus-0" | "n-plus-1" | "n-plus-2" | (string & {});
  /** Storage of a host that may be filled (ratio): Share of the raw storage of the hosts left after a failure that data and its copies may take. */
  readonly "host-storage-threshold"?: "ssd" | "hdd" | "recommended" | (string & {});
  /** Reservation profile of the kubelet: A rule by which the kubelet keeps CPU and memory by the size of the node. */
  readonly "kubelet-reservations"?: "none" | "capacity-tiered";
  /** What a licence counts: Which nodes' vCPU need a licence. */
  readonly "licensed-vcpu"?: "worker" | "all";
  /** Addresses for services (addresses): IP addresses that a cluster hands out to services of type LoadBalancer, its ingress among them. */
  readonly "load-balancer-addresses"?: "default-ingress" | (string & {});
  /** Loss that every worker pool survives (nodes): What may fail while every pod still finds a node: any so many nodes of a worker pool, or one whole zone. */
  readonly "loss-survived"?: "one-node" | "two-nodes" | "zone" | "none" | (string & {});
  /** Minutes to upgrade one node (minutes): How long one node takes when a cluster's nodes are replaced one after the other. */
  readonly "minutes-per-node-upgraded"?: "low" | "high" | (string & {});
  /** Minutes to upgrade Kommander (minutes): How long the platform of one management cluster takes to upgrade, its nodes apart. */
  readonly "minutes-per-plane-upgraded"?: "low" | "high" | (string & {});
  /** Tenants that come a year (tenants): In a forecast, how many tenants come in a year beside those whose days are known, each as large as the median one; the rate of the fleet file comes first. */
  readonly "new-tenants-per-year"?: "none" | (string & {});
  /** How NKP is deployed: From the marketplace of Prism Central, which wants a larger Prism Central, or by the nkp command. */
  readonly "nkp-deployment"?: "marketplace" | "command";
  /** Most nodes of a cluster (nodes): How many nodes a cluster can have beside what its pod network allows; larger pools are a shortfall. */
  readonly "nodes-per-cluster"?: "kubernetes" | (string & {});
  /** Hours to take on one tenant (hours): Labour once for each tenant: its cluster, its access, its hand-over. */
  readonly "onboarding-hours"?: "assumed" | (string & {});
  /** Hours a month for one attached cluster (hours): Labour to run one attached cluster for a month, upgrades apart. */
  readonly "operations-hours-attached"?: "assumed" | (string & {});
  /** Hours a month for one management cluster (hours): Labour to run one management cluster for a month, upgrades apart. */
  readonly "operations-hours-management"?: "assumed" | (string & {});
  /** Hours a month for one self-managed cluster (hours): Labour to run one self-managed cluster for a month, upgrades apart. */
  readonly "operations-hours-self-managed"?: "assumed" | (string & {});
  /** Hours of one outage (hours): How long one outage lasts. */
  readonly "outage-hours"?: "unknown" | (string & {});
  /** Outages a year (outages): Outages a year of one management cluster, or of one self-managed cluster. */
  readonly "outages-per-year"?: "unknown" | (string & {});
  /** Days until a management cluster is upgraded (days): Days after a minor version comes out until the provider upgrades its management cluster, where nobody holds it back. */
  readonly "plane-delay-days"?: "assumed" | (string & {});
  /** Hours to tell the users of one attached cluster (hours): Labour, for each attached cluster and upgrade of its management cluster, to tell users that they are signed out and to hand out new kubeconfigs. */
  readonly "plane-upgrade-notice-hours"?: "assumed" | (string & {});
  /** Planning horizon (months): Up to when growth is counted. */
  readonly "planning-horizon-months"?: "year" | (string & {});
  /** Node shape of the platform pool: Which VM shape the workers of the management cluster have. */
  readonly "platform-node-shape"?: "documented-minimum" | (string & {});
  /** Prefix of the pod network (bits): Bits of the network part of the range from which a cluster's pods have their addresses. */
  readonly "pod-network-prefix"?: "command-default" | (string & {});
  /** Prefix of a node's pods (bits): Bits of the network part of the slice of the pod network that each node gets. */
  readonly "pod-node-prefix"?: "kubernetes-default" | (string & {});
  /** Pods per node (pods): How many pods the kubelet accepts on one node. */
  readonly "pods-per-node"?: "kubelet-default" | (string & {});
  /** Prism Central VMs (VMs): Whether Prism Central is one VM, or three that share the load. */
  readonly "prism-central-deployment"?: "1-vm" | "3-vm";
  /** Prism Central of self-managed tenants: Whether self-managed clusters share one Prism Central. Where they do, the first of them that needs a newer one moves it for all. */
  readonly "prism-central-of-tenants"?: "shared" | "own";
  /** Days until a tenant that goes with the fleet is ready (days): Days after a minor version comes out until a tenant accepts it that is upgraded with the fleet, where the fleet does not say. */
  readonly "ready-after-days-fleet"?: "assumed" | (string & {});
  /** Days until a tenant at its own pace is ready (days): Days after a minor version comes out until a tenant accepts it that is upgraded at its own pace, where the fleet does not say. */
  readonly "ready-after-days-own"?: "assumed" | (string & {});
  /** Copies of data (copies): How often the storage below keeps each block. */
  readonly "replication-factor"?: "2" | "3";
  /** CPU reserved on every node (millicores): kube-reserved and system-reserved CPU: what pods cannot request. */
  readonly "reserved-cpu-millicores"?: "none" | (string & {});
  /** Memory reserved on every node (MiB): kube-reserved and system-reserved memory: what pods cannot request. */
  readonly "reserved-memory-mib"?: "none" | (string & {});
  /** Hours to change the nodes of one cluster (hours): Labour, once, to give the workers of one cluster another shape or to take nodes out of it, in a forecast; nodes that are added ask for none. */
  readonly "reshape-hours-per-cluster"?: "assumed" | (string & {});
  /** Payback time of a change of nodes (months): In a forecast a cluster gets other or fewer nodes in the first month in which what they save in so many months is more than the effort; with 0 never. */
  readonly "reshape-payback-months"?: "assumed" | (string & {});
  /** Requests of the Rook Ceph daemons: Which of two readings of the manifests counts for mon, mgr and osd. */
  readonly "rook-ceph-requests"?: "rendered-chart" | "declared-in-manifest";
  /** Who pays for what serves everybody: How the cost of a management or central cluster is split among the tenants it serves. */
  readonly "shared-cost"?: "by-requests" | "uniform" | "by-nodes" | "by-weights";
  /** Clusters upgraded at the same time (upgrades): For how many upgrades at once the hosts keep room: each adds a node before it takes one away. */
  readonly "simultaneous-upgrades"?: "one" | (string & {});
  /** What a Starter licence costs: Whether NKP Starter is paid for by itself, or comes with the licence of the infrastructure below it (NCI). */
  readonly "starter-licence"?: "paid" | "included";
  /** Addresses a subnet keeps (addresses): Addresses of a subnet that no node can have. */
  readonly "subnet-reserved-addresses"?: "three" | (string & {});
  /** How far an attached cluster may lag (minor versions): Minor versions behind the newest that are still supported while attached to a management plane. */
  readonly "support-window-attached"?: "n-1" | "n-2" | (string & {});
  /** How far a self-managed cluster may lag (minor versions): Minor versions behind the newest that are still supported for a cluster of its own. */
  readonly "support-window-self-managed"?: "three-behind" | "n-2" | "n-1" | (string & {});
  /** Nodes more during an upgrade (nodes): How many nodes of a pool exist beside the others while it is upgraded. */
  readonly "surge-nodes"?: "one" | (string & {});
  /** Monitoring, logging and backup of tenants: What every tenant gets beside its cluster, by one rule for every model: nothing, agents that ship metrics and logs to a central stack of the provider's, or everything on the tenant's own cluster. */
  readonly "tenant-services"?: "agents" | "agents-and-metrics" | "none" | "full";
  /** Months of a calendar of upgrades (months): How far upgrades are played forward, and over how many months their labour is averaged. */
  readonly "upgrade-horizon-months"?: "assumed" | (string & {});
  /** Hours to upgrade one attached cluster (hours): Labour to take one attached cluster from one minor release to the next. */
  readonly "upgrade-hours-attached"?: "assumed" | (string & {});
  /** Hours to upgrade one management cluster (hours): Labour to take one management cluster from one minor release to the next. */
  readonly "upgrade-hours-management"?: "assumed" | (string & {});
  /** Hours to upgrade one self-managed cluster (hours): Labour to take one self-managed cluster from one minor release to the next. */
  readonly "upgrade-hours-self-managed"?: "assumed" | (string & {});
  /** Labour of upgrades: Whether the labour of upgrades is so many hours for each cluster and minor version, or what the calendar of upgrades counts: nodes replaced, sets of applications tried, days agreed with tenants, users told. */
  readonly "upgrade-labour"?: "as-told" | "flat" | "counted";
  /** Which part is upgraded first: Whether the applications of the workspaces are upgraded before the management cluster, or after it. */
  readonly "upgrade-order"?: "vendor" | "field-guide";
  /** Hours to validate one set of applications (hours): Labour to test one set of applications on one minor version, however many tenants run it. */
  readonly "validation-hours"?: "assumed" | (string & {});
  /** vCPU per physical core (vCPU per core): How many vCPU of VMs share one core that the controller VM leaves. */
  readonly "vcpu-per-core"?: "critical" | "general" | "contention" | (string & {});
  /** Memory of a VM that is not capacity (percent): What firmware and kernel keep of a virtual machine's memory before the node reports its capacity. */
  readonly "vm-memory-kept-percent"?: "typical" | "none" | (string & {});
  /** When a cluster would leave its support window: Whether a cluster whose tenant is not ready stays behind without support, or is upgraded on the last day. */
  readonly "when-window-ends"?: "wait" | "force";
  /** Node shape of workload pools: Which VM shape the workers of tenant clusters have: chosen among the catalog's shapes that are at least the minimum's, or fixed. */
  readonly "workload-node-shape"?:
    | "cheapest"
    | "fewest-vcpu"
    | "documented-minimum"
    | "command-default"
    | (string & {});
  /** Failure domains of a cluster (zones): Over how many zones a cluster's nodes take turns; with 1 the nodes carry no zone label. */
  readonly zones?: "one" | (string & {});
}

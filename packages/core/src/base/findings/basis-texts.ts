/** What a plan rests on. `{name}` stands for a figure. */
export const BASIS_TEXTS = {
  "illustrative-prices": {
    kind: "prices",
    text: "Prices are invented ({book}): replace them by yours before quoting.",
  },
  "illustrative-prices.some": {
    kind: "prices",
    text: "Prices of {items} are invented ({book}): replace them by yours before quoting.",
  },
  "illustrative-price-list": {
    kind: "prices",
    text: "The price list is invented ({list}): replace it by yours before quoting.",
  },
  "illustrative-price-list.some": {
    kind: "prices",
    text: "Prices of {items} are invented ({list}): replace them by yours before quoting.",
  },
  "illustrative-agreed-prices": {
    kind: "prices",
    text: "Prices agreed in the fleet are invented: replace them by yours before quoting.",
  },
  "illustrative-agreed-prices.some": {
    kind: "prices",
    text: "Prices agreed with {tenants} are invented: replace them by yours before quoting.",
  },
  "prices-not-valid": { kind: "prices", text: "{prices} holds from {from}; the plan is for {day}." },
  "prices-not-valid.until": {
    kind: "prices",
    text: "{prices} holds from {from} until {until}; the plan is for {day}.",
  },
  "prices-changed": {
    kind: "prices",
    text: "{prices} has other prices since {from} than it begins with: {changes}. This plan counts with the new ones.",
  },
  "prices-change-later": {
    kind: "prices",
    text: "{prices} has other prices from {from} on: {changes}. They are not in this plan.",
  },
  "exchange-rate": {
    kind: "prices",
    text: "Prices in {from} are converted at {rate} {to}, the rate of {day}.",
  },
  "without-price": {
    kind: "prices",
    text: "The price book has no item for {kinds}: left out, unless its other rates are meant to cover them.",
  },
  "paid-elsewhere": {
    kind: "prices",
    text: "Paid elsewhere, as the price book says, and in no figure here: {kinds}.",
  },
  "sku-repeated": {
    kind: "prices",
    text: "{sku} is the SKU of several items of {book}: {names}. Each is billed; a what-if varies none of them.",
    help: "Give each a SKU of its own.",
  },
  "shared-cluster-not-charged": {
    kind: "prices",
    text: "{list} charges for clusters and nodes of one's own, which tenants of a shared cluster have none of: {tenants} pay nothing for {items}.",
    help: "Charge them by tenant, or by what they request.",
  },
  "backup-billed-without-backup": {
    kind: "prices",
    text: "{items} is billed on all volumes of tenants, though no backup of the platform runs on {without} of {all}: right only where another product makes one.",
    help: "Else take it out of the price book, or plan with tenant-services=full.",
  },
  "agreed-before-listed": {
    kind: "prices",
    text: "{agreed} of {all} tenants pay what is agreed with them, the others what {list} asks.",
  },
  "tenants-without-price": {
    kind: "prices",
    text: "No price is known for {tenants}: the fleet's price and margin are unknown, not zero.",
  },
  "requests-not-public": {
    kind: "unknown",
    text: "The requests of {component} are not public; they are left out, so the platform asks for more than is counted.",
  },
  "requests-not-stated": {
    kind: "unknown",
    text: "{tenant} runs pods whose requests no source states; they count as 0, so the tenant needs more than is planned: {workloads}.",
  },
  "even-sizes": {
    kind: "unknown",
    text: "Their largest pod is not known, so their pods are taken as equal in size; a larger one may need larger nodes: {tenants}.",
  },
  "named-sizes": {
    kind: "choice",
    text: "Sized by what public charts ask for by default, a starting point and no measured need: {tenants}.",
  },
  "daemonsets-by-node": {
    kind: "method",
    text: "DaemonSets of {tenant} count once on each node that they may run on, with their requests and volumes, in cost and price: {workloads}. More nodes, more of them.",
  },
  "daemonsets-by-node.bundled": {
    kind: "method",
    text: "DaemonSets of {tenant} count once on each node that they may run on, with their requests and volumes, in cost and price: {workloads}. A bundle is chosen by what is requested beside them.",
  },
  "jobs-always-running": {
    kind: "method",
    text: "Jobs of {tenant} are counted and charged as pods that run all the time: {workloads}. What runs a part of the time, or at times when others do not, needs less.",
  },
  choice: { kind: "choice", text: "{parameter}: {option}." },
  prerelease: {
    kind: "method",
    text: "{release} is a pre-release state of the manifests; the final release may ask for other amounts.",
  },
  "kubernetes-unpatched": {
    kind: "unknown",
    text: "{release} runs Kubernetes {minor}, which upstream has not patched since {day}; until when NKP's own support lasts is not public.",
    help: "Ask the vendor, or plan a newer release.",
  },
  "release-out-of-window": {
    kind: "unknown",
    text: "{release} is {behind} behind {newest} of {day}, and supported up to {window} behind on {clusters}.",
    help: "Plan a newer release.",
  },
  "system-components": {
    kind: "method",
    text: "System components were read for {read} and are taken to be the same in {release}.",
  },
  "defaults-assumed": {
    kind: "unknown",
    text: "What a {kind} cluster runs by default is not said: taken are {applications}.",
  },
  "starter-plane-unsaid": {
    kind: "unknown",
    text: "Whether workers of {cluster}, a Starter plane of {managed}, need a licence is not said: they are counted.",
  },
  "minimum-assumed": {
    kind: "unknown",
    text: "How small a {kind} cluster may be is not said: taken are {workers} of {shape}.",
  },
  "central-stack-not-scaled": {
    kind: "unknown",
    text: "The stack for metrics and logs on {cluster} asks for {cpu}, {memory} and {volumes} of volumes, for {reporting} that report to it as for one: how it grows with them is not public.",
    help: "Measure it on a running fleet, by any model.",
  },
  "metrics-kept-unlike.pro": {
    kind: "method",
    text: "Tenants' clusters are not alike in what they keep: a Pro one keeps metrics and logs by default, and ships none.",
  },
  "metrics-kept-unlike": {
    kind: "method",
    text: "Tenants' clusters are not alike in what they keep: an attached one has {applications} by default ({cpu}, {memory} and {volumes} of volumes each), a Starter one ships its metrics and keeps none.",
    help: "Plan with tenant-services=agents-and-metrics to give every tenant's cluster its own.",
  },
  "plane-beyond-third-party": {
    kind: "unknown",
    text: "{cluster} looks after {managed}; a third-party guide without sources puts {least} to {most} on one management cluster, and the vendor's own maximums are not public.",
    help: "Plan several with clusters-per-plane=third-party-most.",
  },
  "plane-below-third-party": {
    kind: "unknown",
    text: "{cluster} has {cpu} and {memory} of platform workers for {managed}, by what its pods request; a third-party guide without sources gives it at least {leastCpu} and {leastMemory}.",
    help: "Measure a running plane; platform-node-shape plans larger workers.",
  },
  "counts-untried": {
    kind: "unknown",
    text: "{cluster} has so many pods that not every number of workers was tried: {count} are proven by arithmetic to take them, and fewer may do.",
    help: "Split the tenant, or give the pool larger nodes, to have it tried.",
  },
  "counts-untried.orders": {
    kind: "method",
    text: "{cluster} has so many pods that {count} were tried in {tried} of {asked} of arrival.",
  },
  "hosts-not-priced": {
    kind: "method",
    text: "Hosts and copies of data are counted but not priced: the rates per vCPU and GiB must cover them.",
  },
  "host-clusters-apart": {
    kind: "method",
    text: "Each cluster of hosts is placed for itself, with spare hosts and room for upgrades of its own; nothing starts again on another. Shapes of nodes are ranked by the host and the price that hold without a name.",
  },
  "host-cluster-stretched": {
    kind: "method",
    text: "{hosts} is stretched: each of two sites has hosts for all VMs and a copy of all data. The witness at a third site and the line between both are not counted, and prices by vCPU, GiB or node are not doubled.",
    help: "Ask the vendor whether the release and the volumes of its clusters may be replicated so, and which licence that takes.",
  },
  "host-cluster-empty": {
    kind: "reading",
    text: "Nothing lies on cluster of hosts {hosts} in this plan.",
    help: "Leave it out, or place something on it.",
  },
  "hosts-priced-alike": {
    kind: "prices",
    text: "Hosts of {hosts} have sizes of their own, and the price of all others.",
    help: "Give them a price with hostCluster.",
  },
  "host-price-unused": {
    kind: "prices",
    text: "{sku} is the price of hosts of {hosts}, which the fleet does not name: it was not used.",
    help: "Write the name as the fleet does, or leave the price out.",
  },
  "hosts-divided": {
    kind: "method",
    text: "A host's cost is for its vCPU and its memory in equal parts and is divided by what runs on it; spare hosts and what is left free are idle and shared by all tenants.",
  },
  "placed-by-scheduler": {
    kind: "method",
    text: "Pods are placed by the rules of kube-scheduler's default profile, platform first; volumes, ports, images and preemption are not looked at. That pods of a node that is drained find room on the empty one beside it follows from its size.",
  },
  "orders-tried": {
    kind: "method",
    text: "Node counts hold in the orders of arrival that were tried. A loss is survived from three times as many placements, with the lost pods back as listed, small ones first and large ones first, and with a node more where nothing can be proven, as with hard spreading; other orders can need a node more. Very large pools are tried in fewer orders, at least three; not every pair of nodes is tried beyond 100 workers (16 with zones). The loss of a control plane node is not tried.",
  },
  "sums-as-one-pod": {
    kind: "method",
    text: "Platform components of which only the sum of several pods is known are placed as one pod of that size.",
  },
  "totals-as-pods": {
    kind: "method",
    text: "A tenant known by totals is placed as its largest pod and further pods that share the rest evenly.",
  },
  "devices-shared": {
    kind: "method",
    text: "Several tenants live in {cluster}: what its nodes with {names} cost is shared as all of it, not by who asks for these.",
  },
  "surge-not-priced": {
    kind: "method",
    text: "Nodes that exist only during an upgrade have room on the hosts and addresses, and no price.",
  },
  "claims-without-figure": {
    kind: "method",
    text: "Components without a figure for volume claims are counted as claiming none.",
  },
  "workers-divided": {
    kind: "choice",
    text: "{cluster} has a second pool of workers, {pool}, for {workloads}.",
    help: "Give these workloads the nodeSelector pool: {pool} and a toleration of its taint.",
  },
  "workers-divided.saving": {
    kind: "choice",
    text: "{cluster} has a second pool of workers, {pool}, for {workloads}: in one pool its nodes cost {saving} more a month.",
    help: "Give these workloads the nodeSelector pool: {pool} and a toleration of its taint.",
  },
  "upgrades-counted": {
    kind: "method",
    text: "Labour of upgrades is counted from a calendar of {months}, by assumed hours of each kind of work; upgrade-hours-… are without effect.",
    help: "See nkp-planner lifecycle for the calendar; upgrade-labour=flat takes hours for each cluster.",
  },
  "upgrades-not-played": {
    kind: "unknown",
    text: "Labour of upgrades is hours for each cluster, though the fleet speaks of upgrades: nothing was given that plays a calendar.",
    help: "Give upgradeEfforts to the planning context, or set upgrade-labour=flat.",
  },
  "prices-change": {
    kind: "prices",
    text: "{prices} has other prices from {from} on: {changes}. Months count with them that begin on that day or later.",
  },
} as const;

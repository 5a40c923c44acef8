import type { Parameter } from "@nkp-planner/core";
import addressesPerNode from "../data/parameters/addresses-per-node.json" with { type: "json" };
import agreedPrices from "../data/parameters/agreed-prices.json" with { type: "json" };
import apiServerAddresses from "../data/parameters/api-server-addresses.json" with { type: "json" };
import arrivalOrders from "../data/parameters/arrival-orders.json" with { type: "json" };
import attachedMinorsBehind from "../data/parameters/attached-minors-behind.json" with { type: "json" };
import attachedWorkerFloor from "../data/parameters/attached-worker-floor.json" with { type: "json" };
import cephStorageNodes from "../data/parameters/ceph-storage-nodes.json" with { type: "json" };
import churn from "../data/parameters/churn-percent-per-year.json" with { type: "json" };
import clustersPerPlane from "../data/parameters/clusters-per-plane.json" with { type: "json" };
import compromiseHours from "../data/parameters/compromise-hours.json" with { type: "json" };
import compromisesPerYear from "../data/parameters/compromises-per-year.json" with { type: "json" };
import controlPlaneCount from "../data/parameters/control-plane-count.json" with { type: "json" };
import coordinationHours from "../data/parameters/coordination-hours.json" with { type: "json" };
import couplingScope from "../data/parameters/coupling-scope.json" with { type: "json" };
import daysBetweenMinors from "../data/parameters/days-between-minors.json" with { type: "json" };
import divisionSaving from "../data/parameters/division-saving-percent.json" with { type: "json" };
import erasureCoding from "../data/parameters/erasure-coding.json" with { type: "json" };
import evictionMemory from "../data/parameters/eviction-memory-mib.json" with { type: "json" };
import failedUpgradeHours from "../data/parameters/failed-upgrade-hours.json" with { type: "json" };
import failedUpgradePercent from "../data/parameters/failed-upgrade-percent.json" with { type: "json" };
import floors from "../data/parameters/floors.json" with { type: "json" };
import growth from "../data/parameters/growth-percent-per-year.json" with { type: "json" };
import headroomPercent from "../data/parameters/headroom-percent.json" with { type: "json" };
import headroomPods from "../data/parameters/headroom-pods.json" with { type: "json" };
import hostCpuThreshold from "../data/parameters/host-cpu-threshold.json" with { type: "json" };
import hostCvmMemory from "../data/parameters/host-cvm-memory-gib.json" with { type: "json" };
import hostCvmVcpu from "../data/parameters/host-cvm-vcpu.json" with { type: "json" };
import hostGpus from "../data/parameters/host-gpus.json" with { type: "json" };
import hostMemoryThreshold from "../data/parameters/host-memory-threshold.json" with { type: "json" };
import hostProfile from "../data/parameters/host-profile.json" with { type: "json" };
import hostSpare from "../data/parameters/host-spare.json" with { type: "json" };
import hostStorageThreshold from "../data/parameters/host-storage-threshold.json" with { type: "json" };
import kubeletReservations from "../data/parameters/kubelet-reservations.json" with { type: "json" };
import licensedVcpu from "../data/parameters/licensed-vcpu.json" with { type: "json" };
import loadBalancerAddresses from "../data/parameters/load-balancer-addresses.json" with { type: "json" };
import lossSurvived from "../data/parameters/loss-survived.json" with { type: "json" };
import minutesPerNode from "../data/parameters/minutes-per-node-upgraded.json" with { type: "json" };
import minutesPerPlane from "../data/parameters/minutes-per-plane-upgraded.json" with { type: "json" };
import newTenants from "../data/parameters/new-tenants-per-year.json" with { type: "json" };
import nkpDeployment from "../data/parameters/nkp-deployment.json" with { type: "json" };
import nodesPerCluster from "../data/parameters/nodes-per-cluster.json" with { type: "json" };
import onboardingHours from "../data/parameters/onboarding-hours.json" with { type: "json" };
import operationsAttached from "../data/parameters/operations-hours-attached.json" with { type: "json" };
import operationsManagement from "../data/parameters/operations-hours-management.json" with { type: "json" };
import operationsSelfManaged from "../data/parameters/operations-hours-self-managed.json" with { type: "json" };
import outageHours from "../data/parameters/outage-hours.json" with { type: "json" };
import outagesPerYear from "../data/parameters/outages-per-year.json" with { type: "json" };
import planeDelayDays from "../data/parameters/plane-delay-days.json" with { type: "json" };
import noticeHours from "../data/parameters/plane-upgrade-notice-hours.json" with { type: "json" };
import planningHorizon from "../data/parameters/planning-horizon-months.json" with { type: "json" };
import platformNodeShape from "../data/parameters/platform-node-shape.json" with { type: "json" };
import podNetworkPrefix from "../data/parameters/pod-network-prefix.json" with { type: "json" };
import podNodePrefix from "../data/parameters/pod-node-prefix.json" with { type: "json" };
import podsPerNode from "../data/parameters/pods-per-node.json" with { type: "json" };
import prismCentralDeployment from "../data/parameters/prism-central-deployment.json" with { type: "json" };
import prismCentralOfTenants from "../data/parameters/prism-central-of-tenants.json" with { type: "json" };
import readyAfterDaysFleet from "../data/parameters/ready-after-days-fleet.json" with { type: "json" };
import readyAfterDaysOwn from "../data/parameters/ready-after-days-own.json" with { type: "json" };
import replicationFactor from "../data/parameters/replication-factor.json" with { type: "json" };
import reservedCpu from "../data/parameters/reserved-cpu-millicores.json" with { type: "json" };
import reservedMemory from "../data/parameters/reserved-memory-mib.json" with { type: "json" };
import reshapeHours from "../data/parameters/reshape-hours-per-cluster.json" with { type: "json" };
import reshapePayback from "../data/parameters/reshape-payback-months.json" with { type: "json" };
import rookCephRequests from "../data/parameters/rook-ceph-requests.json" with { type: "json" };
import sharedCost from "../data/parameters/shared-cost.json" with { type: "json" };
import simultaneousUpgrades from "../data/parameters/simultaneous-upgrades.json" with { type: "json" };
import starterLicence from "../data/parameters/starter-licence.json" with { type: "json" };
import subnetReservedAddresses from "../data/parameters/subnet-reserved-addresses.json" with { type: "json" };
import supportWindowAttached from "../data/parameters/support-window-attached.json" with { type: "json" };
import supportWindowSelfManaged from "../data/parameters/support-window-self-managed.json" with { type: "json" };
import surgeNodes from "../data/parameters/surge-nodes.json" with { type: "json" };
import tenantServices from "../data/parameters/tenant-services.json" with { type: "json" };
import upgradeHorizon from "../data/parameters/upgrade-horizon-months.json" with { type: "json" };
import upgradeAttached from "../data/parameters/upgrade-hours-attached.json" with { type: "json" };
import upgradeManagement from "../data/parameters/upgrade-hours-management.json" with { type: "json" };
import upgradeSelfManaged from "../data/parameters/upgrade-hours-self-managed.json" with { type: "json" };
import upgradeLabour from "../data/parameters/upgrade-labour.json" with { type: "json" };
import upgradeOrder from "../data/parameters/upgrade-order.json" with { type: "json" };
import validationHours from "../data/parameters/validation-hours.json" with { type: "json" };
import vcpuPerCore from "../data/parameters/vcpu-per-core.json" with { type: "json" };
import vmMemoryKept from "../data/parameters/vm-memory-kept-percent.json" with { type: "json" };
import whenWindowEnds from "../data/parameters/when-window-ends.json" with { type: "json" };

import workloadNodeShape from "../data/parameters/workload-node-shape.json" with { type: "json" };
import zones from "../data/parameters/zones.json" with { type: "json" };
import { dataOf } from "./data-file.ts";

/** In the order people read them: sizes first, then counting rules, hosts and network, then the provider's own work, and at last upgrades. */
export const parameters: readonly Parameter[] = dataOf([
  floors,
  attachedWorkerFloor,
  clustersPerPlane,
  controlPlaneCount,
  workloadNodeShape,
  platformNodeShape,
  tenantServices,
  lossSurvived,
  zones,
  surgeNodes,
  headroomPercent,
  headroomPods,
  growth,
  planningHorizon,
  arrivalOrders,
  nodesPerCluster,
  vmMemoryKept,
  kubeletReservations,
  podsPerNode,
  evictionMemory,
  reservedCpu,
  reservedMemory,
  rookCephRequests,
  cephStorageNodes,
  licensedVcpu,
  hostProfile,
  hostGpus,
  hostCvmVcpu,
  hostCvmMemory,
  vcpuPerCore,
  replicationFactor,
  divisionSaving,
  erasureCoding,
  hostSpare,
  hostCpuThreshold,
  hostMemoryThreshold,
  hostStorageThreshold,
  simultaneousUpgrades,
  prismCentralDeployment,
  nkpDeployment,
  addressesPerNode,
  apiServerAddresses,
  loadBalancerAddresses,
  subnetReservedAddresses,
  podNetworkPrefix,
  podNodePrefix,
  starterLicence,
  supportWindowAttached,
  supportWindowSelfManaged,
  daysBetweenMinors,
  operationsManagement,
  operationsAttached,
  operationsSelfManaged,
  upgradeManagement,
  outagesPerYear,
  outageHours,
  failedUpgradePercent,
  failedUpgradeHours,
  compromisesPerYear,
  compromiseHours,
  upgradeHorizon,
  upgradeLabour,
  upgradeAttached,
  upgradeSelfManaged,
  onboardingHours,
  reshapeHours,
  reshapePayback,
  churn,
  newTenants,
  agreedPrices,
  sharedCost,
  attachedMinorsBehind,
  couplingScope,
  upgradeOrder,
  prismCentralOfTenants,
  whenWindowEnds,
  readyAfterDaysFleet,
  readyAfterDaysOwn,
  planeDelayDays,
  minutesPerNode,
  minutesPerPlane,
  validationHours,
  coordinationHours,
  noticeHours,
]);

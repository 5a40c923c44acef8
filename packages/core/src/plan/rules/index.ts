import { absentTenants } from "./absent-tenants.ts";
import { backupBilled } from "./backup-billed.ts";
import { centralStack } from "./central-stack.ts";
import { choicesMade } from "./choices-made.ts";
import { controlPlaneRoom } from "./control-plane-room.ts";
import { dividedWorkers } from "./divided-workers.ts";
import { endlessDrains } from "./endless-drains.ts";
import { endlessRollouts } from "./endless-rollouts.ts";
import { exchangeRates } from "./exchange-rates.ts";
import { hostClusters } from "./host-clusters.ts";
import { hostRoom } from "./host-room.ts";
import { idleDaemonsets } from "./idle-daemonsets.ts";
import { kindsAssumed } from "./kinds-assumed.ts";
import { method } from "./method.ts";
import { metricsKept } from "./metrics-kept.ts";
import { nodeLosses } from "./node-losses.ts";
import { ownCadence } from "./own-cadence.ts";
import { ownPools } from "./own-pools.ts";
import { planeSize } from "./plane-size.ts";
import { podNetworks } from "./pod-networks.ts";
import { podsWithoutNode } from "./pods-without-node.ts";
import { pricesChange } from "./prices-change.ts";
import { pricesInvented } from "./prices-invented.ts";
import { pricesValid } from "./prices-valid.ts";
import { prismCentralSize } from "./prism-central-size.ts";
import { publicRequests } from "./public-requests.ts";
import { releaseState } from "./release-state.ts";
import { releaseSupport } from "./release-support.ts";
import { repeatedSkus } from "./repeated-skus.ts";
import type { JudgedClusters, JudgedInput, PlanRule } from "./rule.ts";
import { sameNames } from "./same-names.ts";
import { sharedDevices } from "./shared-devices.ts";
import { sharedNotCharged } from "./shared-not-charged.ts";
import { singleDomains } from "./single-domains.ts";
import { tenantsKinds } from "./tenants-kinds.ts";
import { tenantsPrices } from "./tenants-prices.ts";
import { tenantsSizes } from "./tenants-sizes.ts";
import { tinyRequests } from "./tiny-requests.ts";
import { unpricedDevices } from "./unpriced-devices.ts";
import { unpricedKinds } from "./unpriced-kinds.ts";
import { untriedCounts } from "./untried-counts.ts";
import { upgradeLabour } from "./upgrade-labour.ts";
import { voidWishes } from "./void-wishes.ts";

/** What clusters cannot give. */
export const clusterRules: readonly PlanRule<JudgedClusters>[] = [
  controlPlaneRoom,
  podsWithoutNode,
  nodeLosses,
  idleDaemonsets,
  singleDomains,
  endlessRollouts,
  endlessDrains,
  dividedWorkers,
  ownCadence,
  podNetworks,
];

/** What hosts and Prism Central cannot give. */
export const infrastructureRules: readonly PlanRule[] = [hostRoom, hostClusters, prismCentralSize];

/** What must be said before anything is planned: who is in the fleet, and what its prices are. */
export const inputRules: readonly PlanRule<JudgedInput>[] = [
  absentTenants,
  sameNames,
  tinyRequests,
  voidWishes,
  ownPools,
  pricesInvented,
  pricesValid,
  pricesChange,
  exchangeRates,
  unpricedKinds,
  repeatedSkus,
  tenantsPrices,
];

/** What a plan rests on beside its fleet and its prices. */
export const basisRules: readonly PlanRule[] = [
  unpricedDevices,
  sharedDevices,
  sharedNotCharged,
  backupBilled,
  publicRequests,
  tenantsSizes,
  tenantsKinds,
  untriedCounts,
  planeSize,
  centralStack,
  kindsAssumed,
  metricsKept,
  releaseState,
  releaseSupport,
  upgradeLabour,
  choicesMade,
  method,
];

/** Every rule over a plan. A new one is one file and one line in one of the lists. */
export const planRules: readonly PlanRule[] = [...clusterRules, ...infrastructureRules, ...inputRules, ...basisRules];

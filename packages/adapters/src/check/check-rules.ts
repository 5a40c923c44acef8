import type { CheckRule } from "./check-rule.ts";
import { aboveTarget } from "./rules/above-target.ts";
import { ambiguousCluster } from "./rules/ambiguous-cluster.ts";
import { aosSupport } from "./rules/aos-support.ts";
import { belowMinimum } from "./rules/below-minimum.ts";
import { clusterMissing } from "./rules/cluster-missing.ts";
import { controlPlaneEven } from "./rules/control-plane-even.ts";
import { costAboveBudget } from "./rules/cost-above-budget.ts";
import { discountAboveCeiling } from "./rules/discount-above-ceiling.ts";
import { expiredExemption } from "./rules/expired-exemption.ts";
import { fieldOfOtherRelease } from "./rules/field-of-other-release.ts";
import { flagOfOtherRelease } from "./rules/flag-of-other-release.ts";
import { infrastructureFloor } from "./rules/infrastructure-floor.ts";
import { kubeletDrift } from "./rules/kubelet-drift.ts";
import { kubernetesSupport } from "./rules/kubernetes-support.ts";
import { labelsStayBehind } from "./rules/labels-stay-behind.ts";
import { licencesShort } from "./rules/licences-short.ts";
import { machinesUnknown } from "./rules/machines-unknown.ts";
import { marginBelowFloor } from "./rules/margin-below-floor.ts";
import { nameTooLong } from "./rules/name-too-long.ts";
import { nkpSupport } from "./rules/nkp-support.ts";
import { noRoomForLoss } from "./rules/no-room-for-loss.ts";
import { noRoomForSurge } from "./rules/no-room-for-surge.ts";
import { nodesTooSmall } from "./rules/nodes-too-small.ts";
import { oversized } from "./rules/oversized.ts";
import { planCannotRun } from "./rules/plan-cannot-run.ts";
import { platformShared } from "./rules/platform-shared.ts";
import { platformUntainted } from "./rules/platform-untainted.ts";
import { podsWithoutNode } from "./rules/pods-without-node.ts";
import { podsWithoutRequests } from "./rules/pods-without-requests.ts";
import { poolMissing } from "./rules/pool-missing.ts";
import { poolNotPlanned } from "./rules/pool-not-planned.ts";
import { prismCentralSupport } from "./rules/prism-central-support.ts";
import { projectNotInternal } from "./rules/project-not-internal.ts";
import { pruneDeletesClusters } from "./rules/prune-deletes-clusters.ts";
import { pruningBesideNkpcluster } from "./rules/pruning-beside-nkpcluster.ts";
import { requestsAboveLimits } from "./rules/requests-above-limits.ts";
import { taintsDrift } from "./rules/taints-drift.ts";
import { tooFewNodes } from "./rules/too-few-nodes.ts";
import { unknownCluster } from "./rules/unknown-cluster.ts";
import { unresolvedValue } from "./rules/unresolved-value.ts";
import { upgradePath } from "./rules/upgrade-path.ts";
import { versionDrift } from "./rules/version-drift.ts";
import { versionSkew } from "./rules/version-skew.ts";
import { wishNotMet } from "./rules/wish-not-met.ts";

/** Every rule, what stops a cluster first. A new one is one file and one line here. */
export const checkRules: readonly CheckRule[] = [
  planCannotRun,
  podsWithoutNode,
  poolMissing,
  poolNotPlanned,
  nodesTooSmall,
  tooFewNodes,
  noRoomForLoss,
  noRoomForSurge,
  aboveTarget,
  platformUntainted,
  platformShared,
  taintsDrift,
  belowMinimum,
  controlPlaneEven,
  versionSkew,
  kubeletDrift,
  versionDrift,
  upgradePath,
  infrastructureFloor,
  nkpSupport,
  kubernetesSupport,
  prismCentralSupport,
  aosSupport,
  oversized,
  licencesShort,
  costAboveBudget,
  marginBelowFloor,
  discountAboveCeiling,
  requestsAboveLimits,
  podsWithoutRequests,
  labelsStayBehind,
  fieldOfOtherRelease,
  flagOfOtherRelease,
  nameTooLong,
  projectNotInternal,
  pruneDeletesClusters,
  pruningBesideNkpcluster,
  wishNotMet,
  unresolvedValue,
  machinesUnknown,
  unknownCluster,
  ambiguousCluster,
  clusterMissing,
  expiredExemption,
];

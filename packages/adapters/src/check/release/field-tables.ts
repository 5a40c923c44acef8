/**
 * Fields by what they stand in, a line for each: `controlPlane: metadata replicas`. What has no line of its own is open.
 * An entry of a list stands in what the list does.
 */
export type FieldTable = ReadonlyMap<string, ReadonlySet<string>>;

/** Newest release, major and minor, that the tables hold for: it has all of these fields, and older ones no others. */
export const TABLES_UNTIL = "2.18";

/**
 * Fields of a topology, by the version of the API.
 * @see kubernetes-sigs/cluster-api v1.12.11, config/crd/bases/cluster.x-k8s.io_clusters.yaml; NKP 2.18 has Cluster API 1.12
 */
export const TOPOLOGY_FIELDS: Readonly<Record<string, FieldTable>> = {
  v1beta1: tableOf(`
.: class classNamespace controlPlane rolloutAfter variables version workers
controlPlane: machineHealthCheck metadata nodeDeletionTimeout nodeDrainTimeout nodeVolumeDetachTimeout readinessGates replicas variables
controlPlane.machineHealthCheck: enable maxUnhealthy nodeStartupTimeout remediationTemplate unhealthyConditions unhealthyRange
controlPlane.machineHealthCheck.remediationTemplate: apiVersion fieldPath kind name namespace resourceVersion uid
controlPlane.machineHealthCheck.unhealthyConditions: status timeout type
controlPlane.metadata: annotations labels
controlPlane.readinessGates: conditionType polarity
controlPlane.variables: overrides
controlPlane.variables.overrides: definitionFrom name value
variables: definitionFrom name value
workers: machineDeployments machinePools
workers.machineDeployments: class failureDomain machineHealthCheck metadata minReadySeconds name nodeDeletionTimeout nodeDrainTimeout nodeVolumeDetachTimeout readinessGates replicas strategy variables
workers.machineDeployments.machineHealthCheck: enable maxUnhealthy nodeStartupTimeout remediationTemplate unhealthyConditions unhealthyRange
workers.machineDeployments.machineHealthCheck.remediationTemplate: apiVersion fieldPath kind name namespace resourceVersion uid
workers.machineDeployments.machineHealthCheck.unhealthyConditions: status timeout type
workers.machineDeployments.metadata: annotations labels
workers.machineDeployments.readinessGates: conditionType polarity
workers.machineDeployments.strategy: remediation rollingUpdate type
workers.machineDeployments.strategy.remediation: maxInFlight
workers.machineDeployments.strategy.rollingUpdate: deletePolicy maxSurge maxUnavailable
workers.machineDeployments.variables: overrides
workers.machineDeployments.variables.overrides: definitionFrom name value
workers.machinePools: class failureDomains metadata minReadySeconds name nodeDeletionTimeout nodeDrainTimeout nodeVolumeDetachTimeout replicas variables
workers.machinePools.metadata: annotations labels
workers.machinePools.variables: overrides
workers.machinePools.variables.overrides: definitionFrom name value
`),
  v1beta2: tableOf(`
.: classRef controlPlane variables version workers
classRef: name namespace
controlPlane: deletion healthCheck metadata readinessGates replicas variables
controlPlane.deletion: nodeDeletionTimeoutSeconds nodeDrainTimeoutSeconds nodeVolumeDetachTimeoutSeconds
controlPlane.healthCheck: checks enabled remediation
controlPlane.healthCheck.checks: nodeStartupTimeoutSeconds unhealthyMachineConditions unhealthyNodeConditions
controlPlane.healthCheck.checks.unhealthyMachineConditions: status timeoutSeconds type
controlPlane.healthCheck.checks.unhealthyNodeConditions: status timeoutSeconds type
controlPlane.healthCheck.remediation: templateRef triggerIf
controlPlane.healthCheck.remediation.templateRef: apiVersion kind name
controlPlane.healthCheck.remediation.triggerIf: unhealthyInRange unhealthyLessThanOrEqualTo
controlPlane.metadata: annotations labels
controlPlane.readinessGates: conditionType polarity
controlPlane.variables: overrides
controlPlane.variables.overrides: name value
variables: name value
workers: machineDeployments machinePools
workers.machineDeployments: class deletion failureDomain healthCheck metadata minReadySeconds name readinessGates replicas rollout variables
workers.machineDeployments.deletion: nodeDeletionTimeoutSeconds nodeDrainTimeoutSeconds nodeVolumeDetachTimeoutSeconds order
workers.machineDeployments.healthCheck: checks enabled remediation
workers.machineDeployments.healthCheck.checks: nodeStartupTimeoutSeconds unhealthyMachineConditions unhealthyNodeConditions
workers.machineDeployments.healthCheck.checks.unhealthyMachineConditions: status timeoutSeconds type
workers.machineDeployments.healthCheck.checks.unhealthyNodeConditions: status timeoutSeconds type
workers.machineDeployments.healthCheck.remediation: maxInFlight templateRef triggerIf
workers.machineDeployments.healthCheck.remediation.templateRef: apiVersion kind name
workers.machineDeployments.healthCheck.remediation.triggerIf: unhealthyInRange unhealthyLessThanOrEqualTo
workers.machineDeployments.metadata: annotations labels
workers.machineDeployments.readinessGates: conditionType polarity
workers.machineDeployments.rollout: strategy
workers.machineDeployments.rollout.strategy: rollingUpdate type
workers.machineDeployments.rollout.strategy.rollingUpdate: maxSurge maxUnavailable
workers.machineDeployments.variables: overrides
workers.machineDeployments.variables.overrides: name value
workers.machinePools: class deletion failureDomains metadata minReadySeconds name replicas variables
workers.machinePools.deletion: nodeDeletionTimeoutSeconds nodeDrainTimeoutSeconds nodeVolumeDetachTimeoutSeconds
workers.machinePools.metadata: annotations labels
workers.machinePools.variables: overrides
workers.machinePools.variables.overrides: name value
`),
};

/**
 * Fields of the variables of NKP's class for Nutanix.
 * @see nutanix-cloud-native/cluster-api-runtime-extensions-nutanix at a3310a60 (2026-08-06), api/v1alpha1/crds
 */
export const VARIABLE_FIELDS: Readonly<Record<string, FieldTable>> = {
  clusterConfig: tableOf(`
.: addons controlPlane dns encryptionAtRest etcd extraAPIServerCertSANs globalImageRegistryMirror imageRegistries kubeProxy kubernetesImageRepository maxParallelImagePullsPerNode ntp nutanix podSecurityAdmission proxy users
addons: ccm clusterAutoscaler cni cosi csi konnectorAgent nfd registry serviceLoadBalancer
addons.ccm: credentials strategy
addons.ccm.credentials: secretRef
addons.ccm.credentials.secretRef: name
addons.clusterAutoscaler: strategy
addons.cni: imagePullCredentials provider strategy values
addons.cni.imagePullCredentials: secretRef
addons.cni.imagePullCredentials.secretRef: name
addons.cni.values: sourceRef
addons.cni.values.sourceRef: kind name
addons.cosi: strategy
addons.csi: defaultStorage providers snapshotController
addons.csi.defaultStorage: provider storageClassConfig
addons.csi.providers: nutanix
addons.csi.providers.nutanix: credentials storageClassConfigs strategy
addons.csi.providers.nutanix.credentials: secretRef
addons.csi.providers.nutanix.credentials.secretRef: name
addons.csi.snapshotController: strategy
addons.konnectorAgent: credentials enableKubeconfigUpload
addons.konnectorAgent.credentials: secretRef
addons.konnectorAgent.credentials.secretRef: name
addons.nfd: strategy
addons.registry: provider
addons.serviceLoadBalancer: configuration provider
addons.serviceLoadBalancer.configuration: addressRanges
addons.serviceLoadBalancer.configuration.addressRanges: end start
controlPlane: autoRenewCertificates kubeletConfiguration nodeRegistration nutanix taints
controlPlane.autoRenewCertificates: daysBeforeExpiry
controlPlane.kubeletConfiguration: automaticReservations containerLogMaxFiles containerLogMaxSize cpuManagerPolicy enforceNodeAllocatable evictionHard evictionSoft evictionSoftGracePeriod imageGCHighThresholdPercent imageGCLowThresholdPercent kubeReserved maxParallelImagePulls maxPods memoryManagerPolicy podPidsLimit protectKernelDefaults seccompDefault shutdownGracePeriod shutdownGracePeriodCriticalPods systemReserved topologyManagerPolicy
controlPlane.kubeletConfiguration.automaticReservations: profile
controlPlane.nodeRegistration: ignorePreflightErrors
controlPlane.nutanix: failureDomains machineDetails
controlPlane.nutanix.machineDetails: additionalCategories bootType cluster gpus image imageLookup memorySize project subnets systemDiskSize vcpuSockets vcpusPerSocket
controlPlane.nutanix.machineDetails.additionalCategories: key value
controlPlane.nutanix.machineDetails.cluster: name type uuid
controlPlane.nutanix.machineDetails.gpus: deviceID name type
controlPlane.nutanix.machineDetails.image: name type uuid
controlPlane.nutanix.machineDetails.imageLookup: baseOS format
controlPlane.nutanix.machineDetails.project: name type uuid
controlPlane.nutanix.machineDetails.subnets: name type uuid
controlPlane.taints: effect key value
dns: coreDNS
dns.coreDNS: image
dns.coreDNS.image: repository tag
encryptionAtRest: providers
encryptionAtRest.providers: aescbc secretbox
etcd: image
etcd.image: repository tag
globalImageRegistryMirror: credentials url
globalImageRegistryMirror.credentials: secretRef
globalImageRegistryMirror.credentials.secretRef: name
imageRegistries: credentials url
imageRegistries.credentials: secretRef
imageRegistries.credentials.secretRef: name
kubeProxy: mode
ntp: servers
nutanix: controlPlaneEndpoint prismCentralEndpoint
nutanix.controlPlaneEndpoint: host port virtualIP
nutanix.controlPlaneEndpoint.virtualIP: configuration provider
nutanix.controlPlaneEndpoint.virtualIP.configuration: address port
nutanix.prismCentralEndpoint: additionalTrustBundle credentials insecure url
nutanix.prismCentralEndpoint.credentials: secretRef
nutanix.prismCentralEndpoint.credentials.secretRef: name
podSecurityAdmission: audit enforce exemptions warn
podSecurityAdmission.exemptions: namespaces runtimeClassNames usernames
proxy: additionalNo http https
users: hashedPassword name sshAuthorizedKeys sudo
`),
  workerConfig: tableOf(`
.: kubeletConfiguration nodeRegistration nutanix taints
kubeletConfiguration: automaticReservations containerLogMaxFiles containerLogMaxSize cpuManagerPolicy enforceNodeAllocatable evictionHard evictionSoft evictionSoftGracePeriod imageGCHighThresholdPercent imageGCLowThresholdPercent kubeReserved maxParallelImagePulls maxPods memoryManagerPolicy podPidsLimit protectKernelDefaults seccompDefault shutdownGracePeriod shutdownGracePeriodCriticalPods systemReserved topologyManagerPolicy
kubeletConfiguration.automaticReservations: profile
nodeRegistration: ignorePreflightErrors
nutanix: machineDetails
nutanix.machineDetails: additionalCategories bootType cluster gpus image imageLookup memorySize project subnets systemDiskSize vcpuSockets vcpusPerSocket
nutanix.machineDetails.additionalCategories: key value
nutanix.machineDetails.cluster: name type uuid
nutanix.machineDetails.gpus: deviceID name type
nutanix.machineDetails.image: name type uuid
nutanix.machineDetails.imageLookup: baseOS format
nutanix.machineDetails.project: name type uuid
nutanix.machineDetails.subnets: name type uuid
taints: effect key value
`),
};

function tableOf(text: string): FieldTable {
  const lines = text.trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [place = "", names = ""] = line.split(": ");
      return [place === "." ? "" : place, new Set(names.split(" "))];
    }),
  );
}

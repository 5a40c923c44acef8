import {
  type ClusterRole,
  chooseParameters,
  type Edition,
  type Parameter,
  type PlanInput,
  type PlanningContext,
  type PlatformCatalog,
  type PlatformComponent,
  type PriceBook,
  type PriceList,
  parseFleet,
  parsePriceBook,
  parsePriceList,
  type Settings,
  type StorageScheme,
} from "@nkp-planner/core";

const TOY_RELEASE = "nkp-1.0.0";

/**
 * A platform in round numbers, so that a plan can be worked out by hand:
 * - Starter cluster: control plane 3 × 2 vCPU/8 GiB, workers at least 2 × 4/8; its one application asks 2 vCPU, 2 GiB.
 * - Management cluster: 3 × 4/16, at least 4 × 8/32; its plane asks 4 × (3 vCPU, 4 GiB, 50 GiB of claims),
 *   and 1 vCPU a managed cluster.
 * - Attached cluster: 3 × 4/12, at least 4 × 8/12; its application asks 4 vCPU, 4 GiB.
 * - Management cluster of Starter: as a Starter cluster, and its watcher asks 0.5 vCPU a managed cluster. Under it: 3 × 2/6,
 *   at least 2 × 4/8; its application asks 1 vCPU, 1 GiB.
 * - Pro cluster: as the management cluster of Ultimate in size; its application asks 6 vCPU, 8 GiB.
 * - Every node runs an agent of 100m, 128 MiB. The kubelet keeps 128 MiB. Shapes: 4/8, 8/12 and 8/32.
 * - Rates: vCPU 10, GiB 2, storage 0.10; licences Starter 5, Pro 12, Ultimate 20 a vCPU; an hour 50.
 * - Hosts: 12 cores, 120 GiB, 10 TiB, of which the controller VM takes 2 cores and 20 GiB; 2 vCPU a core, filled to
 *   the brim: 20 vCPU, 100 GiB and 10,240 GiB each. Two copies of data, at least 3 hosts, one of them spare.
 * - With tenant-services=agents every node of a tenant's cluster runs a log agent of 400m, 512 MiB, and the central stack
 *   asks 2 vCPU, 4 GiB, 20 GiB of claims. By default: no services, no loss survived, pods arrive as listed.
 * - Labour: 2 hours a cluster and month; 3 hours an upgrade, one every 73 days.
 */
export function toyCatalog(): PlatformCatalog {
  const evidence = { confidence: "assumption" as const, sources: ["toy"] };
  const documented = { ...evidence, confidence: "documented" as const };
  const component = (
    name: string,
    cpuMillicores: number,
    memoryMiB: number,
    more: Partial<PlatformComponent> = {},
  ) => ({
    name,
    kind: "Deployment" as const,
    scale: "fixed" as const,
    replicas: 1,
    requests: { cpuMillicores, memoryMiB, storageGiB: null },
    priorityClass: null,
    ...evidence,
    ...more,
  });
  const application = (name: string, ...components: PlatformComponent[]) => ({
    name,
    version: "1.0.0",
    type: null,
    scope: "both" as const,
    licensedEditions: ["starter" as const, "pro" as const, "ultimate" as const],
    requires: [],
    worksWith: [],
    components,
    documentedMinimum: null,
    ...evidence,
  });
  const set = (edition: Edition, role: ClusterRole, ...applications: string[]) => ({
    edition,
    role,
    applications,
    ...documented,
  });
  /** One cluster of hosts a scale, with 10 hosts and 100 VMs each; the smallest in one VM and by command only. */
  const prismCentral = (id: string, vcpu: number, scale: number) => ({
    id,
    vcpu,
    memoryGiB: 4 * vcpu,
    diskGiB: 100,
    maximumPrismElementClusters: scale,
    maximumHosts: 10 * scale,
    maximumVms: 100 * scale,
    deployments: scale === 1 ? ["1-vm"] : ["1-vm", "3-vm"],
    unsupportedFor: scale === 1 ? ["marketplace"] : [],
    ...evidence,
  });
  const scheme = (
    parameter: StorageScheme["parameter"],
    option: string,
    more: Pick<StorageScheme, "storageFactor" | "minimumHosts"> & Partial<StorageScheme>,
  ) => ({ parameter, option, failuresTolerated: null, cvmMemoryAddGiB: 0, ...evidence, ...more });
  const group = (count: number, vcpu: number, memoryGiB: number) => ({ count, vcpu, memoryGiB, diskGiB: 100 });
  return {
    release: {
      id: TOY_RELEASE,
      version: "1.0.0",
      status: "ga",
      kubernetesVersion: "1.30",
      releasedOn: "2026-01-01",
      defaultSets: [
        set("starter", "self-managed", "starter-apps"),
        set("ultimate", "management", "management-apps"),
        set("ultimate", "attached", "attached-apps"),
        set("starter", "management", "starter-apps", "observers"),
        set("starter", "attached", "starter-attached-apps"),
        set("pro", "self-managed", "pro-apps"),
      ],
      applications: [
        application("starter-apps", component("console", 2000, 2048)),
        application(
          "management-apps",
          component("plane", 3000, 4096, {
            replicas: 4,
            requests: { cpuMillicores: 3000, memoryMiB: 4096, storageGiB: 50 },
          }),
          component("observer", 1000, 1024, { scale: "perManagedCluster" }),
        ),
        application("attached-apps", component("shipper", 4000, 4096)),
        application("observers", component("watcher", 500, 512, { scale: "perManagedCluster" })),
        application("starter-attached-apps", component("door", 1000, 1024)),
        application("pro-apps", component("suite", 6000, 8192)),
      ],
      ...evidence,
    },
    system: {
      everyCluster: [component("agent", 100, 128, { kind: "DaemonSet", scale: "perNode", replicas: null })],
      onManagingClusters: [],
      readFor: { release: TOY_RELEASE, ...evidence },
    },
    nodeMinimums: [
      {
        id: "starter",
        editions: ["starter"],
        role: "self-managed",
        controlPlane: group(3, 2, 8),
        worker: group(2, 4, 8),
        ...documented,
      },
      {
        id: "management",
        editions: ["ultimate"],
        role: "management",
        controlPlane: group(3, 4, 16),
        worker: group(4, 8, 32),
        ...documented,
      },
      {
        id: "attached",
        editions: ["ultimate"],
        role: "attached",
        controlPlane: group(3, 4, 12),
        worker: group(4, 8, 12),
        ...documented,
      },
      {
        id: "starter-management",
        editions: ["starter"],
        role: "management",
        controlPlane: group(3, 2, 8),
        worker: group(2, 4, 8),
        ...documented,
      },
      {
        id: "starter-attached",
        editions: ["starter"],
        role: "attached",
        controlPlane: group(3, 2, 6),
        worker: group(2, 4, 8),
        ...documented,
      },
      {
        id: "pro",
        editions: ["pro"],
        role: "self-managed",
        controlPlane: group(3, 4, 16),
        worker: group(4, 8, 32),
        ...documented,
      },
    ],
    nodeShapes: [
      { id: "small", shape: { vcpu: 4, memoryGiB: 8, diskGiB: 100 }, ...evidence },
      { id: "lean", shape: { vcpu: 8, memoryGiB: 12, diskGiB: 100 }, ...evidence },
      { id: "command-default", shape: { vcpu: 8, memoryGiB: 32, diskGiB: 100 }, ...evidence },
    ],
    prismCentralSizes: [prismCentral("x-small", 2, 1), prismCentral("small", 4, 10), prismCentral("large", 8, 100)],
    storageSchemes: [
      scheme("replication-factor", "2", { storageFactor: 2, minimumHosts: 3, failuresTolerated: 1 }),
      scheme("replication-factor", "3", {
        storageFactor: 3,
        minimumHosts: 5,
        failuresTolerated: 2,
        cvmMemoryAddGiB: 10,
      }),
      scheme("erasure-coding", "4-1", { storageFactor: 1.25, minimumHosts: 6 }),
    ],
    editions: [],
    reservationProfiles: [],
    priorityClasses: [],
    tenantServices: (["self-managed", "attached", "central"] as const).map((on) => ({
      level: "agents" as const,
      on,
      editions: on === "attached" ? ["starter", "pro", "ultimate"] : ["starter"],
      applications: [],
      backups: [],
      components:
        on === "central"
          ? [component("store", 2000, 4096, { requests: { cpuMillicores: 2000, memoryMiB: 4096, storageGiB: 20 } })]
          : [component("log-agent", 400, 512, { kind: "DaemonSet", scale: "perNode", replicas: null })],
      ...evidence,
    })),
    planeSizes: [],
    operatingLayers: [],
    versions: [],
    kubernetesSupport: [],
    upgradeFacts: { infrastructure: [], floors: [], couplingScopes: [], paths: [], risks: [] },
    sources: {},
  };
}

/** What no plan reads: the figure, or the options, the first one the default. */
const LIFECYCLE: readonly (readonly [id: string, ...(readonly string[] | readonly [number])])[] = [
  ["attached-minors-behind", 1],
  ["coupling-scope", "by-release", "workspace", "cluster"],
  ["upgrade-order", "vendor", "field-guide"],
  ["prism-central-of-tenants", "shared", "own"],
  ["outages-per-year", "unknown"],
  ["outage-hours", "unknown"],
  ["failed-upgrade-percent", "unknown"],
  ["failed-upgrade-hours", "unknown"],
  ["compromises-per-year", "unknown"],
  ["compromise-hours", "unknown"],
  ["upgrade-labour", "as-told", "flat", "counted"],
  ["when-window-ends", "wait", "force"],
  ["ready-after-days-fleet", 30],
  ["ready-after-days-own", 180],
  ["plane-delay-days", 10],
  ["minutes-per-node-upgraded", 5],
  ["minutes-per-plane-upgraded", 60],
  ["validation-hours", 2],
  ["coordination-hours", 1],
  ["plane-upgrade-notice-hours", 1],
];

/** The parameters the planner asks for, with round figures. */
export function toyParameters(): readonly Parameter[] {
  const number = (id: string, value: number): Parameter => parameter(id, [[String(value), value]]);
  const choice = (id: string, ...options: string[]): Parameter =>
    parameter(
      id,
      options.map((option) => [option, null]),
    );
  return [
    choice("floors", "documented", "none"),
    { ...number("attached-worker-floor", 4), appliesTo: { editions: ["pro", "ultimate"] } },
    number("control-plane-count", 3),
    choice("workload-node-shape", "fewest-vcpu", "cheapest", "documented-minimum", "command-default"),
    parameter("division-saving-percent", [
      ["never", null],
      ["least", 2],
    ]),
    parameter("clusters-per-plane", [
      ["any", null],
      ["third-party-least", 2],
      ["third-party-most", 4],
    ]),
    choice("platform-node-shape", "documented-minimum"),
    choice("tenant-services", "none", "agents", "full"),
    parameter("loss-survived", [
      ["none", 0],
      ["one-node", 1],
      ["zone", null],
    ]),
    number("zones", 1),
    number("surge-nodes", 1),
    number("headroom-percent", 0),
    number("headroom-pods", 0),
    number("growth-percent-per-year", 0),
    number("planning-horizon-months", 12),
    number("arrival-orders", 1),
    number("nodes-per-cluster", 5000),
    number("vm-memory-kept-percent", 0),
    choice("kubelet-reservations", "none"),
    number("pods-per-node", 110),
    number("eviction-memory-mib", 128),
    number("reserved-cpu-millicores", 0),
    number("reserved-memory-mib", 0),
    number("ceph-storage-nodes", 4),
    choice("licensed-vcpu", "worker", "all"),
    choice("starter-licence", "paid", "included"),
    number("support-window-attached", 1),
    number("support-window-self-managed", 3),
    number("days-between-minors", 73),
    ...["management", "attached", "self-managed"].flatMap((role) => [
      number(`operations-hours-${role}`, 2),
      number(`upgrade-hours-${role}`, 3),
    ]),
    choice("shared-cost", "by-requests", "uniform", "by-nodes", "by-weights"),
    number("onboarding-hours", 10),
    number("reshape-hours-per-cluster", 8),
    number("reshape-payback-months", 12),
    number("churn-percent-per-year", 0),
    number("new-tenants-per-year", 0),
    choice("agreed-prices", "kept", "ignored"),
    choice("host-profile", "12x120x10"),
    { ...number("host-gpus", 0), appliesTo: { stage: "gpus" } },
    number("host-cvm-vcpu", 2),
    number("host-cvm-memory-gib", 20),
    number("vcpu-per-core", 2),
    parameter("replication-factor", [
      ["2", 2],
      ["3", 3],
    ]),
    parameter("erasure-coding", [
      ["none", null],
      ["4-1", 1.25],
    ]),
    number("host-spare", 1),
    number("host-cpu-threshold", 1),
    number("host-memory-threshold", 1),
    number("host-storage-threshold", 1),
    number("simultaneous-upgrades", 1),
    parameter("prism-central-deployment", [
      ["1-vm", 1],
      ["3-vm", 3],
    ]),
    choice("nkp-deployment", "marketplace", "command"),
    number("addresses-per-node", 1),
    number("api-server-addresses", 1),
    number("load-balancer-addresses", 1),
    number("subnet-reserved-addresses", 3),
    number("pod-network-prefix", 16),
    number("pod-node-prefix", 24),
    ...LIFECYCLE.map(([id, ...options]) => {
      const [standard] = options;
      const toy = typeof standard === "number" ? number(id, standard) : choice(id, ...(options as readonly string[]));
      return { ...toy, affects: "lifecycle" as const };
    }),
  ];
}

function parameter(id: string, options: readonly (readonly [string, number | null])[]): Parameter {
  return {
    id,
    title: id,
    description: id,
    unit: null,
    custom: id.endsWith("-shape")
      ? { kind: "shape" }
      : id === "host-profile"
        ? { kind: "host" }
        : { kind: "number", minimum: 0, maximum: 1_000_000, whole: false },
    affects: /hours|reshape|days-between|churn|new-tenants|shared-cost|agreed-prices|licensed-vcpu/.test(id)
      ? "price"
      : "structure",
    appliesTo: null,
    options: options.map(([option, value]) => ({
      id: option,
      title: option,
      value,
      confidence: "assumption",
      sources: [],
    })),
    default: options[0]?.[0] ?? "",
    defaultReason: "a toy",
    lastCheckedOn: "2026-01-01",
  };
}

const TOY_RATES = {
  "infrastructure-vcpu": ["vCPU-month", "10"],
  "infrastructure-memory": ["GiB-month", "2"],
  "infrastructure-storage": ["GiB-month", "0.10"],
  "license-starter": ["vCPU-month", "5"],
  "license-pro": ["vCPU-month", "12"],
  "license-ultimate": ["vCPU-month", "20"],
  labour: ["hour", "50"],
} as const;

/** What the toy's prices are made of. */
export const TOY_ITEMS: readonly object[] = Object.entries(TOY_RATES).map(([appliesTo, [unit, unitPrice]]) => ({
  sku: appliesTo,
  name: appliesTo,
  appliesTo,
  unit,
  unitPrice,
}));

/** The toy's prices, or others in their place. */
export function toyPriceBook(instead: object = {}): PriceBook {
  return parsePriceBook({
    apiVersion: "nkp-planner/v1",
    kind: "PriceBook",
    id: "toy",
    title: "Toy prices",
    currency: "EUR",
    validFrom: "2026-01-01",
    illustrative: true,
    items: TOY_ITEMS,
    ...instead,
  });
}

/** A price list of which a test writes what it is about. */
export function toyPriceList(fields: object): PriceList {
  return parsePriceList({
    apiVersion: "nkp-planner/v1",
    kind: "PriceList",
    id: "toy-list",
    title: "Toy price list",
    currency: "EUR",
    validFrom: "2026-01-01",
    illustrative: true,
    ...fields,
  });
}

export function toyContext(settings: Settings = {}): PlanningContext {
  return { catalog: toyCatalog(), choices: chooseParameters(toyParameters(), settings), priceBook: toyPriceBook() };
}

/** A tenant as a fleet file writes it; a test states only what it is about. */
export interface TenantDraft {
  readonly id?: string;
  readonly name?: string;
  readonly ref?: string;
  readonly workloads?: readonly object[];
  readonly demand?: object;
  readonly pools?: readonly object[];
  readonly upgradeCadence?: "fleet" | "own";
  readonly price?: { readonly monthly: string; readonly illustrative?: boolean };
  readonly contract?: object;
  readonly shareWeight?: number;
  readonly growthPercentPerYear?: number;
}

/** A fleet of tenants, each with nothing to run unless it says otherwise. */
export function fleetOf(...tenants: readonly TenantDraft[]): PlanInput {
  return parseFleet(fleetFile(...tenants));
}

/** The same as a file has it. */
export function fleetFile(...tenants: readonly TenantDraft[]): object {
  return {
    apiVersion: "nkp-planner/v1",
    kind: "Fleet",
    asOf: "2026-11-23",
    release: TOY_RELEASE,
    currency: "EUR",
    tenants: tenants.map(({ workloads, demand, ...tenant }, index) => ({
      id: `tenant-${index + 1}`,
      ...tenant,
      ...(demand === undefined ? { workloads: workloads ?? [] } : { demand }),
    })),
  };
}

/** Identical pods. */
export function pods(replicas: number, cpu: string, memory: string, storagePerReplica?: string): object {
  return {
    name: `pods-of-${cpu.toLowerCase()}`,
    replicas,
    requests: { cpu, memory },
    ...(storagePerReplica === undefined ? {} : { storagePerReplica }),
  };
}

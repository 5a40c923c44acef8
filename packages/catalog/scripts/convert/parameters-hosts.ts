import type { ParameterDraft } from "./parameter-draft.ts";

const SIZER_NOTE =
  "the level to which a vendor sizer is said to fill hosts; no page that says so was found, so it counts as assumed";
const INVENTED_HOST = "an invented host of a common size, no vendor's model; replace it by your own";

/** Levels, as shares of what the controller VM leaves. */
const CPU_LEVEL = 0.95;
const MEMORY_LEVEL = 0.95;
const SSD_LEVEL = 0.98;
const HDD_LEVEL = 0.9;
const THIRD_PARTY_CPU_LEVEL = 0.7;

/** More than any host holds, parts of cards included. */
const MOST_GPUS = 256;

const level = { unit: "ratio", custom: { kind: "number", minimum: 0.1, maximum: 1, whole: false } } as const;
const appliesTo = { stage: "hosts" } as const;

/** What node VMs run on: hosts, their controller VMs, copies of data, spare hosts. */
export const hostParameters: readonly ParameterDraft[] = [
  {
    id: "host-profile",
    title: "Host",
    description: "Physical cores, memory in GiB and raw flash in TiB of one AHV host; all hosts are alike.",
    unit: null,
    custom: { kind: "host" },
    appliesTo,
    options: [
      { id: "32x512x15", title: "32 cores, 512 GiB, 15 TiB raw", note: INVENTED_HOST },
      { id: "48x768x30", title: "48 cores, 768 GiB, 30 TiB raw", note: INVENTED_HOST },
      { id: "64x1024x60", title: "64 cores, 1,024 GiB, 60 TiB raw", note: INVENTED_HOST },
    ],
    default: "32x512x15",
    defaultReason: "The smallest of the illustrations: a small host makes lost room visible rather than hiding it.",
  },
  {
    id: "host-gpus",
    title: "GPUs of a host",
    description:
      "How many GPUs, or parts of them that a VM can have for itself, one host has for VMs, of whatever kind; a node that has any lies on a host with as many free, and none is shared.",
    unit: "GPUs",
    custom: { kind: "number", minimum: 0, maximum: MOST_GPUS, whole: true },
    appliesTo: { stage: "gpus" },
    options: [{ id: "none", title: "none", value: 0, note: "no public profile of a host with GPUs was found" }],
    default: "none",
    defaultReason: "A host has none unless somebody says so.",
  },
  {
    id: "host-cvm-vcpu",
    title: "vCPU of a controller VM",
    description: "Taken from the cores of every host before any other VM, one core a vCPU.",
    unit: "vCPU",
    custom: { kind: "number", minimum: 0, maximum: 64, whole: true },
    appliesTo,
    options: [
      { id: "sizer", title: "4, the sizer's default", from: "ahv.cvm.sizerCores", value: "value.defaultRaw" },
      {
        id: "sizer-database",
        title: "6, the sizer's for databases",
        from: "ahv.cvm.sizerCores",
        value: "value.database",
      },
      { id: "planning-low", title: "8", from: "ahv.cvm.planningRange", value: "value.vcpu.0" },
      { id: "planning-high", title: "16", from: "ahv.cvm.planningRange", value: "value.vcpu.1" },
    ],
    default: "planning-low",
    defaultReason: "The sizer's page has no date and names 4 to 6; the planning range for today's hosts starts at 8.",
  },
  {
    id: "host-cvm-memory-gib",
    title: "Memory of a controller VM",
    description: "Taken from the memory of every host before any other VM; three copies of data add to it.",
    unit: "GiB",
    custom: { kind: "number", minimum: 0, maximum: 512, whole: true },
    appliesTo,
    options: [
      {
        id: "sizer-server",
        title: "20, the sizer's for server virtualization",
        from: "ahv.cvm.sizerMemoryGiB",
        value: "value.serverVirtualization",
      },
      {
        id: "sizer-all-flash",
        title: "32, the sizer's for all-flash hosts",
        from: "ahv.cvm.sizerMemoryGiB",
        value: "value.allFlashHighPerformance",
      },
      { id: "planning-high", title: "64", from: "ahv.cvm.planningRange", value: "value.memoryGiB.1" },
    ],
    default: "sizer-all-flash",
    defaultReason: "The vendor's figure for all-flash hosts, and where the third-party planning range starts.",
  },
  {
    id: "vcpu-per-core",
    title: "vCPU per physical core",
    description: "How many vCPU of VMs share one core that the controller VM leaves.",
    unit: "vCPU per core",
    custom: { kind: "number", minimum: 0.5, maximum: 16, whole: false },
    appliesTo,
    options: [
      { id: "critical", title: "1", from: "ahv.vcpuPerPhysicalCore", value: "value.missionCritical.1" },
      { id: "general", title: "3", from: "ahv.vcpuPerPhysicalCore", value: "value.general.1" },
      { id: "contention", title: "5", from: "ahv.vcpuPerPhysicalCore", value: "value.vdiOrGeneralWithContention.1" },
    ],
    default: "general",
    defaultReason:
      "The most that the vendor's employee gives for general workloads without contention; set 1 for critical tenants.",
  },
  {
    id: "replication-factor",
    title: "Copies of data",
    description: "How often the storage below keeps each block.",
    unit: "copies",
    custom: null,
    appliesTo,
    options: [
      { id: "2", title: "2", from: "ahv.replicationFactor.0", value: "storageFactor" },
      { id: "3", title: "3", from: "ahv.replicationFactor.1", value: "storageFactor" },
    ],
    default: "2",
    defaultReason: "The vendor's lab sizes clusters with two copies and one spare host.",
  },
  {
    id: "erasure-coding",
    title: "Erasure coding",
    description: "Parity in place of whole copies; its factor then counts for all data, as if all of it were cold.",
    unit: null,
    custom: null,
    appliesTo,
    options: [
      { id: "none", title: "none: whole copies", note: "the factor of the copies counts" },
      { id: "4-1", title: "4 + 1", from: "ahv.erasureCoding.0", value: "storageFactor" },
      { id: "4-2", title: "4 + 2", from: "ahv.erasureCoding.1", value: "storageFactor" },
    ],
    default: "none",
    defaultReason: "Only data that is rarely written is coded; how much that is, no source says.",
  },
  {
    id: "host-spare",
    title: "Spare hosts",
    description: "How many hosts may fail at once with every VM still running.",
    unit: "hosts",
    custom: { kind: "number", minimum: 0, maximum: 10, whole: true },
    appliesTo,
    options: [
      { id: "n-plus-0", title: "N+0: none", value: 0, note: "VMs of a failed host stay down" },
      { id: "n-plus-1", title: "N+1: one", from: "ahv.hostFailureReserve", value: 1 },
      { id: "n-plus-2", title: "N+2: two", value: 2, note: "with three copies of data" },
    ],
    default: "n-plus-1",
    defaultReason: "The vendor's lab sizes compute and storage for the loss of one host where data has two copies.",
  },
  {
    id: "host-cpu-threshold",
    title: "CPU of a host that may be filled",
    description: "Share of the vCPU left by the controller VM that VMs may take.",
    ...level,
    appliesTo,
    options: [
      { id: "sizer", title: "95 %", value: CPU_LEVEL, note: SIZER_NOTE },
      { id: "planning", title: "70 %", from: "ahv.hostCpuTargetPercent", value: THIRD_PARTY_CPU_LEVEL },
    ],
    default: "sizer",
    defaultReason: "The ratio of vCPU to cores is the place for caution about CPU; both together would count it twice.",
  },
  {
    id: "host-memory-threshold",
    title: "Memory of a host that may be filled",
    description: "Share of the memory left by the controller VM that VMs may take; memory is not shared.",
    ...level,
    appliesTo,
    options: [{ id: "sizer", title: "95 %", value: MEMORY_LEVEL, note: SIZER_NOTE }],
    default: "sizer",
    defaultReason: "Leaves room for what the hypervisor itself needs, for which no figure was found.",
  },
  {
    id: "host-storage-threshold",
    title: "Storage of a host that may be filled",
    description: "Share of the raw storage of the hosts left after a failure that data and its copies may take.",
    ...level,
    appliesTo,
    options: [
      { id: "ssd", title: "98 %, for flash", value: SSD_LEVEL, note: SIZER_NOTE },
      { id: "hdd", title: "90 %, for disks", value: HDD_LEVEL, note: SIZER_NOTE },
      {
        id: "recommended",
        title: "90 %, the recommended most",
        cites: {
          source: "https://next.nutanix.com/how-it-works-22/recommended-maximum-storage-utilization-37234",
          confidence: "third-party",
        },
        value: HDD_LEVEL,
        note: "the vendor's community forum: 0.9 × what is left without the largest hosts that may fail",
      },
    ],
    default: "ssd",
    defaultReason:
      "Sizing to the level of a sizer; run the cluster below the forum's 90 %, which is the other reading.",
  },
  {
    id: "simultaneous-upgrades",
    title: "Clusters upgraded at the same time",
    description: "For how many upgrades at once the hosts keep room: each adds a node before it takes one away.",
    unit: "upgrades",
    custom: { kind: "number", minimum: 0, maximum: 100, whole: true },
    appliesTo,
    options: [{ id: "one", title: "1", value: 1, note: "one cluster after another; no source says how many" }],
    default: "one",
    defaultReason: "The least that lets a fleet be upgraded at all.",
  },
];

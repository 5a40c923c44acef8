import type { ServiceLine } from "./service-line.ts";

/** One kind of cost as outputs group it. */
interface CostDriverDefinition {
  readonly title: string;
  /** Which service such a cost belongs to, where it is not the platform's: overhead always is. */
  readonly service: ServiceLine;
  /** Whether it pays for what pods run on, so that it divides as their requests do. */
  readonly followsPods?: true;
  /** The total of a plan that makes such a cost larger or smaller. */
  readonly grownBy: "licensedVcpu" | "vcpu" | "memoryGiB" | "storageGiB" | "clusterCount" | "hostCount";
}

/** Every kind of cost, in the order outputs list them. A new one is a definition here, and a word of each format that has its own. */
const COST_DRIVERS = {
  license: { title: "Licences", service: "compute", grownBy: "licensedVcpu" },
  "infrastructure-license": {
    title: "Licences below and inside the VMs",
    service: "compute",
    followsPods: true,
    grownBy: "hostCount",
  },
  host: { title: "Hosts", service: "compute", followsPods: true, grownBy: "hostCount" },
  vcpu: {
    title: "Infrastructure, vCPU",
    service: "compute",
    followsPods: true,
    grownBy: "vcpu",
  },
  memory: {
    title: "Infrastructure, memory",
    service: "compute",
    followsPods: true,
    grownBy: "memoryGiB",
  },
  storage: {
    title: "Infrastructure, storage",
    service: "storage",
    followsPods: true,
    grownBy: "storageGiB",
  },
  power: {
    title: "Power, rack, cooling",
    service: "compute",
    followsPods: true,
    grownBy: "hostCount",
  },
  "prism-central": { title: "Prism Central", service: "platform", grownBy: "hostCount" },
  support: { title: "Support", service: "compute", grownBy: "clusterCount" },
  backup: { title: "Backup", service: "backup", grownBy: "storageGiB" },
  other: { title: "Other", service: "other", grownBy: "clusterCount" },
  labour: { title: "Labour", service: "platform", grownBy: "clusterCount" },
} as const satisfies Readonly<Record<string, CostDriverDefinition>>;

export type CostDriver = keyof typeof COST_DRIVERS;

export const costDrivers = Object.keys(COST_DRIVERS) as [CostDriver, ...CostDriver[]];

/** How people call a driver of cost. */
export function costDriverTitle(driver: CostDriver): string {
  return COST_DRIVERS[driver].title;
}

/** The definition of a kind of cost, with the fields that only some have. */
export function costDriverOf(driver: CostDriver): CostDriverDefinition {
  return COST_DRIVERS[driver];
}

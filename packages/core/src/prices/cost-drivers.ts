import type { ServiceLine } from "./service-line.ts";

/** One kind of cost as outputs group it. */
interface CostDriverRow {
  readonly title: string;
  /** Which service such a cost belongs to, where it is not the platform's: overhead always is. */
  readonly service: ServiceLine;
  /** Whether it pays for what pods run on, so that it divides as their requests do. */
  readonly followsPods?: true;
  /** The total of a plan that makes such a cost larger or smaller, and what it is counted in; clusters name themselves. */
  readonly quantity: {
    readonly figureId: "licensedVcpu" | "vcpu" | "memoryGiB" | "storageGiB" | "clusterCount" | "hostCount";
    readonly unit?: string;
  };
}

/** Every kind of cost, in the order outputs list them. A new one is a row here, and a word of each format that has its own. */
export const COST_DRIVERS = {
  license: { title: "Licences", service: "compute", quantity: { figureId: "licensedVcpu", unit: "vCPU" } },
  host: { title: "Hosts", service: "compute", followsPods: true, quantity: { figureId: "hostCount", unit: "hosts" } },
  vcpu: {
    title: "Infrastructure, vCPU",
    service: "compute",
    followsPods: true,
    quantity: { figureId: "vcpu", unit: "vCPU" },
  },
  memory: {
    title: "Infrastructure, memory",
    service: "compute",
    followsPods: true,
    quantity: { figureId: "memoryGiB", unit: "GiB" },
  },
  storage: {
    title: "Infrastructure, storage",
    service: "storage",
    followsPods: true,
    quantity: { figureId: "storageGiB", unit: "GiB" },
  },
  power: {
    title: "Power, rack, cooling",
    service: "compute",
    followsPods: true,
    quantity: { figureId: "hostCount", unit: "hosts" },
  },
  "prism-central": { title: "Prism Central", service: "platform", quantity: { figureId: "hostCount", unit: "hosts" } },
  support: { title: "Support", service: "compute", quantity: { figureId: "clusterCount" } },
  backup: { title: "Backup", service: "backup", quantity: { figureId: "storageGiB", unit: "GiB" } },
  other: { title: "Other", service: "other", quantity: { figureId: "clusterCount" } },
  labour: { title: "Labour", service: "platform", quantity: { figureId: "clusterCount" } },
} as const satisfies Readonly<Record<string, CostDriverRow>>;

export type CostDriver = keyof typeof COST_DRIVERS;

export const costDrivers = Object.keys(COST_DRIVERS) as [CostDriver, ...CostDriver[]];

export function costDriverTitle(driver: CostDriver): string {
  return COST_DRIVERS[driver].title;
}

/** The row of a kind of cost, with the fields that only some rows have. */
export function costDriverOf(driver: CostDriver): CostDriverRow {
  return COST_DRIVERS[driver];
}

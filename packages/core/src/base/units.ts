/** What pods ask for and nodes have, in the scheduler's own units. All three are whole numbers. */
export interface Resources {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  /** Persistent volume claims, as the claim sees them: before any replication by the storage below. */
  readonly storageBytes: number;
}

export const MILLICORES_PER_VCPU = 1000;
/** Bytes of a MiB. */
export const BYTES_PER_MIB = 2 ** 20;
/** Bytes of a GiB. */
export const BYTES_PER_GIB = 2 ** 30;
export const GIB_PER_TIB = 2 ** 10;
export const MONTHS_PER_YEAR = 12;
export const DAYS_PER_YEAR = 365;
const HOURS_PER_DAY = 24;
export const MINUTES_PER_HOUR = 60;
/** 730: by which prices an hour and prices a month are converted, unless the price book says another number. */
export const HOURS_PER_MONTH = (HOURS_PER_DAY * DAYS_PER_YEAR) / MONTHS_PER_YEAR;
export const WATTS_PER_KILOWATT = 1000;

export const NOTHING: Resources = { cpuMillicores: 0, memoryBytes: 0, storageBytes: 0 };

/** Each of the three added: `addResources(node, pod).cpuMillicores`. */
export function addResources(a: Resources, b: Resources): Resources {
  return {
    cpuMillicores: a.cpuMillicores + b.cpuMillicores,
    memoryBytes: a.memoryBytes + b.memoryBytes,
    storageBytes: a.storageBytes + b.storageBytes,
  };
}

/** Each of the three taken away; what is left may be below zero. */
export function subtractResources(a: Resources, b: Resources): Resources {
  return addResources(a, multiplyResources(b, -1));
}

/** Each of the three so many times: `multiplyResources(requests, replicas)`. */
export function multiplyResources(resources: Resources, times: number): Resources {
  return {
    cpuMillicores: resources.cpuMillicores * times,
    memoryBytes: resources.memoryBytes * times,
    storageBytes: resources.storageBytes * times,
  };
}

/** All together; of none: nothing. */
export function sumResources(all: readonly Resources[]): Resources {
  return all.reduce(addResources, NOTHING);
}

/** Millicores as vCPU: 1500 → 1.5. */
export function vcpuOf(cpuMillicores: number): number {
  return cpuMillicores / MILLICORES_PER_VCPU;
}

/** Bytes as GiB (2³⁰ bytes), not rounded: a double divided by a power of two loses nothing: 1610612736 → 1.5. */
export function gibOf(bytes: number): number {
  return bytes / BYTES_PER_GIB;
}

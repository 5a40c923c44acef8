import { BYTES_PER_GIB, BYTES_PER_MIB } from "@nkp-planner/core";

const MILLICORES_PER_VCPU = 1000;
const BYTES_PER_KIB = 2 ** 10;

/** CPU and memory of one node, exactly: `8 vCPU and 16 GiB`. */
export function sizeText({
  cpuMillicores,
  memoryBytes,
}: {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
}): string {
  return `${cpuMillicores / MILLICORES_PER_VCPU} vCPU and ${memoryText(memoryBytes)}`;
}

/** In the largest unit of which it is a whole number. */
function memoryText(bytes: number): string {
  if (bytes % BYTES_PER_GIB === 0) return `${bytes / BYTES_PER_GIB} GiB`;
  if (bytes % BYTES_PER_MIB === 0) return `${bytes / BYTES_PER_MIB} MiB`;
  return `${Math.floor(bytes / BYTES_PER_KIB)} KiB`;
}

import { recordsOfCsv } from "../../text/csv-records.ts";
import { type EmittedFile, textOf } from "../emitted-file.ts";
import type { MachineReadBack, ReadBack } from "../making/read-back.ts";

const MILLICORES_PER_VCPU = 1000;
const BYTES_PER_GIB = 2 ** 30;

/** The machines and addresses of each cluster, in the order of the file. */
export function readBill(files: readonly EmittedFile[]): ReadBack {
  const text = files.filter(({ path }) => path === "bill-of-materials.csv").map(textOf);
  const rows = recordsOfCsv(text.join("").replaceAll("\n", "\r\n"));
  const clusters = new Map<string, { machines: MachineReadBack[]; addressCount: number }>();
  for (const { part, unit, cluster = "", quantity, vcpuEach, memoryGiBEach } of rows) {
    const found = clusters.get(cluster) ?? { machines: [], addressCount: 0 };
    if (part === "Nodes") {
      const machine = {
        cpuMillicores: Number(vcpuEach) * MILLICORES_PER_VCPU,
        memoryBytes: Number(memoryGiBEach) * BYTES_PER_GIB,
      };
      found.machines.push(...Array.from({ length: Number(quantity) }, () => machine));
    } else if (unit === "addresses") found.addressCount += Number(quantity);
    else continue;
    clusters.set(cluster, found);
  }
  return { clusters: [...clusters.values()] };
}

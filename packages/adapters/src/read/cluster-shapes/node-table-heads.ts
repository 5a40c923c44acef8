import { headKey } from "../vm-inventory/inventory-format.ts";

/** What is read of each row of a table of nodes. */
export interface NodeColumns {
  readonly name: number;
  readonly cpuMilli: number;
  readonly memoryMiB: number;
  /** -1: there is none. */
  readonly gpu: number;
  readonly model: number;
}

const HEADS: Readonly<Record<keyof NodeColumns, readonly string[]>> = {
  name: ["sn", "node", "nodename", "name", "hostname", "host"],
  cpuMilli: ["cpumilli", "cpumillicores", "millicores"],
  memoryMiB: ["memorymib", "memmib"],
  gpu: ["gpu", "gpus", "gpucount"],
  model: ["model", "gpumodel", "gputype"],
};

/** Columns of pods and tenants: a table that has one lists no nodes. */
const OTHERS = /^(qos|podphase|phase|gpumilli|numgpu|gpuspec|creationtime|pods?|namespace|tenant|customer|replicas)$/;

/** Where the columns of a table of nodes stand; undefined: it is none. */
export function nodeColumns(heads: readonly string[]): NodeColumns | undefined {
  const keys = heads.map(headKey);
  const of = (field: keyof NodeColumns) => keys.findIndex((key) => HEADS[field].includes(key));
  const columns = {
    name: of("name"),
    cpuMilli: of("cpuMilli"),
    memoryMiB: of("memoryMiB"),
    gpu: of("gpu"),
    model: of("model"),
  };
  const isNodes = columns.name >= 0 && columns.cpuMilli >= 0 && columns.memoryMiB >= 0;
  return isNodes && !keys.some((key) => OTHERS.test(key)) ? columns : undefined;
}

const DELIMITERS = [",", ";", "\t", "|"];

/** Whether the first line that says something names the columns of a table of nodes. */
export function isNodeTable(text: string): boolean {
  const [first = ""] = text
    .replace(/^\uFEFF/, "")
    .trimStart()
    .split(/\r?\n|\r/, 1);
  return first.length < LONGEST_HEAD && DELIMITERS.some((one) => nodeColumns(first.split(one)) !== undefined);
}

const LONGEST_HEAD = 10_000;

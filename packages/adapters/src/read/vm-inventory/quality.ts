import { headKey } from "./inventory-format.ts";
import type { InventoryOptions } from "./inventory-options.ts";
import type { JudgedList } from "./judged-list.ts";
import { othersNotRead } from "./others-not-read.ts";
import { sheetsOfUse } from "./used-sheets.ts";
import type { Vm, Vms, VmTable } from "./vm-table.ts";

const MOST_NAMES = 8;
const TENTH = 10;

/** What the sizes rest on, what is not in them, and what of the list is doubtful: a sentence each. */
export function qualityOf(list: JudgedList, options: InventoryOptions): readonly string[] {
  const { table, format, columns, vms, counted, stored, badCount } = list;
  const disk = columns.diskMiB === undefined ? undefined : table.heads[columns.diskMiB];
  const read = options.countsUsed ? sheetsOfUse(format.used) : [];
  const otherSheets = (list.otherSheets ?? []).filter((name) => !read.includes(name));
  const said = (all: readonly Vm[], sentence: (names: string) => string) =>
    all.length === 0 ? [] : [sentence(namesOf(all))];
  const off = vms.filter(({ isOn }) => isOn === false);
  return [
    `Read as ${format.title}. ${basisOf(list, options)}; the largest pod has the most of either.`,
    ...said(
      options.countsUsed
        ? counted.filter((vm) => list.used?.vcpuOf(vm) == null || list.used.memoryMiBOf(vm) == null)
        : [],
      (names) => `What these used is not known; of that their size counts: ${names}.`,
    ),
    disk === undefined
      ? "No column says what disks have: storage is not known, and not counted."
      : `Storage is ${disk} of all VMs that are no templates, those that are off included.`,
    ...said(
      stored.filter(({ diskMiB }) => disk !== undefined && diskMiB === null),
      (names) => `Disks of these are not known, and not counted: ${names}.`,
    ),
    ...(badCount === 0 ? [] : [`Of ${badCount} VMs that cannot be read nothing is counted, their disks included.`]),
    ...said(
      counted.filter(({ isOn }) => isOn === null),
      (names) => `Whether they run is not said; they are counted: ${names}.`,
    ),
    ...said(
      stored.filter(({ diskMiB, usedMiB }) => diskMiB !== null && usedMiB !== null && usedMiB > diskMiB),
      (names) => `Disks of these have more in use than they have, by the list: ${names}.`,
    ),
    ...(decimalNamed(table, columns)
      ? ["MB and GB in names of columns are taken as MiB and GiB, as VMs have them."]
      : []),
    ...(off.length * TENTH > vms.length
      ? [`${off.length} of ${vms.length} VMs are off, more than a tenth: are they still wanted?`]
      : []),
    ...said(twice(counted), (names) => `Names that several VMs have, each of which is counted: ${names}.`),
    ...(options.tenantBy === undefined ? tellingApart(table, counted) : []),
    ...othersNotRead("sheets", otherSheets),
    ...notReadColumns(table, columns, options),
  ];
}

function twice(vms: readonly Vm[]): readonly Vm[] {
  const seen = new Set<string>();
  return vms.filter(({ name }) => seen.has(name) || seen.add(name).size === 0);
}

/** What a pod requests of a VM. */
function basisOf({ format, used }: JudgedList, { countsUsed, factors: { cpu, memory } }: InventoryOptions): string {
  if (countsUsed && used !== undefined)
    return `Each VM that counts is one pod that requests what it used ${format.used?.when ?? ""}: vCPU times ${cpu}, memory times ${memory}`;
  return `Each VM that counts is one pod that requests its vCPU times ${cpu} and its memory times ${memory}`;
}

/** Whether a column of sizes that is read is named by a decimal unit, as tools call binary ones. */
function decimalNamed({ heads }: VmTable, { memoryMiB, diskMiB }: Vms["columns"]): boolean {
  return [memoryMiB, diskMiB].some((index) => index !== undefined && /[mg]b$/.test(headKey(heads[index] ?? "")));
}

/** Columns by which tenants are often told apart. */
const TELLING = ["Folder", "Resource pool", "Cluster", "Cluster Name", "Datacenter", "Annotation", "owner"].map(
  headKey,
);
const MOST_COLUMNS = 5;

function tellingApart({ heads }: VmTable, vms: readonly Vm[]): readonly string[] {
  const found = heads.flatMap((head, index) => {
    const values = new Set(vms.map(({ row }) => (row.cells[index] ?? "").trim()).filter((text) => text !== ""));
    return TELLING.includes(headKey(head)) && values.size > 1 ? [`${head} (${values.size} values)`] : [];
  });
  if (found.length === 0) return [];
  return [
    `All VMs are one tenant. What may tell tenants apart, for --tenant-by: ${found.slice(0, MOST_COLUMNS).join(", ")}.`,
  ];
}

const MOST_UNREAD = 12;

/** What nobody read of the list, by the names of its columns. */
function notReadColumns({ heads }: VmTable, columns: Vms["columns"], { tenantBy = "" }: InventoryOptions) {
  const read = new Set(Object.values(columns));
  const unread = heads.filter((head, index) => {
    const isTenant = headKey(head) === headKey(tenantBy) || headKey(tenantBy).startsWith(`${headKey(head)}tenant`);
    return head.trim() !== "" && !read.has(index) && !isTenant;
  });
  if (unread.length === 0) return [];
  const more = unread.length - MOST_UNREAD;
  return [`Columns not read: ${unread.slice(0, MOST_UNREAD).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`];
}

function namesOf(vms: readonly Vm[]): string {
  const names = [...new Set(vms.map(({ name }) => name))];
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

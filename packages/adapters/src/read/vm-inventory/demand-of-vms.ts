import type { Problem } from "@nkp-planner/core";
import { freeId, type TenantDraft, tenantIdOf } from "../../tables/tenant-draft.ts";
import { nameOfFile } from "../../text/name-of-file.ts";
import type { Place } from "../read-result.ts";
import type { ReadText } from "../reader.ts";
import { namesInWords } from "../workloads/names-in-words.ts";
import type { InventoryOptions } from "./inventory-options.ts";
import { type JudgedList, judged, type VmList } from "./judged-list.ts";
import { qualityOf } from "./quality.ts";
import { tenantKeysOf } from "./tenant-keys.ts";
import { tenantsBy, UNASSIGNED } from "./tenant-of-vm.ts";
import { demandOf, type SizedVm } from "./vm-demand.ts";
import { placeInRow, type Vm } from "./vm-table.ts";

interface TenantVms {
  /** Of its first VM. */
  readonly first: Place;
  readonly counted: SizedVm[];
  readonly stored: Vm[];
}

/** The VMs of one or more lists as tenants, and what became of each. A tenant of several lists is one. */
export function demandOfVms(lists: readonly VmList[], options: InventoryOptions): ReadText {
  const all = lists.map((list) => judged(list, options));
  const vmCount = all.reduce((sum, { vms }) => sum + vms.length, 0);
  const groups = new Map<string, TenantVms>();
  const silent = options.countsUsed ? all.find(({ used }) => used === undefined) : undefined;
  if (silent !== undefined) return without([{ ...nothingUsed(silent), file: silent.file }], vmCount);
  for (const list of all) {
    const tenantOf = tenantsBy(options.tenantBy, list.table, options.tenant ?? nameOfFile(list.file));
    if ("problem" in tenantOf) return without([{ ...tenantOf.problem, file: list.file }], vmCount);
    const groupOf = (vm: Vm) => {
      const first = { ...placeInRow(vm.row), file: list.file };
      const group = groups.get(tenantOf(vm)) ?? { first, counted: [], stored: [] };
      groups.set(tenantOf(vm), group);
      return group;
    };
    for (const vm of list.stored) groupOf(vm).stored.push(vm);
    for (const vm of list.counted) groupOf(vm).counted.push(sizedVm(vm, list, options));
  }
  const problems = all.flatMap(({ file, problems: unread, vmProblems }) =>
    [...unread, ...vmProblems].map((problem) => ({ ...problem, file })),
  );
  const excluded = new Map<string, number>();
  for (const list of all)
    for (const [reason, count] of list.excluded) excluded.set(reason, (excluded.get(reason) ?? 0) + count);
  if (all.every(({ counted }) => counted.length === 0))
    return without(problems.length > 0 ? problems : [nothingOn(vmCount, excluded)], vmCount);
  const ids = new Set<string>();
  const places = [...groups.values()].map(({ first }) => first);
  const sum = (of: (list: JudgedList) => number) => all.reduce((total, list) => total + of(list), 0);
  return {
    data: [...groups].map(
      ([name, group]): TenantDraft => ({
        id: freeId(tenantIdOf(name), ids),
        name,
        demand: demandOf(group.counted, group.stored, options.factors),
      }),
    ),
    problems,
    notices: [
      ...all.flatMap((list) => named(list, all, [...qualityOf(list, options), ...list.notices])),
      ...inSeveral(all),
      ...(groups.has(UNASSIGNED) ? [`What has no ${options.tenantBy ?? ""} is put together as unassigned.`] : []),
    ],
    report: {
      entries: "VMs",
      foundCount: sum(({ vms, problems: unread }) => vms.length + unread.length),
      usedCount: sum(({ counted }) => counted.length),
      excluded: [...excluded].map(([reason, count]) => ({ count, reason })),
      unreadableCount: sum(({ badCount, problems: unread }) => badCount + unread.length),
    },
    tenantKeys: tenantKeysOf(all),
    basis: basisOf(options),
    placeOf: ([index]) => places[Number(index)] ?? START,
  };
}

const START: Place = { line: 1, column: 1 };

function basisOf({ countsOff, countsUsed, factors: { cpu, memory } }: InventoryOptions): string {
  const times = Object.entries({ vCPU: cpu, memory }).filter(([, factor]) => factor !== 1);
  const said = times.map(([what, factor]) => `, ${what} × ${factor}`).join("");
  return `${countsUsed ? "use" : "size"} of VMs${countsOff ? "" : " that are on"}${said}`;
}

/** What is not known of a VM's use counts by its size, which is told. */
function sizedVm(vm: Vm, { used }: JudgedList, { countsUsed }: InventoryOptions): SizedVm {
  const [vcpu, memoryMiB] = [vm.vcpu ?? 0, vm.memoryMiB ?? 0];
  if (!countsUsed) return { vcpu, memoryMiB };
  return { vcpu: used?.vcpuOf(vm) ?? vcpu, memoryMiB: used?.memoryMiBOf(vm) ?? memoryMiB };
}

function nothingUsed({ format: { used, title } }: JudgedList): Problem {
  const sheets = used === undefined ? "" : `the sheets ${used.cpu.sheet} and ${used.memory.sheet}`;
  return {
    path: [],
    found: "nothing that says what VMs used",
    expected: sheets === "" ? "a tool that says it, such as Nutanix Collector" : `${sheets} in a workbook of ${title}`,
    fix: "give the workbook as the tool wrote it, or leave out --option mode=used",
    line: 1,
    column: 1,
  };
}

/** A page given twice, or exports that overlap, count VMs twice: only names tell, which is why it is said and not mended. */
function inSeveral(all: readonly JudgedList[]): readonly string[] {
  const names = all.map(({ counted }) => new Set(counted.map(({ name }) => name)));
  const repeated = names.flatMap((own, index) =>
    [...own].filter((name) => names.slice(0, index).some((earlier) => earlier.has(name))),
  );
  if (repeated.length === 0) return [];
  return [`VMs of these names stand in several files, and each is counted: ${namesInWords(repeated)}.`];
}

/** Of several lists each sentence says of which. */
function named({ file }: VmList, { length }: readonly VmList[], sentences: readonly string[]): readonly string[] {
  return length === 1 ? sentences : sentences.map((sentence) => `In ${file}: ${sentence}`);
}

function nothingOn(vmCount: number, excluded: ReadonlyMap<string, number>): Problem {
  const found = vmCount === 0 ? "no VMs" : `no VM that counts among ${vmCount}: ${[...excluded.keys()].join("; ")}`;
  return {
    path: [],
    found,
    expected: "VMs that are powered on",
    fix: "add --option power=all to count all",
    line: 1,
    column: 1,
  };
}

function without(problems: ReadText["problems"], vmCount: number): ReadText {
  const foundCount = Math.max(1, vmCount);
  return {
    data: null,
    problems,
    report: { entries: "VMs", foundCount, usedCount: 0, excluded: [], unreadableCount: foundCount },
  };
}

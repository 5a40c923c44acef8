import type { Problem } from "@nkp-planner/core";
import type { ObjectAt } from "../objects/objects.ts";
import { at, listAt, textAt } from "../objects/read-fields.ts";
import type { DeviceCount, PoolShape } from "./cluster-shape.ts";
import { bytesAt, countAt, cpuAt, shapeTitle } from "./shape-fields.ts";
import type { ShapeLedger } from "./shape-ledger.ts";
import type { PartPlaces, SizePart } from "./shape-places.ts";

/** What one machine has. */
export type MachineShape = Pick<PoolShape, "diskBytes" | "gpus"> & {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
};

type Path = Problem["path"];
type MachineReader = (ledger: ShapeLedger, object: ObjectAt, path: Path) => MachineShape | null;

const TEMPLATE = ["spec", "template", "spec"] as const;
const MILLICORES_PER_VCPU = 1000;
const BYTES_PER_MIB = 2 ** 20;
const BYTES_PER_GIB = 2 ** 30;

/** Where in a machine each of its sizes is said. */
type SizeFields = Readonly<Record<SizePart, string>>;

const OF_NUTANIX: SizeFields = { cpu: "vcpuSockets", memory: "memorySize", disk: "systemDiskSize" };
const OF_VSPHERE: SizeFields = { cpu: "numCPUs", memory: "memoryMiB", disk: "diskGiB" };

interface MachineKind {
  readonly path: Path;
  readonly read: MachineReader;
  readonly fields: SizeFields;
}

/** Kinds that say what a machine has: where, and how it is read. A new one is one line here. */
const MACHINE_KINDS: Readonly<Record<string, MachineKind>> = {
  NutanixMachineTemplate: { path: TEMPLATE, read: nutanixMachine, fields: OF_NUTANIX },
  NutanixMachineConfig: { path: ["spec"], read: nutanixMachine, fields: OF_NUTANIX },
  VSphereMachineTemplate: { path: TEMPLATE, read: vsphereMachine, fields: OF_VSPHERE },
  VSphereMachineConfig: { path: ["spec"], read: vsphereMachine, fields: OF_VSPHERE },
};

/** Where the sizes of a machine of Nutanix stand that is described at a path of an object. */
export function nutanixPlaces(object: ObjectAt, path: Path): Partial<PartPlaces> {
  return placesOf(object, path, OF_NUTANIX);
}

/** Where the sizes of a machine stand that has an object of its own; nothing of a kind that is not known. */
export function sizePlaces(object: ObjectAt): Partial<PartPlaces> {
  const kind = Object.hasOwn(MACHINE_KINDS, object.kind) ? MACHINE_KINDS[object.kind] : undefined;
  return kind === undefined ? {} : placesOf(object, kind.path, kind.fields);
}

function placesOf(object: ObjectAt, path: Path, fields: SizeFields): Partial<PartPlaces> {
  const said = Object.entries(fields).filter(([, field]) => at(object.data, ...path, field) !== undefined);
  return Object.fromEntries(said.map(([part, field]) => [part, { object, path: [...path, field] }]));
}

/** Whether an object describes machines, of whichever provider. */
export function isMachineKind({ kind }: ObjectAt): boolean {
  return /Machine(Pool)?(Template|Config)$/.test(kind);
}

/** undefined: of a provider whose machines say no size, or none that is read. null: it cannot be read, which is told. */
export function machineIn(ledger: ShapeLedger, object: ObjectAt): MachineShape | null | undefined {
  const kind = Object.hasOwn(MACHINE_KINDS, object.kind) ? MACHINE_KINDS[object.kind] : undefined;
  return kind === undefined ? ofStatus(ledger, object) : kind.read(ledger, object, kind.path);
}

/** Providers that know their machines write what one has for the autoscaler, which starts pools that have none yet. */
function ofStatus(ledger: ShapeLedger, object: ObjectAt): MachineShape | null | undefined {
  const cpuMillicores = cpuAt(ledger, object, ["status", "capacity", "cpu"]);
  const memoryBytes = bytesAt(ledger, object, ["status", "capacity", "memory"]);
  if (cpuMillicores === undefined || memoryBytes === undefined) return undefined;
  if (cpuMillicores === null || memoryBytes === null) return null;
  return { cpuMillicores, memoryBytes, diskBytes: null, gpus: [] };
}

/** A machine of Nutanix: sockets times vCPU of each, memory, and its disks. null: it cannot be read, which is told. */
export function nutanixMachine(ledger: ShapeLedger, object: ObjectAt, path: Path): MachineShape | null {
  const sockets = needed(countAt, ledger, object, [...path, "vcpuSockets"]);
  const perSocket = needed(countAt, ledger, object, [...path, "vcpusPerSocket"]);
  const memoryBytes = needed(bytesAt, ledger, object, [...path, "memorySize"]);
  const system = bytesAt(ledger, object, [...path, "systemDiskSize"]);
  const data = listAt(object.data, ...path, "dataDisks").map((_, index) =>
    bytesAt(ledger, object, [...path, "dataDisks", index, "diskSize"]),
  );
  if (sockets === null || perSocket === null || memoryBytes === null) return null;
  if (sockets === 0 || perSocket === 0) return withoutCpu(ledger, object, [...path, "vcpuSockets"]);
  const cpuMillicores = sockets * perSocket * MILLICORES_PER_VCPU;
  return { cpuMillicores, memoryBytes, diskBytes: sumOf([system, ...data]), gpus: gpusOf(object, path) };
}

function vsphereMachine(ledger: ShapeLedger, object: ObjectAt, path: Path): MachineShape | null {
  const cpus = needed(countAt, ledger, object, [...path, "numCPUs"]);
  const memory = needed(bytesAt, ledger, object, [...path, "memoryMiB"]);
  const disk = bytesAt(ledger, object, [...path, "diskGiB"]);
  if (cpus === null || memory === null) return null;
  if (cpus === 0) return withoutCpu(ledger, object, [...path, "numCPUs"]);
  return {
    cpuMillicores: cpus * MILLICORES_PER_VCPU,
    memoryBytes: memory * BYTES_PER_MIB,
    diskBytes: typeof disk === "number" ? disk * BYTES_PER_GIB : null,
    gpus: [],
  };
}

function withoutCpu(ledger: ShapeLedger, object: ObjectAt, path: Path): null {
  const found = `0 vCPU in ${shapeTitle(object)}`;
  return ledger.refuse(object, path, { found, expected: "at least 1", fix: "write how many there are" });
}

/** What is not there is told as well: it is not 0. */
function needed(read: typeof countAt, ledger: ShapeLedger, object: ObjectAt, path: Path): number | null {
  const value = read(ledger, object, path);
  if (value !== undefined) return value;
  return ledger.refuse(object, path, {
    found: `no ${path.at(-1)} in ${shapeTitle(object)}`,
    expected: "what one machine has: it is not known, which is not 0",
    fix: "add it",
  });
}

/** null: one of them is not known. */
function sumOf(sizes: readonly (number | null | undefined)[]): number | null {
  return sizes.reduce<number | null>(
    (sum, one) => (sum === null || one === null || one === undefined ? null : sum + one),
    0,
  );
}

/** GPUs of a machine, each entry one: by name, or by the number of the device. */
function gpusOf(object: ObjectAt, path: Path): readonly DeviceCount[] {
  const names = listAt(object.data, ...path, "gpus").map((gpu) => {
    const id = at(gpu, "deviceID");
    return textAt(gpu, "name") || (typeof id === "number" || typeof id === "string" ? `device ${id}` : "GPU");
  });
  return [...new Set(names)].map((name) => ({ name, count: names.filter((one) => one === name).length }));
}

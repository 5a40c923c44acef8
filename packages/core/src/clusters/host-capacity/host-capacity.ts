import type { ParameterId } from "../../base/parameter-ids.ts";
import { GIB_PER_TIB } from "../../base/units.ts";
import { evidenceOf } from "../../input/evidence.ts";
import { type Evidence, type NumberLine, productLine, quantityLine, sumOfLines } from "../../input/number-line.ts";
import type { Choices, HostProfile } from "../../input/parameters.ts";
import { choiceOf, numberOf, parseHostProfile } from "../../input/parameters.ts";
import type { HostStorage } from "./host-storage.ts";

/** An amount of the three things that VMs share on hosts, and of GPUs where any VM has one. */
export interface HostResources {
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly storageGiB: number;
  readonly gpuCount?: number;
}

/** What of a host VMs are placed by. */
export type HostRoom = Omit<HostResources, "storageGiB">;

/** The lines behind each of the three. */
export interface HostResourceLines {
  readonly vcpu: readonly NumberLine[];
  readonly memoryGiB: readonly NumberLine[];
  readonly storageGiB: readonly NumberLine[];
}

export interface HostCapacity {
  /** What one host offers to VMs and their data; storage is raw, before copies. */
  readonly usable: HostResources;
  readonly lines: HostResourceLines;
}

/** The host that the parameter `host-profile` names. @throws when it names none: a broken promise of the catalog */
export function hostProfileOf(choices: Choices): HostProfile {
  const { chosen } = choiceOf(choices, "host-profile");
  const profile = parseHostProfile(chosen);
  if (profile === null) throw new Error(`The catalog's host "${chosen}" is not cores x GiB x raw TiB.`);
  return profile;
}

/**
 * What one host offers:
 * - vCPU = (cores − controller VM's vCPU) × vCPU per core × threshold
 * - memory GiB = (memory − controller VM's memory) × threshold, one to one
 * - raw storage GiB = raw TiB × 1024 × threshold
 *
 * 32 cores, 8 for the controller VM, 3 vCPU a core, 95 %: 24 × 3 × 0.95 = 68.4 vCPU.
 * @param host where the host's sizes come from
 */
export function hostCapacityOf(
  profile: HostProfile,
  storage: HostStorage,
  choices: Choices,
  host: Evidence = evidenceOf(choiceOf(choices, "host-profile")),
): HostCapacity {
  const lines = {
    vcpu: vcpuLines(profile, choices),
    memoryGiB: memoryLines(profile, storage, choices, host),
    storageGiB: withThreshold(
      [productLine("Raw storage of a host", [profile.rawTiB, "TiB"], [GIB_PER_TIB, "GiB per TiB"], host)],
      "host-storage-threshold",
      "GiB",
      choices,
    ),
  };
  const usable = {
    vcpu: sumOfLines(lines.vcpu),
    memoryGiB: sumOfLines(lines.memoryGiB),
    storageGiB: sumOfLines(lines.storageGiB),
  };
  return { usable, lines };
}

function vcpuLines({ coreCount }: HostProfile, choices: Choices): readonly NumberLine[] {
  const vcpuPerCore = [numberOf(choices, "vcpu-per-core"), "vCPU per core"] as const;
  const controllerVm = numberOf(choices, "host-cvm-vcpu");
  return withThreshold(
    [
      productLine("Cores of a host", [coreCount, "cores"], vcpuPerCore, evidenceOf(choiceOf(choices, "vcpu-per-core"))),
      productLine(
        "Cores of the controller VM",
        [-controllerVm, "cores"],
        vcpuPerCore,
        evidenceOf(choiceOf(choices, "host-cvm-vcpu")),
      ),
    ],
    "host-cpu-threshold",
    "vCPU",
    choices,
  );
}

function memoryLines(
  { memoryGiB }: HostProfile,
  { cvmMemoryAddGiB, schemeEvidence }: HostStorage,
  choices: Choices,
  host: Evidence,
): readonly NumberLine[] {
  const controllerVm = numberOf(choices, "host-cvm-memory-gib");
  const added = quantityLine(
    "More memory of the controller VM for the copies",
    [-cvmMemoryAddGiB, "GiB"],
    schemeEvidence,
  );
  return withThreshold(
    [
      quantityLine("Memory of a host", [memoryGiB, "GiB"], host),
      quantityLine(
        "Memory of the controller VM",
        [-controllerVm, "GiB"],
        evidenceOf(choiceOf(choices, "host-cvm-memory-gib")),
      ),
      ...(cvmMemoryAddGiB === 0 ? [] : [added]),
    ],
    "host-memory-threshold",
    "GiB",
    choices,
  );
}

/** The lines, and one more for what the threshold keeps free of their sum. */
function withThreshold(
  lines: readonly NumberLine[],
  parameter: ParameterId,
  unit: string,
  choices: Choices,
): readonly NumberLine[] {
  const keptRatio = numberOf(choices, parameter) - 1;
  const kept = productLine(
    "Kept free",
    [sumOfLines(lines), unit],
    [keptRatio, "share"],
    evidenceOf(choiceOf(choices, parameter)),
  );
  return [...lines, kept];
}

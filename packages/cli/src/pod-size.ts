import {
  bytesOf,
  forgottenUnit,
  millicoresOf,
  nearestCpu,
  nearestQuantities,
  parseQuantity,
  parseSize,
} from "@nkp-planner/core";

/** What one pod asks for, and its volume. */
export interface PodSize {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  readonly storageBytes: number;
}

/** Reads `500m,2Gi,10Gi`. @throws SyntaxError saying what to write */
export function podSize(text: string): PodSize {
  const parts = text.split(",").map((part) => part.trim());
  const [cpu, memory, storage] = parts.map((part, index) => (index === 0 ? parseQuantity(part) : parseSize(part)));
  const isWhole = parts.length >= 2 && parts.length <= 3;
  if (!isWhole || cpu == null || memory == null || storage === null || cpu < 0n || memory < 0n) {
    const near = parts.flatMap((part, index) => nearPart(part, index === 0));
    const fix = near.length > 0 ? near.join(", ") : "write CPU,MEMORY or CPU,MEMORY,STORAGE such as 500m,2Gi,10Gi";
    throw new SyntaxError(`${JSON.stringify(text)} is no pod: ${fix}`);
  }
  const size = { cpuMillicores: millicoresOf(cpu), memoryBytes: bytesOf(memory), storageBytes: bytesOf(storage ?? 0n) };
  const [, memoryText = "", storageText = ""] = parts;
  const forgotten = forgottenUnit(memoryText, size.memoryBytes) ?? forgottenUnit(storageText, size.storageBytes);
  if (forgotten !== undefined)
    throw new SyntaxError(`${JSON.stringify(text)} is no pod: expected ${forgotten.expected}; ${forgotten.fix}`);
  return size;
}

/** What was probably meant by a part that is no quantity. */
function nearPart(part: string, isCpu: boolean): readonly string[] {
  const [near] = isCpu ? nearestCpu(part) : nearestQuantities(part);
  return parseSize(part) !== null || near === undefined ? [] : [`write "${near}" for "${part}"`];
}

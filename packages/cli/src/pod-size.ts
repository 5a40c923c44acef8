import { bytesOf, millicoresOf, nearestCpu, nearestQuantities, parseQuantity } from "@nkp-planner/core";

/** What one pod asks for, and its volume. */
export interface PodSize {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  readonly storageBytes: number;
}

/** No pod and no volume is smaller: a number below it was meant in another unit. */
const SMALLEST_BYTES = 2 ** 20;

/** Reads `500m,2Gi,10Gi`. @throws SyntaxError saying what to write */
export function podSize(text: string): PodSize {
  const parts = text.split(",").map((part) => part.trim());
  const [cpu, memory, storage] = parts.map(parseQuantity);
  const isWhole = parts.length >= 2 && parts.length <= 3;
  if (!isWhole || cpu == null || memory == null || storage === null || cpu < 0n || memory < 0n) {
    const near = parts.flatMap((part, index) => nearPart(part, index === 0));
    const fix = near.length > 0 ? near.join(", ") : "write CPU,MEMORY or CPU,MEMORY,STORAGE such as 500m,2Gi,10Gi";
    throw new SyntaxError(`${JSON.stringify(text)} is no pod: ${fix}`);
  }
  const bare = parts
    .slice(1)
    .find((part) => /^[\d.]+$/.test(part) && Number(part) > 0 && Number(part) < SMALLEST_BYTES);
  if (bare !== undefined)
    throw new SyntaxError(
      `${JSON.stringify(text)} is no pod: ${bare} without a unit is bytes; write ${bare}Gi or ${bare}Mi`,
    );
  return {
    cpuMillicores: millicoresOf(cpu),
    memoryBytes: bytesOf(memory),
    storageBytes: storage === undefined ? 0 : bytesOf(storage),
  };
}

/** What was probably meant by a part that is no quantity. */
function nearPart(part: string, isCpu: boolean): readonly string[] {
  const [near] = isCpu ? nearestCpu(part) : nearestQuantities(part);
  return parseQuantity(part) !== null || near === undefined ? [] : [`write "${near}" for "${part}"`];
}

import type { MessageValue } from "../../base/findings/messages.ts";
import { BYTES_PER_GIB, BYTES_PER_MIB, gibOf, vcpuOf } from "../../base/units.ts";

/** Values of sentences, as rules write them. */

export const text = (value: string): MessageValue => ({ kind: "text", value });
/** What something is called: never changed, not even at the beginning of a sentence. */
export const named = (value: string): MessageValue => ({ kind: "name", value });
export const list = (value: readonly string[]): MessageValue => ({ kind: "list", value });
export const count = (value: number, unit?: string): MessageValue => ({
  kind: "number",
  value,
  ...(unit === undefined ? {} : { unit }),
});

/** What volume claims come to, in GiB. */
export function volumeFigure(storageBytes: number): MessageValue {
  return count(gibOf(storageBytes), "GiB");
}

/** CPU and memory as two figures: vCPU, and GiB or, where there is less than one, MiB. */
export function sizeFigures(
  { cpuMillicores, memoryBytes }: { readonly cpuMillicores: number | null; readonly memoryBytes: number | null },
  [cpu, memory]: readonly [string, string] = ["cpu", "memory"],
): Readonly<Record<string, MessageValue>> {
  const bytes = memoryBytes ?? 0;
  return {
    [cpu]: count(vcpuOf(cpuMillicores ?? 0), "vCPU"),
    [memory]: bytes < BYTES_PER_GIB ? count(Math.round(bytes / BYTES_PER_MIB), "MiB") : count(gibOf(bytes), "GiB"),
  };
}

import { type NanoUnits, type Problem, readQuantity } from "@nkp-planner/core";
import { type Basis, type Sized, type Sizes, titleOf } from "./sized.ts";
import type { SizingOptions } from "./sizing-options.ts";

/** What stands for a size that the file does not have. */
export type Filled = "usage" | "default-requests";

/** A container with the sizes that it is planned with. */
export interface Chosen {
  readonly one: Sized;
  readonly cpuNano: NanoUnits;
  readonly memoryNano: NanoUnits;
  readonly filled: ReadonlySet<Filled>;
}

/** Takes sizes by one basis, or what is to stand for them; what is not known is a problem at its place, and never 0. */
export function chosenSizes(
  one: Sized,
  basis: Basis,
  { fillsByUsage, defaults }: Pick<SizingOptions, "fillsByUsage" | "defaults">,
): Chosen | Problem {
  const filled = new Set<Filled>();
  const sizeOf = (key: keyof Sizes, name: "cpu" | "memory"): NanoUnits | null => {
    const own = one.sizes[basis][key];
    if (own !== null) return own;
    const used = fillsByUsage ? one.sizes.usage[key] : null;
    if (used !== null) {
      filled.add("usage");
      return used;
    }
    const read = defaults === undefined ? undefined : readQuantity(defaults[name]);
    if (read?.ok !== true) return null;
    filled.add("default-requests");
    return read.quantity.nano * BigInt(one.isSum ? (one.podCount ?? 1) : 1);
  };
  const [cpuNano, memoryNano] = [sizeOf("cpuNano", "cpu"), sizeOf("memoryNano", "memory")];
  if (cpuNano === null || memoryNano === null)
    return unknownSize(one, basis, [...(cpuNano === null ? ["CPU"] : []), ...(memoryNano === null ? ["memory"] : [])]);
  return { one, cpuNano, memoryNano, filled };
}

const WORDS: Readonly<Record<Basis, string>> = {
  requests: "request",
  recommendation: "recommendation",
  usage: "usage",
};

function unknownSize(one: Sized, basis: Basis, missing: readonly string[]): Problem {
  const container = one.container === "" ? "" : `, container ${one.container}`;
  const hint = one.hint === "" ? "" : ` (${one.hint})`;
  const byUsage = one.sizes.usage.cpuNano === null ? "" : ", take what is used with --option missing=usage";
  const byRequests =
    basis === "recommendation" && one.sizes.requests.cpuNano !== null
      ? ", take all by requests with --option basis=requests"
      : "";
  return {
    path: [],
    found: `no ${WORDS[basis]} for ${missing.join(" and ")} of ${titleOf(one)}${container}${hint}`,
    expected: "a size: what it needs is not known, which is not 0",
    fix: `say what such containers are taken for with --option default-requests=100m/128Mi${byUsage}${byRequests}, or leave it out with --skip-unreadable`,
    ...one.placeOf(),
  };
}

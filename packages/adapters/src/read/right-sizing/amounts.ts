import { type NanoUnits, type Problem, readQuantity, shown } from "@nkp-planner/core";
import type { Place } from "../read-result.ts";
import type { Sizes } from "./sized.ts";

/** A number or a quantity of a file. */
export interface Amount {
  /** null: it is not known. */
  readonly nano: NanoUnits | null;
  /** What stands there where that is no amount, as tools write what they do not know: `?`, `NaN`. */
  readonly hint: string;
  /** Whether it is neither an amount nor a way to say that none is known. */
  readonly isOdd: boolean;
}

const NOTHING: Amount = { nano: null, hint: "", isOdd: false };
/** As tools write what they do not know. */
const NOT_KNOWN = /^(\?|unset|none|null|nan|n\/a|-|<unknown>|[+-]?inf(inity)?)$/i;
const LONGEST = 64;
/** A petabyte is more than any node has, and a million cores too. */
const MOST_UNITS = 1_125_899_906_842_624n;
const NANO = 1_000_000_000n;

/** Reads a number as JSON has it, or a text as Kubernetes or Prometheus writes it; exact, and never below zero. */
export function amountOf(value: unknown): Amount {
  if (value === undefined || value === null || value === "") return NOTHING;
  if (typeof value !== "number" && typeof value !== "string") return odd(value);
  const text = String(value).trim();
  if (NOT_KNOWN.test(text)) return { nano: null, hint: text, isOdd: false };
  if (!/\d/.test(text) || text.length > LONGEST || /e[+-]?\d{3}/i.test(text)) return odd(value);
  const read = readQuantity(text);
  if (!read.ok || read.quantity.nano < 0n || read.quantity.nano > MOST_UNITS * NANO) return odd(value);
  return { nano: read.quantity.nano, hint: "", isOdd: false };
}

function odd(value: unknown): Amount {
  return { nano: null, hint: shown(value), isOdd: true };
}

/** Two amounts with what is wrong with them. */
export interface ReadSizes {
  readonly sizes: Sizes;
  readonly hint: string;
  readonly problems: readonly Problem[];
}

/** CPU and memory of something, with a problem for each that is no amount. @param of for sentences: `Deployment shop/web` */
export function sizesOf(cpu: unknown, memory: unknown, of: string, placeOf: (which: string) => Place): ReadSizes {
  const [cpuRead, memoryRead] = [amountOf(cpu), amountOf(memory)];
  const problems = ([["CPU", "cpu", cpuRead] as const, ["memory", "memory", memoryRead] as const] as const).flatMap(
    ([name, key, { isOdd, hint }]): Problem[] =>
      isOdd
        ? [
            {
              path: [],
              found: `${hint} as ${name} of ${of}`,
              expected: name === "CPU" ? "cores from 0 on, such as 0.25 or 250m" : "bytes from 0 on",
              fix: "mend it, or leave it out with --skip-unreadable",
              ...placeOf(key),
            },
          ]
        : [],
  );
  const hint = [...new Set([cpuRead.hint, memoryRead.hint].filter((one) => one !== ""))].join(" and ");
  return { sizes: { cpuNano: cpuRead.nano, memoryNano: memoryRead.nano }, hint, problems };
}

/** What stands where the first says nothing: of a request that is left out, its limit. */
export function orElse(first: Sizes, second: Sizes): Sizes {
  return { cpuNano: first.cpuNano ?? second.cpuNano, memoryNano: first.memoryNano ?? second.memoryNano };
}

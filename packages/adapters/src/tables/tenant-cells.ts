import type { TenantColumn } from "./tenant-columns.ts";

/** A cell of numbers, taken apart: `€ 1.900,00`, `1,5 TiB`, `500m`, `15 %`. */
export interface CellParts {
  /** As it was written; which sign is before its fraction, the whole table tells. */
  readonly number: string;
  /** What follows the number as Kubernetes writes it: the cell's own unit before the column's. */
  readonly unit: string;
  readonly currency?: string;
}

/** null where nothing is said: empty, a dash, n/a. That is unknown, not 0. */
export function cellParts(text: string, { id, unit }: TenantColumn): CellParts | null {
  const bare = text.trim();
  if (/^(-|–|—|n\/?a)?$/i.test(bare)) return null;
  switch (id) {
    case "price":
      return amountParts(bare);
    case "growth":
      return { number: bare.replace(/\s?%$/, ""), unit: "" };
    case "vcpu":
    case "largestVcpu":
      return quantityParts(bare, unit, (suffix) => CPU_SUFFIXES[suffix]);
    case "memory":
    case "storage":
    case "largestMemory":
      return quantityParts(bare, unit, sizeUnit);
    default:
      return { number: bare, unit: "" };
  }
}

const SYMBOLS: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP" };

function amountParts(text: string): CellParts {
  const [, before, number = text, after] = /^([A-Z]{3}\b|[€£$])?\s*(.*?)\s*(\b[A-Z]{3}|[€£$])?$/.exec(text) ?? [];
  const sign = before ?? after;
  const currency = sign === undefined ? undefined : (SYMBOLS[sign] ?? (sign === "$" ? undefined : sign));
  return { number, unit: "", ...(currency === undefined ? {} : { currency }) };
}

const CPU_SUFFIXES: Readonly<Record<string, string>> = { m: "m", vCPU: "", vcpu: "", CPU: "", cpu: "", cores: "" };

/** `Gi`, `GiB`, `gib` are one, `GB` another. `g` or `m` alone is none: Kubernetes takes `m` for a thousandth. */
function sizeUnit(suffix: string): string | undefined {
  const [, prefix, binary = ""] = /^([MGTP])(i?)B?$/.exec(suffix) ?? /^([mgtp])(i?)b$|^([mgtp])i$/i.exec(suffix) ?? [];
  if (prefix !== undefined) return `${prefix.toUpperCase()}${binary.toLowerCase()}`;
  return /^[mgtp]i$/i.test(suffix) ? `${suffix.charAt(0).toUpperCase()}i` : undefined;
}

function quantityParts(text: string, unit: string, unitOf: (suffix: string) => string | undefined): CellParts {
  const [, number = text, suffix = ""] = /^(.*\d)\s*([A-Za-z]+)$/.exec(text) ?? [];
  const own = suffix === "" ? unit : unitOf(suffix);
  return own === undefined ? { number: text, unit } : { number, unit: own };
}

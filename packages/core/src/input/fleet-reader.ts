import { isSameData } from "../base/same-data.ts";
import { type PlanInput, parseFleet, type Tenant } from "./fleet.ts";
import type { WorkloadLibrary } from "./presets.ts";

interface Last {
  /** The fleet beside its tenants. */
  readonly head: Readonly<Record<string, unknown>>;
  readonly library: WorkloadLibrary | undefined;
  readonly input: PlanInput;
  readonly tenants: ReadonlyMap<unknown, { readonly raw: unknown; readonly tenant: Tenant }>;
}

/**
 * Reads fleets of which each is nearly the one before, as at a keystroke: tenants that are written as they were are taken
 * as they were read, the same objects. What it returns and throws is what `parseFleet` does.
 */
export class FleetReader {
  #last: Last | null = null;

  /** @throws InputError as `parseFleet` */
  read(value: unknown, subject: string, library?: WorkloadLibrary): PlanInput {
    const parts = partsOf(value);
    const input = (parts && this.#readChanged(parts, subject, library)) ?? parseFleet(value, subject, library);
    this.#last = parts && {
      head: parts.head,
      library,
      input,
      tenants: new Map(
        parts.tenants.map((raw, at) => [idOf(raw), { raw, tenant: input.tenants[at] as Tenant }] as const),
      ),
    };
    return input;
  }

  /** The fleet with only those read that are not as before; undefined where it is to be read as a whole. */
  #readChanged({ head, tenants }: Parts, subject: string, library?: WorkloadLibrary): PlanInput | undefined {
    const last = this.#last;
    if (last === null || last.library !== library || !isReadApart(last) || !isSameData(last.head, head))
      return undefined;
    if (new Set(tenants.map(idOf)).size < tenants.length) return undefined;
    const known = tenants.map((raw) => {
      const before = last.tenants.get(idOf(raw));
      return before !== undefined && isSameData(before.raw, raw) ? before.tenant : undefined;
    });
    const changed = tenants.filter((_, at) => known[at] === undefined);
    // Where all are new, to read them once as a whole costs less.
    if (changed.length > tenants.length / 2) return undefined;
    try {
      const read = parseFleet({ ...head, tenants: changed }, subject, library).tenants[Symbol.iterator]();
      return { ...last.input, tenants: known.map((tenant) => tenant ?? (read.next().value as Tenant)) };
    } catch {
      // Their places are those in the whole fleet.
      return undefined;
    }
  }
}

/** Whether nothing in the fleet is about several tenants but their ids, and nothing is said of how it is written. */
function isReadApart({ head, input }: Last): boolean {
  return input.hosting === undefined && input.said === undefined && head["placement"] === undefined;
}

interface Parts extends Pick<Last, "head"> {
  readonly tenants: readonly unknown[];
}

function partsOf(value: unknown): Parts | null {
  if (typeof value !== "object" || value === null) return null;
  const { tenants, ...head } = value as Readonly<Record<string, unknown>>;
  return Array.isArray(tenants) ? { head, tenants } : null;
}

function idOf(raw: unknown): unknown {
  return typeof raw === "object" && raw !== null && "id" in raw ? raw.id : undefined;
}

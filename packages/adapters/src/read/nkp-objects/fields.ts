import { addDays, type Problem, shown } from "@nkp-planner/core";
import * as z from "zod";
import { isRecord, type ObjectAt } from "../objects/objects.ts";

/** Reads fields of an object, and keeps what is wrong with them and what was left out. */
export class Fields {
  readonly problems: Problem[] = [];
  /** A sentence each. */
  readonly notices: string[] = [];
  readonly #object: ObjectAt;

  constructor(object: ObjectAt) {
    this.#object = object;
  }

  /** `Release 2.18.0`, for sentences. */
  get title(): string {
    const { kind, name } = this.#object;
    return name === "" ? `${kind} without a name` : `${kind} ${name.slice(0, LONGEST_NAME)}`;
  }

  /** What stands at a place; undefined: nothing. */
  at(...path: readonly (string | number)[]): unknown {
    let value: unknown = this.#object.data;
    for (const key of path) {
      if (typeof key === "number") value = Array.isArray(value) ? value[key] : undefined;
      else value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }
    return value ?? undefined;
  }

  /** null: it is missing, or a problem. */
  text(...path: readonly (string | number)[]): string | null {
    const value = this.at(...path);
    if (value === undefined || typeof value === "string") return value ?? null;
    return this.#refuse(path, value, "text", "write it in quotation marks");
  }

  /** A map; empty where it is missing, or a problem. */
  map(...path: readonly (string | number)[]): Readonly<Record<string, unknown>> {
    const value = this.at(...path);
    if (value === undefined || isRecord(value)) return value ?? {};
    return this.#refuse(path, value, "a map", "write what kubectl get … -o yaml prints") ?? {};
  }

  /** How many entries a list has; none where it is missing, or a problem. */
  count(...path: readonly (string | number)[]): number {
    const value = this.at(...path);
    if (value === undefined || Array.isArray(value)) return value?.length ?? 0;
    return this.#refuse(path, value, "a list", "write [ ] around it") ?? 0;
  }

  /** Texts of a list; entries that are none are problems. */
  texts(...path: readonly (string | number)[]): readonly string[] {
    return Array.from({ length: this.count(...path) }, (_, index) => this.text(...path, index) ?? []).flat();
  }

  flag(...path: readonly (string | number)[]): boolean | null {
    const value = this.at(...path);
    if (value === undefined || typeof value === "boolean") return value ?? null;
    return this.#refuse(path, value, "true or false", "write one of them");
  }

  /** A moment as Kubernetes writes it, in milliseconds from 1970 on. */
  moment(...path: readonly (string | number)[]): number | null {
    const written = this.text(...path);
    if (written === null) return null;
    const read = MOMENT.safeParse(written);
    if (read.success) return Date.parse(read.data);
    return this.#refuse(path, written, "a moment such as 2026-07-16T00:00:00Z", "write it as kubectl prints it");
  }

  /** The day of a moment, in UTC as Kubernetes writes it, or a day alone. */
  day(...path: readonly (string | number)[]): string | null {
    const written = this.at(...path);
    if (DAY.safeParse(written).success) return written as string;
    const moment = this.moment(...path);
    return moment === null ? null : dayOf(moment);
  }

  /** A version of three numbers. Of a build that is not released nothing is taken, and that is said. */
  version(...path: readonly (string | number)[]): string | null {
    const written = this.text(...path);
    if (written === null) return null;
    const [, version, rest = ""] = VERSION.exec(written) ?? [];
    if (version !== undefined && !rest.startsWith("-")) return version;
    const place = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
    this.notices.push(`${this.title}: ${shown(written)} in ${place.slice(1)} is no released version: left out.`);
    return null;
  }

  #refuse(path: readonly (string | number)[], value: unknown, expected: string, fix: string): null {
    const { path: own, placeOf } = this.#object;
    const whole = [...own, ...path];
    this.problems.push({ code: "wrong-form", path: whole, found: shown(value), expected, fix, ...placeOf(whole) });
    return null;
  }
}

const VERSION = /^v?(\d+\.\d+\.\d+)([-+].*)?$/;
const MOMENT = z.iso.datetime({ offset: true });
const DAY = z.iso.date();
/** Of names in Kubernetes. */
const LONGEST_NAME = 253;
const MILLISECONDS_PER_DAY = 86_400_000;
const FIRST_DAY = "1970-01-01";

function dayOf(moment: number): string {
  return addDays(FIRST_DAY, Math.max(0, Math.floor(moment / MILLISECONDS_PER_DAY)));
}

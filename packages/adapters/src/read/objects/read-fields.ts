import { isRecord } from "./objects.ts";

type Path = readonly (string | number)[];

/** What stands at a path of data; undefined: nothing. */
export function at(data: unknown, ...path: Path): unknown {
  return path.reduce<unknown>((here, key) => {
    if (Array.isArray(here)) return here[Number(key)];
    return isRecord(here) ? here[key] : undefined;
  }, data);
}

/** A text at a path; empty: none. */
export function textAt(data: unknown, ...path: Path): string {
  const value = at(data, ...path);
  return typeof value === "string" ? value : "";
}

export function listAt(data: unknown, ...path: Path): readonly unknown[] {
  const value = at(data, ...path);
  return Array.isArray(value) ? value : [];
}

/** A value that some tool is to put in yet: `${REPLICAS}`, `{{ .Values.replicas }}`, `$(CPU)`. */
export function isUnresolved(value: unknown): boolean {
  return typeof value === "string" && /\$\{|\{\{|\$\(/.test(value);
}

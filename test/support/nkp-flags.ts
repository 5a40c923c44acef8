import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect } from "vitest";

interface FlagTable {
  readonly flags: readonly { readonly name: string; readonly type: string; readonly since: string }[];
}

const TABLES: { readonly createCluster: FlagTable; readonly createNodepool: FlagTable } = JSON.parse(
  readFileSync(new URL("schemas/nkp-nutanix-flags.json", import.meta.url), "utf8"),
);

/** Arguments as the command takes them: what a list holds is a list, numbers are numbers. */
export type FlagsRead = Readonly<Record<string, string | number | true | readonly string[]>>;

/**
 * What a call of `nkp create` says, each flag held against the table of its release.
 * @throws a failed expectation where one is not there, comes twice, or has a value of another type
 */
export function flagsRead(
  argv: readonly string[],
  version: string,
): { readonly words: readonly string[]; readonly flags: FlagsRead } {
  const isFlag = (word: string) => word.startsWith("--");
  const start = argv.findIndex(isFlag);
  const words = argv.slice(0, start);
  const table = words[1] === "nodepool" ? TABLES.createNodepool : TABLES.createCluster;
  const flags: Record<string, FlagsRead[string]> = {};
  for (const argument of argv.slice(start)) {
    expect(argument).toMatch(/^--/);
    const [name = "", ...rest] = argument.split("=");
    const known = table.flags.find((flag) => flag.name === name);
    expect(known, `${words.join(" ")} ${name}`).toBeDefined();
    expect(isThere(known?.since ?? "", version), `${name} in ${version}`).toBe(true);
    expect(flags, name).not.toHaveProperty([name]);
    flags[name] = readValue(known?.type ?? "", rest.length === 0 ? null : rest.join("="));
  }
  return { words, flags };
}

/** `<=2.16.1`: seen in that release, and perhaps older; `2.17.x`: not before. */
function isThere(since: string, version: string): boolean {
  if (since.startsWith("<=")) return true;
  const minor = (text: string) => Number(text.split(".")[1]);
  return minor(version) >= minor(since);
}

/** As the library of the command reads it: lists are one record of CSV, and only what is true needs no value. */
function readValue(type: string, value: string | null): FlagsRead[string] {
  if (type === "bool") {
    expect([null, "true"]).toContain(value);
    return true;
  }
  expect(value).not.toBeNull();
  if (type === "int32") {
    expect(value).toMatch(/^\d+$/);
    return Number(value);
  }
  if (type !== "strings") return value ?? "";
  const { data, errors } = Papa.parse<string[]>(value ?? "", { delimiter: ",", newline: "\n" });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(1);
  return data[0] ?? [];
}

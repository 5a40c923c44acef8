import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fleetTextWith } from "./fleet-text.ts";

const FILE = `# Whose fleet this is
kind: Fleet   # a kind
apiVersion: 'nkp-planner/v1'

release: "nkp-2.17.1" # since May
asOf: 2026-11-23
currency: EUR
tenants:
    # the first one
    - id: orchid
      workloads:
        - { name: web, replicas: 3,   requests: { cpu: "1", memory: 1Gi } } # flow
    - {id: kite, preset: S}   # a line of one's own

    # to be added later
    # - id: later
note: "kept"
`;
const more = { id: "pelican", demand: { pods: 1, cpu: "1", memory: "1Gi" } };
const ADDED = `    - id: pelican
      demand:
        pods: 1
        cpu: "1"
        memory: 1Gi
`;
const bytes = (text: string) => new TextEncoder().encode(text);
const dataOf = (text: string, fields: object = {}) => {
  const data = parse(text);
  return { ...data, ...fields, tenants: [...data.tenants, more] };
};

describe("a fleet file that tenants join", () => {
  it("stays byte for byte what it was, but for what is new", () => {
    const at = FILE.indexOf("\n    # to be added");
    expect(fleetTextWith(bytes(FILE), dataOf(FILE))).toBe(FILE.slice(0, at) + ADDED + FILE.slice(at));
    const changed = fleetTextWith(bytes(FILE), dataOf(FILE, { release: "nkp-2.16.1" }));
    expect(changed.replace(ADDED, "")).toBe(FILE.replace('"nkp-2.17.1"', "nkp-2.16.1"));
  });

  it("keeps its ends of lines, and needs none at its end", () => {
    const windows = FILE.replaceAll("\n", "\r\n");
    expect(fleetTextWith(bytes(windows), dataOf(FILE)).replace(ADDED.replaceAll("\n", "\r\n"), "")).toBe(windows);
    const bare = "currency: EUR\ntenants:\n- id: kite\n  preset: S";
    expect(fleetTextWith(bytes(bare), dataOf(bare))).toBe(`${bare}\n${ADDED.replaceAll(/^ {4}/gm, "")}`);
  });

  it.each([
    ["a list in brackets", "# why\ncurrency: EUR\ntenants: [{ id: kite, preset: S }] # here\n"],
    ["an empty list", "# why\ncurrency: EUR\ntenants: []\n"],
    ["anchors", "# why\ncurrency: EUR\ntenants:\n  - &k { id: kite, preset: S }\n"],
  ])("with %s keeps its comments", (_, text) => {
    const written = fleetTextWith(bytes(text), dataOf(text));
    expect(written).toContain("# why");
    expect(parse(written)).toEqual(dataOf(text));
  });

  it("of JSON becomes YAML", () => {
    const text = JSON.stringify({ currency: "EUR", tenants: [] });
    expect(fleetTextWith(bytes(text), dataOf(text))).toBe(
      'currency: EUR\ntenants:\n  - id: pelican\n    demand:\n      pods: 1\n      cpu: "1"\n      memory: 1Gi\n',
    );
  });
});

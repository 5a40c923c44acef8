import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fleetYaml } from "../read/fleet-yaml.ts";
import { yamlFile } from "./yaml-file.ts";

describe("a YAML file", () => {
  it.each([
    "2026-11-24",
    "1e3",
    "0x1F",
    "012",
    "1_000",
    "~",
    "null",
    "yes",
    "true",
    "1.10",
    "",
    " padded ",
    "# no comment",
    "a: b",
    "- item",
    "*anchor",
    "!tag",
    "two\nlines\n",
    "trailing\n\n",
    "tab\there",
    "\u{1f600} ünï",
    "x".repeat(500),
  ])("keeps the text %j a text", (text) => {
    expect(parse(yamlFile({ text, [text]: 1, list: [text] }))).toEqual({ text, [text]: 1, list: [text] });
  });

  it("keeps numbers numbers, and leaves out what is not said", () => {
    const value = { whole: 4, part: 0.1, small: 1e-7, none: null, flag: false, missing: undefined };
    expect(parse(yamlFile(value))).toEqual({ whole: 4, part: 0.1, small: 1e-7, none: null, flag: false });
  });

  it("writes out what stands in two places: an anchor is no price to type over", () => {
    const price = { monthly: "10.00" };
    expect(yamlFile([price, price])).toBe('- monthly: "10.00"\n- monthly: "10.00"\n');
  });

  it("says its comment on one line, whatever is in it", () => {
    const text = yamlFile({ id: "a" }, "invented:\nid: b\r\n\u2028id: c");
    expect(text.split("\n")[0]).toBe("# invented: id: b id: c");
    expect(parse(text)).toEqual({ id: "a" });
  });

  it("is read back as the same fleet", async () => {
    const path = new URL("../../../../examples/msp-fleet.yaml", import.meta.url);
    const text = readFileSync(path, "utf8");
    const fleetIn = async (content: string) =>
      (await fleetYaml.read({ name: "", bytes: new TextEncoder().encode(content) })).value;
    const again = await fleetIn(yamlFile(parse(text)));
    expect(again).toEqual(await fleetIn(text));
    expect(again?.tenants.length).toBeGreaterThan(0);
  });
});

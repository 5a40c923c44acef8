import { describe, expect, it } from "vitest";
import { readYaml } from "../read/yaml-text.ts";
import { readJson } from "./json-text.ts";

const TEXT = `{
  "tenants": [
    { "id": "a" },
    { "id": "b{[\\"", "price": { "monthly": 12 } }
  ],
  "last": [[], {}, -1.5e3, true, null]
}`;
const LARGE = " ".repeat(300 * 1024);

describe("JSON", () => {
  it("is the data that it says", () => {
    expect(readJson(TEXT)?.data).toEqual(JSON.parse(TEXT));
  });

  it.each([
    [[], 1, 1],
    [["tenants"], 2, 14],
    [["tenants", 1, "id"], 4, 13],
    [["tenants", 1, "price", "monthly"], 4, 44],
    [["tenants", 1, "price", "yearly"], 4, 31],
    [["tenants", 7], 2, 14],
    [["last", 4], 6, 34],
  ])("has %j at line %i, column %i", (path, line, column) => {
    expect(readJson(TEXT)?.placeOf?.(path)).toEqual({ line, column });
  });

  it.each([
    ["a key twice", '{\n "a": 1,\n "a": 2 }', 'the key "a" a second time', 3, 2],
    ["too many levels", `{"a":${"[".repeat(200)}`, "lists or maps nested too deeply", 1, 105],
    ["two values", `[1] [2]${LARGE}`, '"["', 1, 5],
    ["a comma too many", `{"a": 1,}${LARGE}`, '"}"', 1, 9],
    ["no comma", `{"a": 1\n"b": 2}${LARGE}`, '"""', 2, 1],
    ["no colon", `{"a" 1}${LARGE}`, '"1"', 1, 6],
    ["an end too early", `${LARGE}{"a": [1`, "the end of the text", 1, LARGE.length + 9],
    ["a number of no form", `[01]${LARGE}`, '"0"', 1, 2],
    ["a string without end", `["a]${LARGE}`, '"""', 1, 2],
  ])("with %s is refused at its place", (_what, text, found, line, column) => {
    expect(readJson(text)?.problems).toMatchObject([{ found, line, column }]);
  });

  it("within whose strings something is wrong is refused", () => {
    expect(readJson('["\\x"]')?.problems).toHaveLength(1);
  });

  it.each([
    ["a comma that is missing", '{"a": 1\n "b": 2}', "a comma or }", 2],
    ["a list without an end", '{"a": [1, 2}', "a comma or ]", 1],
  ])("is told of in its own words where it is no YAML either: %s", (_what, text, expected, line) => {
    expect(readYaml(text).problems).toMatchObject([{ expected, line }]);
  });

  it.each(["", "a: 1", "[a, b]", "{a: 1} # a comment", '{"a": 1,}'])("may be YAML: %j", (text) => {
    expect(readJson(text)).toBeNull();
  });
});

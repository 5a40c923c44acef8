import { describe, expect, it } from "vitest";
import { visibleJson } from "./visible-json.ts";

const ASTRAL = String.fromCodePoint(0xe0041);

describe("JSON without anything invisible", () => {
  it.each([
    ["an escape sequence", "a\u001b[31m", String.raw`"a\u001b[31m"`],
    ["one of a single character", "a\u009b31m", String.raw`"a\u009b31m"`],
    ["what turns the direction", "a\u202eb", String.raw`"a\u202eb"`],
    ["a tag of two units", `a${ASTRAL}`, String.raw`"a\udb40\udc41"`],
    ["half a character", "a\ud800", String.raw`"a\ud800"`],
    ["the end of a line", "a\nb", String.raw`"a\nb"`],
    ["letters of the world", "Zürich 日本 🏔", '"Zürich 日本 🏔"'],
  ])("has %s as its escape, or as it is", (_, text, written) => {
    expect(visibleJson(text)).toBe(`${written}\n`);
    expect(JSON.parse(visibleJson(text))).toBe(text);
  });

  it("has lines and levels as JSON of the planner has them", () => {
    expect(visibleJson({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
  });
});

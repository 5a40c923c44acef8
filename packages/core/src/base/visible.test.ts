import { describe, expect, it } from "vitest";
import { pathText, shown } from "./shown.ts";
import { firstInvisible, visible } from "./visible.ts";

describe("text of a file, for people", () => {
  it.each([
    ["\u001b[31m", "\\u001b[31m", "U+001B"],
    ["\u009b2J", "\\u009b2J", "U+009B"],
    ["a\u202eb", "a\\u202eb", "U+202E"],
    ["a\u200bb", "a\\u200bb", "U+200B"],
    ["a\u{e0041}b", "a\\u{e0041}b", "U+E0041"],
    ["a\ud83d", "a\\ud83d", "U+D83D"],
    ["two\nlines", "two\\u000alines", "U+000A"],
  ])("%j has its invisible characters written out", (text, written, code) => {
    expect(visible(text)).toBe(written);
    expect(firstInvisible(text)).toBe(code);
    expect(pathText(["tenants", 0, text])).toBe(`tenants[0].${written}`);
    expect(visible(shown(text))).toBe(shown(text));
  });

  it.each(["Café Zürich", "株式会社", "شركة", "❤️ 😀", "a b"])("%s is printed as it is", (text) => {
    expect(visible(text)).toBe(text);
    expect(firstInvisible(text)).toBeUndefined();
  });

  it("is cut where a key is longer than a line", () => {
    expect(pathText(["x".repeat(1000)]).length).toBeLessThan(100);
  });
});

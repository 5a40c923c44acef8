import { describe, expect, it } from "vitest";
import { comment, listValue, quoted } from "./shell-words.ts";

describe("a word of a shell", () => {
  it.each([
    ["vlan-740", "'vlan-740'"],
    ["", "''"],
    ["it's", String.raw`'it'\''s'`],
    ["'", String.raw`''\'''`],
    [String.raw`\'`, String.raw`'\'\'''`],
    ["$(reboot) `reboot` \u0024{HOME} !! * ~", "'$(reboot) `reboot` \u0024{HOME} !! * ~'"],
    ["-n", "'-n'"],
    ["two\nlines", "'two\nlines'"],
  ])("%j is %j", (text, word) => {
    expect(quoted(text)).toBe(word);
  });

  it("cannot hold a NUL", () => {
    expect(() => quoted("a\0b")).toThrow(RangeError);
  });
});

describe("a list in one value", () => {
  it.each([
    [["vlan-740"], "vlan-740"],
    [["a", "b"], "a,b"],
    [["a,b", "c"], '"a,b",c'],
    [['say "a"'], '"say ""a"""'],
    [[" a ", "b=c"], " a ,b=c"],
  ])("%j is %j", (texts, value) => {
    expect(listValue(texts)).toBe(value);
  });
});

it("a comment has a line for each sentence, and no sentence ends it or hides", () => {
  expect(comment("One.", "Two\nreboot", "T\u202eree")).toBe("# One.\n# Two\\u000areboot\n# T\\u202eree\n");
});

import { InputError } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { commentMarker, commentText, LONGEST_COMMENT } from "./comment.ts";

describe("the marker of a comment", () => {
  it("names the command, and the comment where a repository has several", () => {
    expect(commentMarker("diff")).toBe("<!-- nkp-planner diff -->");
    expect(commentMarker("check", "berlin_1.eu-a")).toBe("<!-- nkp-planner check berlin_1.eu-a -->");
  });

  it.each(["", "-->", "--", "a b", "a>", "ä", "a\n", ".a", "a".repeat(65)])("is none of %j", (name) => {
    expect(() => commentMarker("diff", name)).toThrow(InputError);
  });
});

describe("a comment", () => {
  const REST = "the command prints all";

  it("has its parts folded, each with its number of lines, and none that is empty", () => {
    const parts = [
      { title: "Pools", head: ["| A |", "| --- |"], lines: ["| b |"] },
      { title: "Empty", head: ["| A |"], lines: [] },
    ];
    expect(commentText(["<!-- x -->", "", "Said."], parts, REST)).toBe(
      "<!-- x -->\n\nSaid.\n\n<details><summary>Pools (1)</summary>\n\n| A |\n| --- |\n| b |\n\n</details>\n",
    );
  });

  it.each([0, 1, 2, 3])("is cut, with a count, where it would be longer than GitHub takes, %i more", (more) => {
    // Head 5 and its end, the part: 2 × 60,000 letters and their ends.
    const parts = [
      { title: "First", lines: ["a".repeat(60_000), "b".repeat(5000 + more), "c".repeat(60_000)] },
      { title: "Second", lines: ["d".repeat(100), "e".repeat(60_000)] },
    ];
    const text = commentText(["head."], parts, REST);
    expect(text.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    expect(text).toContain("a".repeat(60_000));
    expect(text).toContain(`… and 1 more, left out because a comment may not be longer; ${REST}.`);
    expect(text.match(/<details>/g)).toHaveLength(2);
    expect(text.match(/<\/details>\n/g)).toHaveLength(2);
    expect(text).not.toContain("ccc");
  });

  it("is whole at the most that is taken, and cut with one character more", () => {
    const empty = commentText(["h"], [{ title: "T", lines: [""] }], REST).length;
    const withOne = (length: number) => commentText(["h"], [{ title: "T", lines: ["x".repeat(length)] }], REST);
    // Room for the end of the line, and for the sentence of what is left out with that of its own, is kept.
    const sentence = `\n… and 1 more, left out because a comment may not be longer; ${REST}.`.length;
    const most = LONGEST_COMMENT - empty - sentence - 1;
    expect(withOne(most)).toHaveLength(empty + most);
    expect(withOne(most + 1)).toContain("… and 1 more");
  });

  it("is cut in its head too, at the end of a line", () => {
    const text = commentText(["m", ...Array.from({ length: 10 }, () => "x".repeat(10_000))], [], REST);
    expect(text.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    expect(text).toContain("… and 4 more");
  });
});

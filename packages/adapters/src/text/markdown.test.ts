import { describe, expect, it } from "vitest";
import { markdownRow, markdownSummary, markdownTable, markdownText } from "./markdown.ts";

const BREAK = "&#8203;";

describe("a text as Markdown", () => {
  it.each([
    ["Orchid GmbH", "Orchid GmbH"],
    ["a_b*c`d`~e~|f|$g$", "a\\_b\\*c\\`d\\`\\~e\\~\\|f\\|\\$g\\$"],
    ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["-->", String.raw`\--&gt;`],
    ["<!-- nkp-planner diff -->", "&lt;!-- nkp-planner diff --&gt;"],
    ["</details>", "&lt;/details&gt;"],
    ["&lt;", "&amp;lt;"],
    ["[a](https://x.example)", `\\[a\\](https:${BREAK}//x.example)`],
    ["![a](x.png)", String.raw`!\[a\](x.png)`],
    ["@orchid and x@y.example", `@${BREAK}orchid and x@${BREAK}y.example`],
    ["www.x.example, mailto:x", `www${BREAK}.x.example, mailto${BREAK}:x`],
    ["owner/repo#12, GH-7, !3", `owner/repo#${BREAK}12, GH${BREAK}-7, !${BREAK}3`],
    ["deadbee", `d${BREAK}eadbee`],
    ["dead", "dead"],
    ["_www.x.example_deadbee", `\\_www${BREAK}.x.example\\_d${BREAK}eadbee`],
    [":tada: a:b", `:${BREAK}tada: a:b`],
    ["# head", String.raw`\# head`],
    ["- list", String.raw`\- list`],
    ["+ list", String.raw`\+ list`],
    ["1. list", `1${BREAK}. list`],
    ["12) list", `12${BREAK}) list`],
    ["2026-11-30", "2026-11-30"],
    ["> quote", "&gt; quote"],
    ["===", String.raw`\===`],
    ["    code", "&#32;&#32;&#32;&#32;code"],
    ["two\nlines\u202e\u001b[31m", String.raw`two\\u000alines\\u202e\\u001b\[31m`],
    ["a\u200bb", String.raw`a\\u200bb`],
  ])("%j", (text, expected) => expect(markdownText(text)).toBe(expected));

  it("ends where no name is so long, between characters", () => {
    expect(markdownText("🙂".repeat(2001))).toBe(`${"🙂".repeat(1999)}…`);
    expect(markdownText("x".repeat(2000))).toBe("x".repeat(2000));
  });
});

describe("a text inside of HTML", () => {
  it("is this text", () => {
    expect(markdownSummary("_a_ @b </summary>\n<b>")).toBe(`_a_ @${BREAK}b &lt;/summary&gt;\\u000a&lt;b&gt;`);
  });
});

describe("a table", () => {
  it("has its cells as they are, each in its own", () => {
    const columns = [
      { title: "Name", align: "left" },
      { title: "EUR", align: "right" },
    ] as const;
    expect(markdownTable(columns, [["a|b\n|---|", "+1.00"]])).toBe(
      ["| Name | EUR |", "| --- | ---: |", String.raw`| a\|b\\u000a\|---\| | +1.00 |`].join("\n"),
    );
    expect(markdownRow(["\\|", ""])).toBe(String.raw`| \\\| |  |`);
  });
});

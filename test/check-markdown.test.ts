import { checkFormats, checkSummary } from "@nkp-planner/adapters/check";
import { describe, expect, it } from "vitest";
import {
  cleanResult,
  hostile,
  hostileResult,
  open,
  readMarkdown,
  writtenAs as written,
} from "./support/hostile-check.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

describe("the comment of a check", () => {
  const text = written("markdown");

  it("begins with the marker by which it is found again, and with what the check came to", () => {
    const [marker, , verdict] = text.split("\n");
    expect(marker).toBe("<!-- nkp-planner check -->");
    expect(verdict).toMatch(/^\*\*24 errors, 24 warnings, 26 notes: 13 clusters in 5 files held against /);
    const format = checkFormats.find(({ id }) => id === "markdown");
    const named = format?.write(hostile, { version: "", marker: "berlin" });
    expect(named?.split("\n")[0]).toBe("<!-- nkp-planner check berlin -->");
    expect(() => format?.write(hostile, { version: "", marker: "-->" })).toThrow("64 letters");
  });

  it("has of each finding its severity, its rule with a link, its place and what is said", () => {
    const row = text.split("\n").find((line) => line.startsWith("| error |"));
    expect(row).toBe(
      String.raw`| error | [loud](https://github.com/nkp-planner/nkp-planner/blob/main/packages/adapters/src/check/rules/loud.ts) | clusters/"&lt;&amp;&gt;'\|?#\[x\](y).yaml:7 | red \\u001b\[31m, bell \\u0007, \\u009b31m: is found. |`,
    );
    expect(text).toContain("| error, not known | [loud](");
  });

  it("lets no name become markup, a mention, a link, a cell or a comment", () => {
    expect(text.match(/<!--/g)).toHaveLength(1);
    expect(text).not.toMatch(/<script|<b>|@octocat|https:\/\/evil|#1\b/);
    expect(text.match(/<details>/g)).toHaveLength(5);
    expect(text.match(/<\/details>/g)).toHaveLength(5);
    const rows = text.split("\n").filter((line) => line.startsWith("| "));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g), row).toHaveLength(5);
  });

  it("says what is let pass and known, what was left out, and what the check rests on", () => {
    const flat = text.replaceAll("&#8203;", "");
    expect(flat).toContain("<summary>Let pass, or known before (4)</summary>");
    expect(flat).toContain(String.raw`Let pass until 2027-03-31: Until\\u000aMarch \| &lt;b&gt;`);
    expect(flat.match(/Known: the baseline has it\./g)).toHaveLength(2);
    expect(flat).toContain("- Not asked, by the policy: off.");
    expect(flat).toContain("- No rule asks about objects of other kinds: 3.");
    expect(flat).toContain(String.raw`- Prices of a \| &lt;b&gt; book are invented.`);
    expect(flat).toContain("<summary>What to do (3)</summary>");
  });

  it("has no table where nothing is found", () => {
    const clean = written("markdown", cleanResult());
    expect(clean).toContain("**Nothing found: 13 clusters in 5 files held against ");
    expect(clean).not.toContain("| Severity");
  });

  const many = hostileResult({ names: Array.from({ length: 400 }, (_, index) => `${"<".repeat(60)}${index}`) });

  it("is cut below what GitHub takes, and counts what is left out", () => {
    const long = written("markdown", many);
    expect(long.length).toBeLessThanOrEqual(65_536);
    expect(long.length).toBeGreaterThan(60_000);
    const findings = many.judged.filter((one) => one.state !== "pass" && one.exemption === null);
    const [, left] = /More findings \([\s\S]*?… and (\d+) more, left out because a comment may/.exec(long) ?? [];
    expect(readMarkdown(long).length + Number(left)).toBe(findings.length - 2);
  });

  it("is as long as a summary may be, in bytes, with everything that fits", () => {
    expect(readMarkdown(checkSummary(hostile, 1024 * 1024))).toHaveLength(open.length);
    expect(checkSummary(hostile, 1024 * 1024)).not.toContain("<!--");
    const summary = checkSummary(hostile, 20_000);
    expect(bytesOf(summary)).toBeLessThanOrEqual(20_000);
    expect(bytesOf(summary)).toBeGreaterThan(15_000);
    expect(summary).toMatch(
      /… and \d+ more, left out because a summary may not be longer; nkp-planner check prints all\./,
    );
  });
});

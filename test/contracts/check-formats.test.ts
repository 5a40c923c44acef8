import { readFileSync } from "node:fs";
import { checkFormats, type Judged } from "@nkp-planner/adapters/check";
import { CheckDocument, messageText, valueText } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import {
  cleanResult,
  hostile,
  hostileResult,
  isNot,
  open,
  REPORTED_BY,
  readMarkdown,
} from "../support/hostile-check.ts";
import { elementsIn, readXml } from "../support/xml.ts";

const textOf = ({ finding }: Judged) => (finding === null ? "" : messageText(finding.message, valueText));

describe("the result that every format is held against", () => {
  it("has every severity, state and fate", () => {
    const kinds = new Set(isNot.map(({ severity, state }) => `${severity} ${state}`));
    expect(kinds.size).toBe(6);
    expect(isNot.filter(({ exemption }) => exemption !== null)).toHaveLength(2);
    expect(isNot.filter(({ baselineState }) => baselineState === "unchanged")).toHaveLength(2);
    expect(open).toHaveLength(isNot.length - 4);
    expect(new Set(hostile.judged.map(({ fingerprint }) => fingerprint)).size).toBe(hostile.judged.length);
  });
});

/** What a reader of a format takes as findings, as texts: in whatever order. */
const READ: Readonly<Record<string, (text: string) => readonly string[]>> = {
  json: (text) => {
    const { judgements } = CheckDocument.parse(JSON.parse(text));
    return judgements.filter((one) => one.isOpen).map(({ message }) => message.text);
  },
  sarif: (text) => {
    const [{ results }] = JSON.parse(text).runs;
    const isShown = (one: Result) => one.suppressions?.length === 0 && one.baselineState !== "unchanged";
    return (results as Result[])
      .filter(isShown)
      .map(({ message }) => message.text.replace("Not known: ", "").replaceAll(String.raw`\](`, "]("));
  },
  junit: (text) =>
    elementsIn(readXml(text), "failure").map(({ attributes }) =>
      String(attributes["message"])
        .replace("Not known: ", "")
        // XML cannot hold them.
        .replaceAll(String.raw`\ufffe`, "\uFFFE")
        .replaceAll(String.raw`\uffff`, "\uFFFF"),
    ),
  gitlab: (text) =>
    (JSON.parse(text) as { description: string }[]).map(({ description }) => description.replace("Not known: ", "")),
  markdown: readMarkdown,
  github: (text) =>
    text
      .trimEnd()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [, message = ""] = /^::(?:error|warning|notice) file=[^\n]*?::(.*) Take another name\.$/.exec(line) ?? [];
        return message
          .replace("Not known: ", "")
          .replaceAll("%0A", "\n")
          .replaceAll("%0D", "\r")
          .replaceAll("%25", "%");
      }),
};

interface Result {
  readonly message: { readonly text: string };
  readonly suppressions?: readonly unknown[];
  readonly baselineState?: string;
}

describe.each(checkFormats.map((format) => [format.id, format] as const))("format %s", (id, format) => {
  it("says everything that is open, once, and nothing that is let pass", () => {
    const read = READ[id];
    if (read === undefined) throw new Error(`no test reads ${id}`);
    expect(read(format.write(hostile, REPORTED_BY)).toSorted()).toEqual(open.map(textOf).toSorted());
    expect(read(format.write(cleanResult(), REPORTED_BY))).toEqual([]);
  });

  it("has nothing invisible beside its own lines, and is the same each time", () => {
    const text = format.write(hostile, REPORTED_BY);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u{E0000}-\u{E00FF}]/u);
    expect(text).toBe(format.write(hostileResult(), REPORTED_BY));
    expect(format.write(cleanResult(), REPORTED_BY)).toMatch(/^$|[^\n]\n$/);
  });

  it("is told of in a few words", () => {
    expect(id).toMatch(/^[a-z]+$/);
    expect(format.title).toMatch(/^\S.*[^.]$/);
    const page = readFileSync(new URL("../../docs/check-reports.md", import.meta.url), "utf8");
    expect(page).toContain(`\n| \`${id}\` | `);
  });
});

import { createHash } from "node:crypto";
import {
  type CheckResult,
  checkFormats,
  defineCheckRule,
  isOpen,
  type Judged,
  judgedOf,
  type Policy,
} from "@nkp-planner/adapters/check";
import { type Finding, findingWith, operatingModels, type Severity } from "@nkp-planner/core";
import { NO_OPTIONS } from "../../packages/adapters/src/formats/options.ts";

/** Names that files may have for a cluster: what is markup, an order or nothing to be seen somewhere. */
export const HOSTILE_NAMES: readonly string[] = [
  "<script>alert(1)</script>",
  "a | b \\| c",
  "two\nlines\r\nand a\ttab",
  "red \u001b[31m, bell \u0007, \u009b31m",
  `tag ${String.fromCodePoint(0xe0041)}, right to left \u202e, none \u200b`,
  "\uFFFE\uFFFF\uD800",
  "]]> & &amp; \"double\" 'single'",
  "--> <!-- </details> @octocat #1 :tada:",
  "[a link](https://evil.example) `code` *bold* ~no~",
  "::error file=x::y %0A 100%",
  "\u0024{X} {{ .Values.name }} {0}",
  "__proto__",
  "x".repeat(1900),
];

/** Names that files may have themselves. */
export const HOSTILE_FILES: readonly string[] = [
  "clusters/Zürich Nord/a b.yaml",
  "clusters/日本/クラスタ.yaml",
  "clusters/100%/a,b:c.yaml",
  "clusters/\"<&>'|?#[x](y).yaml",
  "clusters/new\nline \u001b[31m.yaml",
];

/** What a hostile rule says of a thing, by the thing's number. */
const STATES = ["fail", "unknown", "pass"] as const;

function ruleOf(id: string, severity: Severity, names: readonly string[]) {
  return defineCheckRule({
    ...{ id, severity, title: `Names with ${id}`, summary: "Holds names against nothing.", why: "They are hostile." },
    ...{ fix: "Take another name.", sources: severity === "error" ? ["A book"] : [], thresholds: NO_OPTIONS },
    statements: { found: "{name}: is found.", "not-known": "{name}: nobody knows." },
    *judge(_, say) {
      for (const [index, name] of names.entries())
        for (const [step, state] of STATES.entries()) {
          const file = HOSTILE_FILES[(index + step) % HOSTILE_FILES.length] ?? "";
          const place = { file, line: 2 * index + 1, column: step + 1 };
          const about = { what: `cluster ${name}`, clusterName: name, poolName: index % 2 === 0 ? null : name, place };
          if (state === "pass") yield say.pass(about);
          else if (state === "fail") yield say.fail(about, "found", { name });
          else yield say.unknown(about, "not-known", { name });
        }
    },
  });
}

interface HostileCase {
  readonly names?: readonly string[];
  /** So many things of the first kind are in the baseline. */
  readonly knownCount?: number;
}

/**
 * A result with findings of every severity and state, of which some are let pass and some are known, about things with
 * hostile names in hostile files, and with notices, files left out and objects passed over.
 */
export function hostileResult({ names = HOSTILE_NAMES, knownCount = 2 }: HostileCase = {}): CheckResult {
  const rules = [ruleOf("loud", "error", names), ruleOf("soft", "warning", names), ruleOf("quiet", "note", names)];
  const exempted = { clusterName: names[0] ?? "", reason: "Until\nMarch | <b>", expires: "2027-03-31" };
  const place = { file: "sizing-policy.yaml", line: 1, column: 1 };
  const policy: Policy = {
    ...{ modelId: null, named: {}, rules: { off: { severity: "off", thresholds: {} } } },
    exemptions: [{ ruleId: "loud", ...exempted, place }],
  };
  const asked = { rules: [...rules, ruleOf("off", "error", names)], policy, digest };
  const checked: Partial<AskedOf> = { today: "2026-11-30", missing: [], exemptions: policy.exemptions };
  const first = judgedOf(checked as AskedOf, { ...asked, baseline: null });
  const ofSoft = first.judged.filter(({ rule, state }) => rule.id === "soft" && state === "fail");
  const baseline = new Set(ofSoft.slice(0, knownCount).map(({ fingerprint }) => fingerprint));
  const [model] = operatingModels;
  if (model === undefined) throw new Error("no model");
  return {
    model,
    today: "2026-11-30",
    ...judgedOf(checked as AskedOf, { ...asked, baseline }),
    ...{ fileCount: HOSTILE_FILES.length, clusterCount: names.length },
    leftOut: HOSTILE_FILES.map((file) => ({ file, reason: "a link, which is not followed" })),
    passedOver: [{ count: 3, reason: "of other kinds" }],
    notices: [noticeOf()],
  };
}

/** All that the rules of this file, and what is said of exemptions, look at. */
type AskedOf = Parameters<typeof judgedOf>[0];

/** One of which every rule holds. */
export function cleanResult(): CheckResult {
  const all = hostileResult();
  return { ...all, judged: all.judged.filter(({ state }) => state === "pass") };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function noticeOf(): Finding {
  const template = "Prices of {book} are invented.";
  const figures = { book: { kind: "name", value: "a | <b> book" } } as const;
  return findingWith("input", "invented", "prices", { key: "test/invented", template }, null, { figures });
}

/** Who writes the reports of tests. */
export const REPORTED_BY = { version: "1.2.3" };
export const hostile = hostileResult();
/** What counts of it, and all that does not hold or is not known. */
export const open: readonly Judged[] = hostile.judged.filter(isOpen);
export const isNot: readonly Judged[] = hostile.judged.filter(({ state }) => state !== "pass");

/** Texts of the findings that a comment has in its tables. */
export function readMarkdown(text: string): readonly string[] {
  const rows = text.split("\n").filter((line) => /^\| (error|warning|note)/.test(line));
  return rows.map((row) => {
    const cells = row.split(/ (?<!\\)\| /);
    const cell = cells[3]?.replace(/ \|$/, "") ?? "";
    const words = cell
      .replaceAll("&#8203;", "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    return words.replaceAll(/\\([\\`*_[\]|~$])/g, "$1");
  });
}

/** A result in a format. */
export function writtenAs(id: string, result: CheckResult = hostile): string {
  const format = checkFormats.find((one) => one.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format.write(result, REPORTED_BY);
}

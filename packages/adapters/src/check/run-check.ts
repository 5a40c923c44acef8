import { type Finding, findingWith } from "@nkp-planner/core";
import type { CheckResult, Judged } from "./check-result.ts";
import type { CheckRule, Judgement } from "./check-rule.ts";
import type { Exemption, Policy } from "./policy/policy.ts";
import { unusedExemptions } from "./policy/unused-exemptions.ts";
import { saidOnce } from "./said-once.ts";
import type { Checked } from "./subject/checked.ts";
import { figuresOfWords, paramsOfWords } from "./words.ts";

/** What a check is made with beside its subject. */
export interface CheckAsked {
  readonly rules: readonly CheckRule[];
  readonly policy: Policy;
  /** Fingerprints of findings that are known; null: there is no baseline. */
  readonly baseline: ReadonlySet<string> | null;
  /** A digest of a text that no other text has, in hexadecimal digits. */
  digest(text: string): string;
}

/** Asks every rule. What reads files, and the day, come with what is checked. */
export function judgedOf(checked: Checked, { rules, policy, baseline, digest }: CheckAsked) {
  const asked = rules.filter(({ id }) => policy.rules[id]?.severity !== "off");
  const seen = new Map<string, number>();
  const judged = asked.flatMap((rule) =>
    judgementsOf(rule, checked, policy).map((judgement): Judged => {
      const { state, about } = judgement;
      const said = policy.rules[rule.id]?.severity;
      const statement = judgement.state === "pass" ? "" : judgement.statement;
      const usual = rule.severities?.[statement] ?? rule.severity;
      const severity = said === undefined || said === "off" ? usual : said;
      const key = JSON.stringify([rule.id, statement, about.what, about.place.file]);
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      const fingerprint = digest(count === 1 ? key : `${key} ${count}`);
      return {
        ...{ rule, state, severity, about, fingerprint },
        finding: judgement.state === "pass" ? null : { ...findingOfJudgement(rule, judgement), severity },
        exemption: state === "pass" ? null : exemptionFor(judgement, rule, policy.exemptions, checked.today),
        baselineState: baseline === null || state === "pass" ? null : baseline.has(fingerprint) ? "unchanged" : "new",
      };
    }),
  );
  const offRuleIds = rules.filter((rule) => !asked.includes(rule)).map(({ id }) => id);
  const notices = unusedExemptions(checked, judged);
  return { ...saidOnce(judged), rules: asked, offRuleIds, notices } satisfies Partial<CheckResult>;
}

function judgementsOf(rule: CheckRule, checked: Checked, policy: Policy): readonly Judgement[] {
  const thresholds = rule.thresholds.parse(policy.rules[rule.id]?.thresholds ?? {});
  return [...rule.judge(checked, thresholds as never)];
}

function findingOfJudgement(
  { id, fix, statements }: CheckRule,
  { state, about, statement, words }: Exclude<Judgement, { readonly state: "pass" }>,
): Finding {
  const { file, line, column } = about.place;
  const template = statements[statement] ?? statement;
  return findingWith(
    id,
    statement,
    state === "unknown" ? "unknown" : "deviation",
    { key: `${id}/${statement}`, template },
    { key: `${id}/fix`, template: fix },
    {
      figures: figuresOfWords(words),
      subject: { in: "input", file, path: [], line, column },
      params: paramsOfWords(words),
    },
  );
}

function exemptionFor(
  { about }: Judgement,
  rule: CheckRule,
  exemptions: readonly Exemption[],
  today: string,
): Exemption | null {
  const found = exemptions.find(
    ({ ruleId, clusterName, poolName, file, expires }) =>
      ruleId === rule.id &&
      expires >= today &&
      (clusterName === undefined || clusterName === about.clusterName) &&
      (poolName === undefined || poolName === about.poolName) &&
      (file === undefined || about.place.file === file || about.place.file.startsWith(`${file.replace(/\/$/, "")}/`)),
  );
  return found ?? null;
}

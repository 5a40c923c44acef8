import { visible } from "@nkp-planner/core";
import { xmlText } from "../../text/xml.ts";
import { type CheckResult, isOpen, type Judged } from "../check-result.ts";
import type { CheckRule } from "../check-rule.ts";
import { helpText, judgedText, placeText, restTexts, verdictText, whyLetPass } from "../check-texts.ts";
import type { CheckFormat } from "./check-format.ts";
import { ruleAddress } from "./rule-address.ts";

/**
 * JUnit XML, as Jenkins and GitLab read it: a suite a rule, a case for each thing it is about, also where it holds.
 * @see https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
export const junit: CheckFormat = {
  id: "junit",
  title: "JUnit XML, a test case for each thing that a rule looked at",
  write: (result) => {
    const { judged, rules } = result;
    const failures = judged.filter(isOpen).length;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="nkp-planner check" tests="${judged.length}" failures="${failures}" errors="0">`,
      ...aboutSuite(result),
      ...rules.flatMap((rule) => suiteOf(rule, judged)),
      "</testsuites>\n",
    ].join("\n");
  },
};

/** What is to be known of the check itself: JUnit has a place for it in suites alone. */
function aboutSuite(result: CheckResult): readonly string[] {
  return [
    '  <testsuite name="about this check" tests="0" failures="0" errors="0" skipped="0">',
    `    <system-out>${[verdictText(result), ...restTexts(result)].map(xmlText).join("\n")}</system-out>`,
    "  </testsuite>",
  ];
}

function suiteOf(rule: CheckRule, judged: readonly Judged[]): readonly string[] {
  const own = judged.filter((one) => one.rule.id === rule.id);
  const failures = own.filter(isOpen).length;
  const skipped = own.filter((one) => whyLetPass(one) !== null).length;
  const counts = `tests="${own.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  const names = namesOf(own);
  return [
    `  <testsuite name="${xmlText(`${rule.id}: ${rule.title}`)}" ${counts} url="${xmlText(ruleAddress(rule.id))}">`,
    ...own.flatMap((one, index) => caseOf(one, names[index] ?? "")),
    "  </testsuite>",
  ];
}

/** What each is about and in which file, once in a suite: whoever reads it takes cases of one name for one. */
function namesOf(own: readonly Judged[]): readonly string[] {
  const seen = new Map<string, number>();
  return own.map(({ about: { what, place } }) => {
    const name = visible(`${what} (${place.file})`);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

function caseOf(one: Judged, name: string): readonly string[] {
  const head = `    <testcase classname="${xmlText(one.rule.id)}" name="${xmlText(name)}"`;
  if (one.state === "pass") return [`${head}/>`];
  const text = judgedText(one);
  const why = whyLetPass(one);
  const lines = [placeText(one), text, helpText(one)].filter((line) => line !== "").map(xmlText);
  const said =
    why === null
      ? `<failure type="${one.state === "unknown" ? "unknown" : one.severity}" message="${xmlText(text)}">${lines.join("\n")}</failure>`
      : `<skipped message="${xmlText(why)}">${lines.join("\n")}</skipped>`;
  return [`${head}>`, `      ${said}`, "    </testcase>"];
}

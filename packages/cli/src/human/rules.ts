import { optionHelp } from "@nkp-planner/adapters";
import { type CheckRule, policyExample } from "@nkp-planner/adapters/check";
import { yamlFile, yamlLine } from "@nkp-planner/adapters/yaml";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { table } from "./table.ts";

/** Every rule in a line. */
export function rulesText(rules: readonly CheckRule[], ink: Ink): string {
  const rows = rules.map(({ id, severity, title }) => [id, severity, title]);
  const columns = ["Rule", "Severity", "What is wrong"].map((title) => ({ title, align: "left" }) as const);
  const next = "What a rule looks at, why, and what a policy may tell it: nkp-planner rules show ID";
  return `${table(columns, rows, ink)}\n\n${paragraph(next)}\n`;
}

/** One rule as its page has it. */
export function ruleText(rule: CheckRule, ink: Ink): string {
  const defaults: object = rule.thresholds.partial().parse({});
  const thresholds = optionHelp(rule.thresholds).map(({ name, description }) => {
    const usual: unknown = Reflect.get(defaults, name);
    return paragraph(`${name} (${usual === undefined ? "not asked" : yamlLine(usual)}): ${description}`, "  ");
  });
  const parts = [
    `${ink.strong(rule.title)}\n${paragraph(`Rule ${rule.id}, severity ${rule.severity} where a policy does not say.`)}`,
    paragraph(rule.summary),
    titled("Why", [paragraph(rule.why, "  ")], ink),
    titled("What to do", [paragraph(rule.fix, "  ")], ink),
    titled(
      "What it says",
      Object.values(rule.statements).map((sentence) => paragraph(sentence, "  ")),
      ink,
    ),
    titled("Thresholds, and what holds where a policy does not say", thresholds, ink),
    titled(
      "In a policy",
      [
        yamlFile(policyExample(rule))
          .trimEnd()
          .replaceAll(/^(?=.)/gm, "  "),
      ],
      ink,
    ),
    titled(
      "Sources",
      rule.sources.map((source) => paragraph(source, "  ")),
      ink,
    ),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function titled(title: string, lines: readonly string[], ink: Ink): string {
  return lines.length === 0 ? "" : [ink.strong(title), ...lines].join("\n");
}

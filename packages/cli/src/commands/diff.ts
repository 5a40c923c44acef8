import { commentMarker } from "@nkp-planner/adapters";
import { diffDocument, InputError } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { BRIEFS } from "../briefs.ts";
import { diffFlags } from "../diff/diff-flags.ts";
import { isFound } from "../diff/fail-on.ts";
import { type AskedDiff, madeDiff } from "../diff/made-diff.ts";
import { modelsFlag, planningFlags } from "../flags.ts";
import { diffText } from "../human/diff.ts";
import { inkFor } from "../human/ink.ts";
import { diffMarkdown } from "../markdown/diff.ts";
import { monthsFlag } from "../months-played.ts";
import { EXIT, type Shell } from "../shell.ts";

async function diff(this: Shell, flags: AskedDiff, base: string, head: string): Promise<void> {
  const { stdout, env } = this.process;
  requireMarker(flags);
  const { diff: made, notices } = await madeDiff(this.process, base, head, flags);
  if (flags.format === "json") stdout.write(`${JSON.stringify(diffDocument(made, notices), null, 2)}\n`);
  else if (flags.format === "markdown") stdout.write(diffMarkdown(made, notices, flags.marker));
  else stdout.write(diffText(made, notices, inkFor(stdout, env)));
  if (isFound(made.models, flags.failOn)) this.process.exitCode = EXIT.findings;
}

/** @throws InputError where its name could end the comment, or no comment is printed */
function requireMarker({ format, marker }: AskedDiff): void {
  if (marker === undefined) return;
  if (format === "markdown") commentMarker("diff", marker);
  else {
    const found = `a name of a comment with --format ${format}`;
    const problem = { path: [], found, expected: "--format markdown", fix: "add it, or leave --marker out" };
    throw new InputError("--marker", [problem]);
  }
}

const side = (brief: string, placeholder: string) => ({ brief, parse: (input: string) => input, placeholder }) as const;

export const command = buildCommand<AskedDiff, [string, string], Shell>({
  func: diff,
  parameters: {
    flags: { ...planningFlags, months: monthsFlag, model: modelsFlag("A model to plan both by"), ...diffFlags },
    positional: {
      kind: "tuple",
      parameters: [
        side("What is changed: a fleet, a plan document, or a file of a revision, REV:PATH", "BASE"),
        side("What it is changed to, as BASE; - for standard input for one of them", "HEAD"),
      ],
    },
  },
  docs: {
    brief: BRIEFS.diff,
    fullDescription: [
      "Hold two fleets, plans or revisions against each other: nodes, licences, cost and margin, pools, tenants, days",
      "of upgrades, and what a plan falls short of now. An amount that is not known says what it depends on.",
      "",
      "  nkp-planner diff origin/main:fleet.yaml fleet.yaml",
      "  nkp-planner diff old.yaml new.yaml --base-prices old-prices.yaml --prices new-prices.yaml",
      "  nkp-planner diff plan-of-may.json plan-of-june.json",
      "  nkp-planner diff HEAD~1:fleet.yaml fleet.yaml --more-than-amount 500 --more-than-percent 5",
      "  nkp-planner diff origin/main:fleet.yaml fleet.yaml --format markdown --marker berlin > comment.md",
      "  nkp-planner diff origin/main:fleet.yaml fleet.yaml --fail-on more --more-than-amount 1000",
      "",
      "Exit code 1 says that --fail-on has found what it names; without it there is none.",
    ].join("\n"),
  },
});

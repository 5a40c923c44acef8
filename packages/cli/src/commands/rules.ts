import { checkRules } from "@nkp-planner/adapters/check";
import { didYouMean, InputError, shown } from "@nkp-planner/core";
import { buildCommand, buildRouteMap } from "@stricli/core";
import { BRIEFS } from "../briefs.ts";
import { inkFor } from "../human/ink.ts";
import { rulesText, ruleText } from "../human/rules.ts";
import type { Shell } from "../shell.ts";

function list(this: Shell): void {
  const { stdout, env } = this.process;
  stdout.write(rulesText(checkRules, inkFor(stdout, env)));
}

function show(this: Shell, _flags: object, id: string): void {
  const { stdout, env } = this.process;
  const rule = checkRules.find((one) => one.id === id);
  if (rule === undefined) {
    const ids = checkRules.map((one) => one.id);
    const fix = didYouMean(id, ids);
    throw new InputError("rules", [{ path: [], found: shown(id), expected: "a rule, as rules list has them", fix }]);
  }
  stdout.write(ruleText(rule, inkFor(stdout, env)));
}

export const command = buildRouteMap({
  routes: {
    list: buildCommand<object, [], Shell>({
      func: list,
      parameters: { flags: {}, positional: { kind: "tuple", parameters: [] } },
      docs: { brief: "Every rule, how bad what it finds is, and what is wrong then" },
    }),
    show: buildCommand<object, [string], Shell>({
      func: show,
      parameters: {
        flags: {},
        positional: {
          kind: "tuple",
          parameters: [{ brief: "Id of a rule", parse: (input: string) => input, placeholder: "ID" }],
        },
      },
      docs: {
        brief: "What a rule looks at, why, what to do, and what a policy may tell it",
        fullDescription: [
          "One rule of check: what it holds against what, why, what to do where it does",
          "not hold, its sentences, and what a policy may tell it.",
          "",
          "  nkp-planner rules show too-few-nodes",
        ].join("\n"),
      },
    }),
  },
  docs: { brief: BRIEFS.rules },
});

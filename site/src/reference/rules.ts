import { optionHelp } from "@nkp-planner/adapters";
import { type CheckRule, checkRules } from "@nkp-planner/adapters/check";
import { at } from "./links.ts";

/** Every rule of checks, by its severity, as `nkp-planner rules` has them. */
export const rules: readonly CheckRule[] = checkRules;

/** The page of a rule. */
export function ruleHref(id: string): string {
  return at(`guides/rules/${id}/`);
}

/** What a policy may tell a rule, with what holds where it does not. */
export function thresholdsOf({ thresholds }: CheckRule) {
  const defaults: object = thresholds.partial().parse({});
  return optionHelp(thresholds).map((help) => ({ ...help, default: Reflect.get(defaults, help.name) as unknown }));
}

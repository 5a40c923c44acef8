/** The planner's home, which reports name as their tool's. */
export const HOME = "https://github.com/nkp-planner/nkp-planner";

/** Where a rule is told about, wherever the site is hosted: the one file that says and asks it. */
export function ruleAddress(id: string): string {
  return `${HOME}/blob/main/packages/adapters/src/check/rules/${id}.ts`;
}

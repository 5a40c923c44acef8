import { columnOfField } from "@nkp-planner/adapters/tenant-table";
import type { SubjectProblem } from "../planning/plan-scenario.ts";
import { type GridColumn, gridColumns } from "./grid.ts";
import type { TenantDraft } from "./scenario.ts";
import { typedNumber } from "./typed-text.ts";

/** What is wrong with each tenant, by its id. */
export function problemsByTenant(
  problems: readonly SubjectProblem[],
  tenants: readonly TenantDraft[],
): ReadonlyMap<string, readonly SubjectProblem[]> {
  const byTenant = new Map<string, SubjectProblem[]>();
  for (const problem of problems) {
    const [field, index] = problem.path;
    const tenant = problem.subject === "fleet" && field === "tenants" ? tenants[Number(index)] : undefined;
    if (tenant === undefined) continue;
    const known = byTenant.get(tenant.id) ?? [];
    known.push(problem);
    byTenant.set(tenant.id, known);
  }
  return byTenant;
}

/** Those that no tenant's row shows. */
export function otherProblems(
  problems: readonly SubjectProblem[],
  tenants: readonly TenantDraft[],
): readonly SubjectProblem[] {
  return problems.filter(
    ({ subject, path: [field, index] }) =>
      subject !== "fleet" || field !== "tenants" || tenants[Number(index)] === undefined,
  );
}

/** The column whose cell shows a problem of a tenant; undefined: none does. */
export function columnOf({ path }: SubjectProblem): GridColumn | undefined {
  return columnOfField(path.slice(2).join("."), gridColumns);
}

/** What is wrong, in the words of the table where it is about one of its cells: `vCPU: found "abc", …`. */
export function problemText(
  { path, found, expected, fix }: SubjectProblem,
  column: GridColumn | undefined,
  locale: string,
): string {
  const field = path.slice(2).join(".");
  const isCell = column !== undefined && column.fields[0] === field;
  const words = isCell ? { ...column.wanted, title: column.grid.title } : { expected, fix, title: field };
  return `${words.title}: found ${found}, expected ${words.expected}; ${inLocale(words.fix, locale)}`;
}

/** Numbers of an example as somebody of the locale types them. */
function inLocale(text: string, locale: string): string {
  return text.replaceAll(/\d+\.\d+/g, (plain) => typedNumber(plain, locale));
}

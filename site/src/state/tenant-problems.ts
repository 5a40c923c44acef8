import type { SubjectProblem } from "../planning/plan-scenario.ts";
import type { TenantDraft } from "./scenario.ts";

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

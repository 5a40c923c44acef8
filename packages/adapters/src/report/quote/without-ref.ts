import { InputError, type PlannedFleet, type Tenant } from "@nkp-planner/core";
import type { QuotedTenant } from "./quoted-tenants.ts";

type Quoted = Pick<QuotedTenant, "tenant" | "group">;

/** What must be done where nobody says to what of another system a tenant's lines belong. */
export function withoutRefNotes({ tenant, group }: Quoted, what: "agreement" | "client"): readonly string[] {
  if (tenant.ref !== undefined) return [];
  return [
    `No ${what} is named for ${group}: write the key of its ${what} as ref of the tenant in the fleet file, or choose the ${what} where these lines are posted.`,
  ];
}

/** @throws InputError naming every tenant without a key */
export function requireRefs({ input: { tenants } }: PlannedFleet, quoted: readonly Quoted[]): void {
  const indexOf = ({ id }: Tenant) => tenants.findIndex((tenant) => tenant.id === id);
  const problems = quoted
    .filter(({ tenant }) => tenant.ref === undefined)
    .map(({ tenant, group }) => ({
      path: ["tenants", indexOf(tenant), "ref"],
      found: `no ref for ${group}`,
      expected: "the key of its agreement in ConnectWise",
      fix: 'add for example ref: "1042", or leave out without-ref=refused',
    }));
  if (problems.length > 0) throw new InputError("fleet", problems);
}

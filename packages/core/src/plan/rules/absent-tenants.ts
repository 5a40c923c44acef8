import { findingOf } from "../../base/findings/finding.ts";
import type { Tenant } from "../../input/fleet.ts";
import { fleetOfDay } from "../../input/fleet-of-day.ts";
import { list, text } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "absent-tenants";

/** Tenants of the fleet that are not under contract on its day: they are in no figure. */
export const absentTenants = defineInputRule({
  id: ID,
  title: "Every tenant is under contract on the day of the plan",
  judge: ({ input }) => {
    const { absentTenants: absent, asOf } = fleetOfDay(input);
    if (absent.length === 0) return [];
    const figures = { tenants: list(absent.map((tenant) => whenOf(tenant, asOf))), day: text(asOf) };
    return [findingOf(ID, "tenants-not-under-contract", { figures })];
  },
});

function whenOf({ name, contract: { from, until } }: Tenant, day: string): string {
  return until !== null && until <= day ? `${name} (until ${until})` : `${name} (from ${from})`;
}

import type { FleetUpgrades, HeldBy, NeverReason, UpgradeWork } from "@nkp-planner/core";
import { counted, type Writer } from "../writer.ts";

/** What a calendar of upgrades says by code, in words of the page. */

export const WORK: Readonly<Record<UpgradeWork["kind"], string>> = {
  "node-rollouts": "Nodes replaced",
  "plane-rollouts": "Platforms of planes upgraded",
  validations: "Applications tried",
  coordinations: "Dates agreed with tenants",
  notices: "Clusters whose users are signed out",
};

export const FAILURES: Readonly<Record<FleetUpgrades["blastRadius"]["kinds"][number]["kind"], string>> = {
  outage: "Tenants touched by one outage",
  "failed-upgrade": "Tenants touched by one failed upgrade",
  compromise: "Tenants touched by one compromise",
};

export const NEVER: Readonly<Record<NeverReason, string>> = {
  "never-ready": "the tenant is never ready",
  "not-certified": "not certified for it",
  blocked: "another tenant is never ready",
  "no-window": "no window is left",
  "no-prism-central-day": "no day for Prism Central is left",
  "no-path": "the vendor's table has no way",
  "after-horizon": "later than what is played",
};

const HOLDERS: Readonly<Record<HeldBy["by"], string>> = {
  tenant: "another tenant",
  plane: "the plane",
  "prism-central": "Prism Central",
  maintenance: "a window",
  path: "a patch",
  release: "the release",
};

/** Tenants by their ids, as people call them. */
export type Names = ReadonlyMap<string, string>;

/** Whom or what an upgrade waits for. */
export function holderText({ by, tenantId }: Pick<HeldBy, "by" | "tenantId">, names: Names): string {
  return tenantId === null ? HOLDERS[by] : (names.get(tenantId) ?? tenantId);
}

/** `Basalt, 229 days; a window, 12 days`. */
export function holdersText(heldBy: readonly HeldBy[], names: Names, writer: Writer): string {
  return heldBy.map((one) => `${holderText(one, names)}, ${daysText(one.days, writer)}`).join("; ");
}

export function daysText(days: number, writer: Writer): string {
  return counted(writer, days, "day");
}

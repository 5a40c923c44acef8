import type { DayScale } from "../base/day-scale.ts";
import type { InfrastructureFloors } from "./infrastructure-floors.ts";
import { listedDays } from "./move-days.ts";
import type { MinorRelease } from "./release-calendar.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";
import { PRISM_CENTRAL, type Wait, waitUntil } from "./wait.ts";

/**
 * The day on which Prism Central is new enough for a minor version: of a shared one the provider's first day for it,
 * where there are such days. Everywhere else it is raised with the cluster that needs it, and holds nobody.
 */
export function prismCentralWaits(
  releases: readonly MinorRelease[],
  floors: InfrastructureFloors,
  { prismCentral, prismCentralDays }: Pick<UpgradePolicy, "prismCentral" | "prismCentralDays">,
  scale: DayScale,
): (position: number, version: string | null) => Wait | null {
  const listed =
    prismCentral === "shared" && prismCentralDays !== null ? listedDays(prismCentralDays.map(scale.dayOf)) : null;
  const waits = releases.map(({ minor }) => {
    const floor = floors.floorOf(minor)?.prismCentral;
    if (floor === undefined) return null;
    const firstDay = Math.max(0, floors.releaseDayOf("prism-central", floor));
    return { floor, wait: waitUntil(listed === null ? firstDay : listed.nextFrom(firstDay), PRISM_CENTRAL) };
  });
  return (position, version) => {
    const needed = waits[position] ?? null;
    return needed !== null && floors.isBelow("prism-central", version, needed.floor) ? needed.wait : null;
  };
}

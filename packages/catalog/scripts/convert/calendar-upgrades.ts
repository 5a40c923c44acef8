import { CouplingScope, InfrastructureFloor, InfrastructureSupport, UpgradePath, UpgradeRisk } from "@nkp-planner/core";
import type { CalendarDataset } from "./calendar-dataset.ts";
import { at, type Dataset, type RawProvenance } from "./dataset.ts";
import type { Bibliography } from "./sources.ts";

const END_OF_LIFE = { repo: "endoflife-date/endoflife.date", commit: "a70eca33" } as const;

/** How long the vendor looks after each version of Prism Central and AOS, the newest first. */
export function convertInfrastructureSupport(
  calendar: CalendarDataset,
  bibliography: Bibliography,
): InfrastructureSupport[] {
  const products = [
    ["prism-central", calendar.prismCentral, "products/nutanix-prism.md"],
    ["aos", calendar.aos, "products/nutanix-aos.md"],
  ] as const;
  return products.flatMap(([product, versions, path]) =>
    versions.map(({ version, releasedOn, maintenanceEndsOn, supportEndsOn }) =>
      InfrastructureSupport.parse({
        ...{ product, version, releasedOn, maintenanceEndsOn, supportEndsOn },
        ...bibliography.provenanceOf({ source: { ...END_OF_LIFE, path }, confidence: "third-party" }),
      }),
    ),
  );
}

/** What minor versions of NKP need beneath them. */
export function convertInfrastructureFloors(
  calendar: CalendarDataset,
  bibliography: Bibliography,
): InfrastructureFloor[] {
  return calendar.floors.map(({ release, prismCentral, aos, ...provenance }) =>
    InfrastructureFloor.parse({ minor: release, prismCentral, aos, ...bibliography.provenanceOf(provenance) }),
  );
}

/** Which clusters the applications are upgraded in together. */
export function convertCouplingScopes(calendar: CalendarDataset, bibliography: Bibliography): CouplingScope[] {
  return calendar.couplingScope.map(({ fromMinor, scope, otherScope, text, ...provenance }) =>
    CouplingScope.parse({ fromMinor, scope, otherScope, text, ...bibliography.provenanceOf(provenance) }),
  );
}

/** The steps of the vendor's table, with what others say against them. @throws when somebody speaks of a step that it has not. */
export function convertUpgradePaths(
  dataset: Dataset,
  calendar: CalendarDataset,
  bibliography: Bibliography,
): UpgradePath[] {
  const { paths, source, confidence } = at(dataset, "versionPolicy.upgradeMatrix") as RawMatrix;
  const table = bibliography.provenanceOf({ source: source ?? null, confidence });
  const unspoken = new Set(calendar.paths.advisedAgainst);
  const converted = paths.map(({ from, to }) => {
    const advice = calendar.paths.advisedAgainst.find((one) => one.from === from && one.to === to);
    if (advice === undefined) return { from, to, isSupported: true, advisedAgainst: null, ...table };
    unspoken.delete(advice);
    const sources = [...table.sources, ...bibliography.idsOf(advice.source)];
    const note = advice.note === undefined ? {} : { note: advice.note };
    return { from, to, isSupported: true, advisedAgainst: advice.by, ...table, sources, ...note };
  });
  if (unspoken.size > 0) throw new Error("Somebody advises against a step that the vendor's table does not have.");
  return converted.map((path) => UpgradePath.parse(path));
}

interface RawMatrix extends RawProvenance {
  readonly paths: readonly { readonly from: string; readonly to: string }[];
}

/** What goes wrong on the way to a version. */
export function convertUpgradeRisks(calendar: CalendarDataset, bibliography: Bibliography): UpgradeRisk[] {
  return calendar.risks.map(({ id, fromMinor, toMinor, condition, limit, message, fixedIn, ...provenance }) =>
    UpgradeRisk.parse({
      ...{ id, fromMinor, toMinor, condition, limit, message, fixedIn },
      ...bibliography.provenanceOf(provenance),
    }),
  );
}

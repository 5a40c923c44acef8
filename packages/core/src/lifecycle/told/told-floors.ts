import type { Finding } from "../../base/findings/finding.ts";
import { compareVersions, minorOf } from "../../base/minor-version.ts";
import type { ReleaseTold } from "../../input/calendar-facts.ts";
import type { InfrastructureFloor, InfrastructureSupport, UpgradeFacts } from "../../input/upgrade-facts.ts";
import { list, text } from "../../plan/rules/figures.ts";
import { type CalendarGiven, FROM_VENDOR, placeIn, replaced, type Told, toldFinding, unsaid } from "./told.ts";

type Product = InfrastructureSupport["product"];

/** What minor versions need beneath them, with what a file says laid over it: the oldest that a release runs on. */
export function toldFloors(
  { floors, infrastructure }: Pick<UpgradeFacts, "floors" | "infrastructure">,
  given: CalendarGiven,
): Told<readonly InfrastructureFloor[]> {
  const byMinor = new Map(floors.map((floor) => [floor.minor, floor]));
  const findings: Finding[] = [];
  const incomplete: string[] = [];
  // Clusters are upgraded to the newest patch, so that its word stands for the minor version.
  const inTurn = [...given.value.releases.entries()].toSorted(([, a], [, b]) => compareVersions(a.version, b.version));
  for (const [index, told] of inTurn) {
    const minor = minorOf(told.version);
    const place = placeIn(given, "releases", index);
    const before = floorFor(minor, [...byMinor.values()]);
    const strange = PRODUCTS.flatMap((product) => split(product, told, infrastructure).strange);
    if (strange.length > 0)
      findings.push(toldFinding("told-strange", { version: text(told.version), strange: list(strange) }, place));
    const prismCentral = oldest("prism-central", told, infrastructure);
    const aos = oldest("aos", told, infrastructure);
    if (prismCentral === undefined || aos === undefined) incomplete.push(told.version);
    const floor = { prismCentral: prismCentral ?? before?.prismCentral, aos: aos ?? before?.aos };
    if (floor.prismCentral === undefined || floor.aos === undefined) continue;
    const [own, now] = [before === undefined ? "not known" : beneath(before), beneath(floor as InfrastructureFloor)];
    if (own !== now) findings.push(replaced(`what ${told.version} needs beneath it`, now, own, place));
    byMinor.set(minor, {
      minor,
      prismCentral: floor.prismCentral,
      aos: floor.aos,
      ...provenanceOf(before, own === now),
    });
  }
  const taken = "it is as the catalog has it or, where that has nothing, not known";
  return {
    facts: [...byMinor.values()].toSorted((a, b) => compareVersions(a.minor, b.minor)),
    findings: [...findings, ...unsaid("the Prism Central and the AOS that it needs", incomplete, taken, given)],
  };
}

const PRODUCTS: readonly Product[] = ["prism-central", "aos"];

function beneath({ prismCentral, aos }: Pick<InfrastructureFloor, "prismCentral" | "aos">): string {
  return `${prismCentral} and AOS ${aos}`;
}

function provenanceOf(before: InfrastructureFloor | undefined, isSame: boolean) {
  if (before === undefined || !isSame) return FROM_VENDOR;
  const { minor: _, prismCentral: __, aos: ___, ...provenance } = before;
  return provenance;
}

/** What was known before: its own floor, or the last one before it. */
function floorFor(minor: string, floors: readonly InfrastructureFloor[]): InfrastructureFloor | undefined {
  return floors
    .toSorted((a, b) => compareVersions(a.minor, b.minor))
    .findLast((floor) => compareVersions(floor.minor, minor) <= 0);
}

/** By the day on which it came out: `pc.2024.3` is older than `pc.7.3`. */
function oldest(
  product: Product,
  told: ReleaseTold,
  infrastructure: readonly InfrastructureSupport[],
): string | undefined {
  const { known } = split(product, told, infrastructure);
  return known.toSorted((a, b) => (a.releasedOn < b.releasedOn ? -1 : 1))[0]?.version;
}

/** Versions that the catalog knows, and those whose age nobody can tell. */
function split(product: Product, told: ReleaseTold, infrastructure: readonly InfrastructureSupport[]) {
  const written = product === "aos" ? told.aos : told.prismCentral;
  const found = written.map((one) => ({
    one,
    known: infrastructure.find((other) => other.product === product && isOf(one, other.version)),
  }));
  return {
    known: found.flatMap(({ known }) => known ?? []),
    strange: found.flatMap(({ one, known }) => (known === undefined ? [one] : [])),
  };
}

/** `7.5`, `pc.7.5`, `>= 7.5` and the patch `7.5.1.10` are all of `pc.7.5`. */
function isOf(written: string, version: string): boolean {
  const [numbers] = /\d+(?:\.\d+)+/.exec(written) ?? [];
  const known = version.replace(/^pc\./, "");
  return numbers !== undefined && `${numbers}.`.startsWith(`${known}.`);
}

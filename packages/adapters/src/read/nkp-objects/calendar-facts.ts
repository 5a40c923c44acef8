import type { CalendarFacts, Problem } from "@nkp-planner/core";
import { type ObjectAt, objectsIn } from "../objects/objects.ts";
import { readStream } from "../objects/yaml-stream.ts";
import type { Place } from "../read-result.ts";
import type { ReadText } from "../reader.ts";
import { clusterOf } from "./cluster.ts";
import { Fields } from "./fields.ts";
import { releaseOf } from "./release.ts";
import { upgradeOf } from "./upgrade.ts";

type Told = CalendarFacts[keyof CalendarFacts][number];

/** What is read of each kind, and where it goes. */
const KINDS: Readonly<
  Record<string, { readonly list: keyof CalendarFacts; readonly read: (fields: Fields) => Told | null }>
> = {
  "Release release.nkp.nutanix.com": { list: "releases", read: releaseOf },
  "NKPCluster clusters.nkp.nutanix.com": { list: "clusters", read: clusterOf },
  "UpgradePlan upgrade.nkp.nutanix.com": { list: "upgrades", read: upgradeOf },
};

const EXPECTED = "Release, NKPCluster or UpgradePlan of NKP";
const FIX = "write it with kubectl get releases,nkpclusters,upgradeplans -A -o yaml";

/** What the objects of a management cluster say of releases, clusters and upgrades. */
export function readCalendarFacts(text: string): ReadText {
  const documents = readStream(text);
  if ("problems" in documents) return documents;
  const { objects, problems: strange } = objectsIn(documents);
  const known = objects.filter((one) => kindOf(one) !== undefined);
  if (known.length === 0 && strange.length === 0) return without(objects);
  const facts = { releases: [] as Told[], clusters: [] as Told[], upgrades: [] as Told[] };
  const places: Record<keyof CalendarFacts, Place[]> = { releases: [], clusters: [], upgrades: [] };
  const problems = [...strange];
  const notices = skipped(objects);
  let usedCount = 0;
  let unreadableCount = strange.length;
  for (const object of known) {
    const { list, read } = kindOf(object) as (typeof KINDS)[string];
    const fields = new Fields(object);
    const told = read(fields);
    problems.push(...fields.problems);
    notices.push(...fields.notices);
    if (fields.problems.length > 0) unreadableCount += 1;
    else if (told !== null) {
      facts[list].push(told);
      places[list].push(object.placeOf(object.path));
      usedCount += 1;
    }
  }
  const otherCount = objects.length - known.length;
  const emptyCount = known.length - usedCount - (unreadableCount - strange.length);
  return {
    data: known.length === 0 ? null : facts,
    problems,
    notices,
    report: {
      foundCount: objects.length + strange.length,
      usedCount,
      excluded: [
        ...(otherCount === 0 ? [] : [{ count: otherCount, reason: "of another kind" }]),
        ...(emptyCount === 0 ? [] : [{ count: emptyCount, reason: "saying nothing that is needed" }]),
      ],
      unreadableCount,
    },
    placeOf: ([list, index]) => places[list as keyof CalendarFacts]?.[Number(index)] ?? START,
  };
}

const START: Place = { line: 1, column: 1 };

function kindOf({ kind, group }: ObjectAt): (typeof KINDS)[string] | undefined {
  const key = `${kind} ${group}`;
  return Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
}

/** A sentence of what was left out, by kind. */
function skipped(objects: readonly ObjectAt[]): string[] {
  const others = objects.filter((one) => kindOf(one) === undefined);
  return others.length === 0 ? [] : [`Objects of other kinds are left out: ${kindsOf(others)}.`];
}

const MOST_KINDS = 12;

function kindsOf(objects: readonly ObjectAt[]): string {
  const kinds = [...new Set(objects.map(({ kind }) => kind.slice(0, LONGEST_KIND)))].sort();
  const more = kinds.length - MOST_KINDS;
  return `${kinds.slice(0, MOST_KINDS).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Of names of kinds in Kubernetes. */
const LONGEST_KIND = 63;

/** A file with none of the objects. */
function without(objects: readonly ObjectAt[]): ReadText {
  const found = objects.length === 0 ? "no object" : `objects of the kind ${kindsOf(objects)}`;
  const problem: Problem = { code: "wrong-kind", path: [], found, expected: EXPECTED, fix: FIX, ...START };
  return { data: null, problems: [problem], report: { foundCount: 1, usedCount: 0, excluded: [], unreadableCount: 1 } };
}

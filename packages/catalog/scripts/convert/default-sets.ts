import type { DefaultSet } from "@nkp-planner/core";
import type { RawProvenance, RawRelease } from "./dataset.ts";
import type { Bibliography } from "./sources.ts";

/** Of which parts of the dataset a set is made, and what is to be said of it beside what the dataset says of them. */
interface SetDraft extends Pick<DefaultSet, "edition" | "role"> {
  readonly parts: readonly string[];
  /** Only those of its applications that the edition licenses. */
  readonly isLicensedOnly?: true;
  readonly also?: RawProvenance;
}

/** The dataset lists what an edition adds to the one below; the planner wants whole sets. */
const DRAFTS: readonly SetDraft[] = [
  { edition: "starter", role: "self-managed", parts: ["starterManagement"] },
  { edition: "pro", role: "management", parts: ["starterManagement", "proAdded"] },
  { edition: "ultimate", role: "management", parts: ["starterManagement", "proAdded", "ultimateAdded"] },
  { edition: "ultimate", role: "attached", parts: ["attachedClusterPrerequisites"] },
  {
    edition: "starter",
    role: "management",
    parts: ["starterManagement"],
    also: {
      source: "nkpGuide218",
      confidence: "documented",
      note: "Starter creates and upgrades workload clusters (feature matrix, p. 24): its management cluster is the same, whether it manages others or carries workloads itself",
    },
  },
  {
    edition: "starter",
    role: "attached",
    parts: ["attachedClusterPrerequisites"],
    isLicensedOnly: true,
    also: {
      source: "nkpGuide218",
      confidence: "assumption",
      note: "The list is one for every edition, and Starter is documented to create clusters, not to attach any: that its clusters get those of the list that are licensed for Starter is assumed",
    },
  },
  {
    edition: "pro",
    role: "self-managed",
    parts: ["starterManagement", "proAdded"],
    also: {
      source: "nkpGuide218",
      confidence: "documented",
      note: "a Pro installation of one cluster may run workloads on it (cluster types, about p. 20): it runs what a Pro management cluster does",
    },
  },
];

export function convertDefaultSets(raw: RawRelease, bibliography: Bibliography): DefaultSet[] {
  return DRAFTS.map((draft) => convertSet(draft, raw, bibliography));
}

function convertSet(
  { edition, role, parts, isLicensedOnly, also }: SetDraft,
  raw: RawRelease,
  bibliography: Bibliography,
) {
  const found = parts.map((id) => {
    const part = raw.defaultSets[id];
    if (part === undefined) throw new Error(`${raw.version} has no default set "${id}".`);
    return part;
  });
  const named = found.flatMap(({ applications }) => applications);
  const applications = isLicensedOnly ? named.filter((name) => isLicensed(name, edition, raw)) : named;
  const provenances = [...found, ...(also === undefined ? [] : [also])].map((one) => bibliography.provenanceOf(one));
  const notes = provenances.flatMap(({ note }) => note ?? []);
  const isAssumed = provenances.some(({ confidence }) => confidence === "assumption");
  return {
    edition,
    role,
    applications,
    confidence: isAssumed ? ("assumption" as const) : (provenances[0]?.confidence ?? "unknown"),
    sources: [...new Set(provenances.flatMap(({ sources }) => sources))],
    ...(notes.length === 0 ? {} : { note: notes.join(" ") }),
  };
}

function isLicensed(
  name: string,
  edition: DefaultSet["edition"],
  { version, platformApplications }: RawRelease,
): boolean {
  const application = platformApplications.find((one) => one.name === name);
  if (application === undefined) throw new Error(`${version} does not describe ${name}, which is on by default.`);
  return application.editionsLicensed.includes(wordOf(edition));
}

/** The dataset says twice what is on by default; a newer one in which the two disagree must not slip through. */
export function assertSameDefaults(raw: RawRelease, sets: readonly DefaultSet[]): void {
  for (const { name, enabledByDefault } of raw.platformApplications) {
    for (const { edition, role, applications } of sets) {
      const said = role === "attached" ? enabledByDefault.attachedOrManagedWorkload : enabledByDefault.management;
      // Of what clusters under a Starter plane run it says nothing.
      if (role === "attached" && said[wordOf(edition)] === undefined && edition === "starter") continue;
      if (said[wordOf(edition)] !== applications.includes(name)) {
        throw new Error(
          `${raw.version}: ${name} is in the default set of ${edition} ${role}, or not; the dataset says both.`,
        );
      }
    }
  }
}

/** An edition as the dataset writes it: `Starter`. */
function wordOf(edition: DefaultSet["edition"]): string {
  return `${edition.charAt(0).toUpperCase()}${edition.slice(1)}`;
}

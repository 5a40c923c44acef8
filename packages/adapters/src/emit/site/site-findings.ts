import type { Finding } from "@nkp-planner/core";
import { emitFinding } from "../making/emit-texts.ts";
import { isFrom, type PlatformWords } from "./platform-words.ts";
import type { SiteCluster } from "./site-cluster.ts";

const INTERNAL_PROJECT = "_internal";
/** @see "Nutanix Kubernetes Platform 2.18 Release Notes", NCN-109515 */
const FIRST_WITHOUT_PROJECTS = [2, 18] as const;

/** What is to be known of where clusters are made, whatever makes them. */
export function siteFindings(
  site: readonly SiteCluster[],
  words: PlatformWords,
  adapterId: string,
): readonly Finding[] {
  const managed = site.filter(({ cluster }) => cluster.managedBy !== null);
  const namespaces = [...new Set(managed.map(({ namespace }) => namespace))];
  const isAdvised = !isFrom(words.version, FIRST_WITHOUT_PROJECTS);
  return [
    ...(words.preRelease === null
      ? []
      : [emitFinding(adapterId, "written-as-release", { planned: words.preRelease, written: words.version })]),
    ...(namespaces.length === 0 ? [] : [emitFinding(adapterId, "workspace-assumed", { namespaces })]),
    ...site
      .filter(({ project }) => project !== null && project !== INTERNAL_PROJECT && !isAdvised)
      .map(({ name, project }) =>
        emitFinding(
          adapterId,
          "project-not-advised",
          { cluster: name, project: project ?? "" },
          { in: "plan", clusterName: name },
        ),
      ),
  ];
}

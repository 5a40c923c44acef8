import type { Finding } from "../../base/findings/finding.ts";
import { InputError } from "../../base/findings/input-error.ts";
import { findingOfProblem } from "../../base/findings/problem.ts";
import type { PlatformCatalog } from "../../input/catalog.ts";
import type { PlanInput } from "../../input/fleet.ts";
import { versionProblems } from "../version-problems.ts";
import { type CalendarGiven, placeIn } from "./told.ts";
import { toldFloors } from "./told-floors.ts";
import { toldPaths } from "./told-paths.ts";
import { toldRunning, toldUpgrades } from "./told-running.ts";
import { toldVersions } from "./told-versions.ts";

/** A fleet and a catalog over which the objects of management clusters were laid. */
export interface WithCalendar<Catalog extends PlatformCatalog> {
  readonly input: PlanInput;
  readonly catalog: Catalog;
  /** Every fact that was replaced or added, and what the objects do not say. */
  readonly findings: readonly Finding[];
}

/**
 * Lays what management clusters say of themselves over the catalog's facts and the fleet's versions, one file after the
 * other. `withCalendar(fleet, catalog, [{ name: "nkp.yaml", value, placeOf }]).findings` says what has changed.
 * @throws InputError where versions come out in no order that a calendar can be made of
 */
export function withCalendar<Catalog extends PlatformCatalog>(
  fleet: PlanInput,
  catalog: Catalog,
  files: readonly CalendarGiven[],
): WithCalendar<Catalog> {
  const [release = ""] = catalog.release.version.split("-");
  let now: WithCalendar<Catalog> = { input: fleet, catalog, findings: [] };
  for (const file of files) {
    const { versions, upgradeFacts } = now.catalog;
    const ofVersions = toldVersions(versions, file);
    const ofPaths = toldPaths(upgradeFacts.paths, file);
    const ofFloors = toldFloors(upgradeFacts, file);
    const ofRunning = toldRunning(now.input, release, file);
    now = {
      input: { ...now.input, running: ofRunning.facts },
      catalog: {
        ...now.catalog,
        versions: ofVersions.facts,
        upgradeFacts: { ...upgradeFacts, paths: ofPaths.facts, floors: ofFloors.facts },
      },
      findings: [
        ...now.findings,
        ...[ofVersions, ofPaths, ofFloors, ofRunning].flatMap(({ findings }) => findings),
        ...toldUpgrades(file),
      ],
    };
  }
  const wrong = orderFindings(now.catalog, files);
  if (wrong.length > 0) throw new InputError("calendar", wrong);
  return now;
}

/** What is wrong with the order of all versions together, where the object of one stands. */
function orderFindings({ versions }: PlatformCatalog, files: readonly CalendarGiven[]): readonly Finding[] {
  return versionProblems(versions).map((problem) => {
    const about = versions[Number(problem.path[2])]?.version ?? "";
    const told = files.flatMap((file) =>
      file.value.releases.map(({ version }, index) => ({ file, index, version, words: problem.expected.split(" ") })),
    );
    const at =
      told.find(({ version }) => version === about) ?? told.find(({ version, words }) => words.includes(version));
    if (at === undefined) return findingOfProblem({ ...problem, path: [] });
    const { line, column } = placeIn(at.file, "releases", at.index);
    const place = line === undefined || column === undefined ? {} : { line, column };
    return findingOfProblem({ ...problem, found: `${problem.found} of ${about}`, path: [], ...place }, at.file.name);
  });
}

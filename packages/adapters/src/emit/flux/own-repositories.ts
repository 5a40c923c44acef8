import { didYouMean, InputError, type Problem, shown } from "@nkp-planner/core";
import type { FluxOptions } from "./flux-options.ts";
import type { ClusterPlace } from "./places.ts";

type Addresses = Pick<FluxOptions, "gitUrl" | "gitUrls">;

/** Address of the repository that a cluster follows. */
export function repositoryOf({ site }: ClusterPlace, { gitUrl, gitUrls }: Addresses): string {
  const { name } = site.cluster;
  return (Object.hasOwn(gitUrls, name) ? gitUrls[name] : undefined) ?? gitUrl;
}

/** Clusters that follow a repository of their own. */
export function withOwnRepository(places: readonly ClusterPlace[], options: Addresses): readonly ClusterPlace[] {
  return places.filter((place) => Object.hasOwn(options.gitUrls, place.site.cluster.name));
}

/**
 * @throws InputError with every repository of a cluster that is not there, or that another cluster applies: its source is
 * on that one, where its tenant reads no secret
 */
export function checkOwnRepositories(places: readonly ClusterPlace[], { gitUrls }: Addresses, subject: string): void {
  const own = places.filter(({ appliedBy }) => appliedBy === null).map(({ site }) => site.cluster.name);
  const problems = Object.keys(gitUrls)
    .filter((name) => !own.includes(name))
    .map(
      (name): Problem => ({
        path: ["gitUrls", name],
        found: `${shown(name)}, which the plan does not have or another cluster manages`,
        expected: "a cluster of the plan that manages itself",
        fix: didYouMean(name, own),
      }),
    );
  if (problems.length > 0) throw new InputError(subject, problems);
}

import { InputError, type Problem, shown } from "@nkp-planner/core";
import type { SiteCluster } from "../site/site-cluster.ts";
import { type SiteRequest, siteOf } from "../site/site-of.ts";
import { FIRST_POOL, poolsInCommands } from "./pools-in-commands.ts";

/**
 * Every cluster with its place, as far as flags can say it.
 * @throws InputError with all that no cluster can be made of, and all that no flag can say
 */
export function scriptableSite(request: SiteRequest): readonly SiteCluster[] {
  const own = [...categoryProblems(request), ...request.plan.clusters.flatMap(poolProblems)];
  try {
    const site = siteOf(request);
    if (own.length === 0) return site;
  } catch (error) {
    if (!InputError.is(error)) throw error;
    throw new InputError(error.subject, [...error.findings, ...own]);
  }
  throw new InputError(`options of ${request.adapterId}`, own);
}

/** A category is one word, and the first equals sign ends its key. */
function categoryProblems({ options }: SiteRequest): readonly Problem[] {
  const places = [
    [["categories"], options.categories] as const,
    ...Object.entries(options.clusters).map(
      ([name, one]) => [["clusters", name, "categories"], one.categories] as const,
    ),
  ];
  return places.flatMap(([path, categories]) =>
    Object.keys(categories ?? {})
      .filter((key) => key.includes("="))
      .map((key) => ({
        code: "wrong-form" as const,
        path: [...path, key],
        found: shown(key),
        expected: "a key without an equals sign, which the command cannot be told",
        fix: "name another category",
      })),
  );
}

function poolProblems(cluster: SiteRequest["plan"]["clusters"][number]): readonly Problem[] {
  if (!cluster.pools.some(({ role }) => role === "control-plane")) return [];
  return poolsInCommands(cluster)
    .further.filter(({ name }) => name === FIRST_POOL)
    .map(() => ({
      path: ["clusters", cluster.name],
      found: `a further pool with the name ${FIRST_POOL}`,
      expected: "another name: the first pool of workers gets this one",
      fix: "rename the pool in the fleet file",
    }));
}

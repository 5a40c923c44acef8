import { type Problem, shown } from "@nkp-planner/core";
import { dnsLabels, LONGEST_LABEL } from "../../kubernetes/names.ts";
import type { ClusterOptions } from "../options/site-fields.ts";
import type { ClusterToEmit } from "../plan-to-emit.ts";

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** How a cluster is to be called. */
export function wantedName({ name }: ClusterToEmit, own: ClusterOptions | undefined): string {
  return own?.name ?? name;
}

/** Names of clusters and pools that Kubernetes does not take, or that stand twice. */
export function nameProblems(
  clusters: readonly ClusterToEmit[],
  of: (cluster: ClusterToEmit) => ClusterOptions | undefined,
  longest: number,
): readonly Problem[] {
  const names = clusters.map((cluster) => wantedName(cluster, of(cluster)));
  return clusters.flatMap((cluster, index) => {
    const name = names[index] ?? "";
    const path = ["clusters", cluster.name, "name"];
    const [instead = ""] = dnsLabels([name], { word: "cluster", longest });
    const isTwice = names.indexOf(name) !== index;
    return [
      ...(isName(name, longest) ? [] : [badName(path, name, longest, `add a name, for example name: ${instead}`)]),
      ...(isTwice
        ? [{ path, found: `${shown(name)} twice`, expected: "a name for each cluster", fix: "give one another name" }]
        : []),
      ...cluster.pools
        .filter((pool) => !isName(pool.name, LONGEST_LABEL))
        .map((pool) =>
          badName(["clusters", cluster.name], pool.name, LONGEST_LABEL, "rename the pool in the fleet file"),
        ),
    ];
  });
}

function isName(name: string, longest: number): boolean {
  return name.length <= longest && DNS_LABEL.test(name);
}

function badName(path: readonly string[], name: string, longest: number, fix: string): Problem {
  const expected = `lower-case letters, digits and hyphens, ${longest} at most for this release`;
  return { code: "wrong-form", path, found: shown(name), expected, fix };
}

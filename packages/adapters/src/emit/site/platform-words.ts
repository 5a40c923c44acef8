import { InputError } from "@nkp-planner/core";
import type { PlanToEmit } from "../plan-to-emit.ts";

/** From this release on the platform's own object holds the cluster. */
export const FIRST_WITH_NKP_CLUSTER = [2, 18] as const;

/** How a release of the platform calls things. */
export interface PlatformWords {
  /** `2.17.1`, without what marks a pre-release. */
  readonly version: string;
  /** The plan's release, where it is one that was never released. */
  readonly preRelease: string | null;
  /** `1.34.3` */
  readonly kubernetesVersion: string;
  readonly clusterClass: string;
  /** Whether clusters are kept as NKPCluster, and not as Cluster of Cluster API. */
  readonly hasNkpCluster: boolean;
  readonly longestClusterName: number;
  /** Of management clusters and those that manage themselves. */
  readonly ownNamespace: string;
}

/**
 * What the release of a plan calls things.
 * @param kubernetesVersion what the options say
 * @throws InputError where neither the catalog nor the options say the exact version of Kubernetes
 * @see "Nutanix Kubernetes Platform 2.18 Release Notes", 2026-07-16: NKPCluster, namespace kommander, 58 characters
 */
export function platformWords(
  { release }: Pick<PlanToEmit, "release">,
  kubernetesVersion: string | undefined,
  adapterId: string,
): PlatformWords {
  const version = release.version.split("-")[0] ?? release.version;
  const hasNkpCluster = isFrom(version, FIRST_WITH_NKP_CLUSTER);
  const exact = kubernetesVersion ?? release.kubernetesPatch;
  if (exact === null) {
    const found = `Kubernetes ${release.kubernetesVersion} without its last number, which the catalog does not know`;
    throw new InputError(`options of ${adapterId}`, [
      {
        ...{ code: "missing", path: ["kubernetesVersion"], found, expected: `the version of ${release.id}'s images` },
        fix: `add for example kubernetesVersion: ${release.kubernetesVersion}.5`,
      },
    ]);
  }
  return {
    version,
    preRelease: version === release.version ? null : release.version,
    kubernetesVersion: exact,
    clusterClass: `nkp-nutanix-v${version}`,
    hasNkpCluster,
    longestClusterName: hasNkpCluster ? 58 : 63,
    ownNamespace: hasNkpCluster ? "kommander" : "default",
  };
}

/** Whether a version is not before another. */
export function isFrom(version: string, [major, minor]: readonly [number, number]): boolean {
  const [own = 0, second = 0] = version.split(/[.-]/).map(Number);
  return own > major || (own === major && second >= minor);
}

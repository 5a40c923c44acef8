import type { Move } from "./planned-moves.ts";

/** @see https://docs.renovatebot.com/renovate-schema.json */
const SCHEMA = "https://docs.renovatebot.com/renovate-schema.json";
const DATA_SOURCE = "endoflife-date";
/** How versions stand in `nkp-versions.json`. */
const VERSIONS_IN_FILE = String.raw`"package":\s*"(?<packageName>[a-z0-9-]+)",\s*"nkp":\s*"(?<currentValue>[^"]+)"`;

/** A cluster as Renovate knows it. */
export interface ClusterRules {
  readonly label: string;
  /** Oldest version first. */
  readonly moves: readonly Move[];
  /** The first version that it is never proposed. */
  readonly below: string;
}

/**
 * Versions come from the folder of the calendar; a version that a cluster moves to on a day is allowed from that day on.
 * Of the rules that match, the last one counts: that of the oldest version whose day is still to come.
 * Looked up with Renovate 42.99.0 on a day between two of the example's days, this proposed what had come and nothing else.
 * @see renovatebot/renovate, lib/workers/repository/process/lookup/filter.ts, lib/util/package-rules/jsonata.ts
 */
export function renovateConfig(endOfLifeUrl: string, clusters: readonly ClusterRules[]): object {
  return {
    $schema: SCHEMA,
    description: "Versions of NKP, each cluster's from its day on",
    customManagers: [
      {
        customType: "regex",
        managerFilePatterns: ["/(^|/)nkp-versions\\.json$/"],
        matchStrings: [VERSIONS_IN_FILE],
        depNameTemplate: "{{packageName}}",
        datasourceTemplate: DATA_SOURCE,
        registryUrlTemplate: `${endOfLifeUrl.replace(/\/+$/, "")}/clusters`,
      },
    ],
    packageRules: clusters.flatMap(rulesOf),
  };
}

function rulesOf({ label, moves, below }: ClusterRules): readonly object[] {
  const of = { matchDatasources: [DATA_SOURCE], matchPackageNames: [label] };
  return [
    { description: `${label}: nothing from ${below} on is planned`, ...of, allowedVersions: `<${below}` },
    ...moves.toReversed().map(({ minor, on }) => ({
      description: `${label}: ${minor} on ${on}`,
      ...of,
      matchJsonata: [`$now() < '${on}'`],
      allowedVersions: `<${minor}`,
    })),
  ];
}

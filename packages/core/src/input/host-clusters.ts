import * as z from "zod";
import { IdField, NoteField } from "./fields.ts";
import { type HostProfile, parseHostProfile } from "./parameters.ts";

const MOST_HOST_CLUSTERS = 20;
const MOST_HOSTS = 100_000;
const EXAMPLE_HOSTS = 16;
const MOST_PLACED = 100_000;

/** What may be placed beside tenants by name: clusters without tenants, those with tenants, Prism Central. */
export const HOSTED_ROLES = ["management", "tenants", "prism-central"] as const;
export type HostedRole = (typeof HOSTED_ROLES)[number];

export const HostClustersFile = z
  .array(
    z.strictObject({
      name: IdField.meta({ description: "What the cluster of hosts is called.", examples: ["gold"] }),
      note: NoteField,
      host: z
        .string()
        .refine((text) => parseHostProfile(text) !== null, { error: "a host, such as 32x512x15.36" })
        .optional()
        .meta({
          title: "cores x GiB x raw TiB",
          description: "What one of its hosts has. Left out: as --set host-profile has it.",
          examples: ["48x1024x30"],
        }),
      maxHosts: z
        .int()
        .min(1)
        .max(MOST_HOSTS)
        .optional()
        .meta({
          title: "hosts",
          description: "How many hosts it may have at a site, spare ones included. Left out: any number.",
          examples: [EXAMPLE_HOSTS],
        }),
      stretched: z
        .boolean()
        .optional()
        .meta({
          description:
            "true: a second site has as many hosts again, and a copy of all data at any time, so that either site carries everything. Left out: false.",
          examples: [true],
        }),
    }),
  )
  .min(1)
  .max(MOST_HOST_CLUSTERS)
  .optional()
  .meta({
    description:
      "Clusters of hosts, each with spare hosts of its own; what placement does not name lies on the first. Left out: one for all.",
    examples: [[{ name: "gold" }, { name: "silver", host: "32x512x15.36" }]],
  });

export const PlacementFile = z
  .array(
    z.strictObject({
      hostCluster: IdField.meta({ description: "A name in hostClusters.", examples: ["silver"] }),
      tenants: z
        .array(IdField)
        .max(MOST_PLACED)
        .optional()
        .meta({ description: "Ids of tenants whose clusters lie on it.", examples: [["orchid"]] }),
      roles: z
        .array(z.enum(HOSTED_ROLES))
        .optional()
        .meta({
          description:
            "management: clusters in which no tenant lives; tenants: those of tenants that are not named; prism-central.",
          examples: [["management", "prism-central"]],
        }),
    }),
  )
  .max(MOST_PLACED)
  .optional()
  .meta({
    description: "What lies on which cluster of hosts; all that is not named lies on the first.",
    examples: [[{ hostCluster: "silver", tenants: ["orchid"] }]],
  });

/** A cluster of hosts that a fleet asks for. */
export interface HostCluster {
  readonly name: string;
  /** null: as assumed for all hosts. */
  readonly profile: HostProfile | null;
  /** At a site; null: any number. */
  readonly mostHostCount: number | null;
  /** Sites with alike hosts, each of which carries everything: 2 where it is stretched. */
  readonly siteCount: number;
}

/** The clusters of hosts that a fleet names, the first of them for everything that is not placed. */
export interface Hosting {
  readonly hostClusters: readonly [HostCluster, ...HostCluster[]];
  /** Name of the cluster of hosts for each role that is placed. */
  readonly placedRoles: Readonly<Partial<Record<HostedRole, string>>>;
}

interface File {
  readonly hostClusters?: z.output<typeof HostClustersFile>;
  readonly placement?: z.output<typeof PlacementFile>;
}

/** The clusters of hosts of a fleet's file; null where it names none. */
export function hostingOf({ hostClusters = [], placement = [] }: File): Hosting | null {
  const [first, ...others] = hostClusters.map(
    ({ name, host, maxHosts, stretched = false }): HostCluster => ({
      name,
      profile: host === undefined ? null : parseHostProfile(host),
      mostHostCount: maxHosts ?? null,
      siteCount: stretched ? 2 : 1,
    }),
  );
  if (first === undefined) return null;
  const placed = placement.flatMap(({ hostCluster, roles = [] }) => roles.map((role) => [role, hostCluster] as const));
  return { hostClusters: [first, ...others], placedRoles: Object.fromEntries(placed) };
}

/** Tenants that are placed by name, by id, with the cluster of hosts of each. */
export function placedTenants({ placement = [] }: File): ReadonlyMap<string, string> {
  return new Map(placement.flatMap(({ hostCluster, tenants = [] }) => tenants.map((id) => [id, hostCluster] as const)));
}

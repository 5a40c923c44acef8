import * as z from "zod";
import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { readWith } from "../base/findings/problems.ts";
import { didYouMean, shown } from "../base/shown.ts";
import { ClusterRole, type PlatformCatalog } from "../input/catalog.ts";
import { Edition } from "../input/edition-facts.ts";
import type { Tenant } from "../input/fleet.ts";
import type { ClusterBlueprint } from "./operating-model.ts";

/** Names of clusters go into names of nodes and files: a DNS label. */
const CLUSTER_NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const ClusterName = z
  .string()
  .regex(CLUSTER_NAME)
  .meta({ title: "lower-case letters, digits and hyphens, at most 63", examples: ["tenant-orchid"] });

const Blueprint = z.strictObject({
  name: ClusterName,
  role: ClusterRole,
  edition: Edition,
  tenantIds: z.array(z.string()),
  managedBy: z.string().nullable(),
  poolRoles: z.array(z.enum(["control-plane", "platform", "workload"])),
  services: z.literal("central").optional(),
  reportsTo: z.string().optional(),
});
const Layout = z.strictObject({ clusters: z.array(Blueprint) });

/** What a model laid out, with the shape of a layout. @throws InputError naming every field that is none of a blueprint's */
export function readLayout(modelId: string, clusters: unknown): readonly ClusterBlueprint[] {
  // The schema says what is wrong, at a hundred times the cost of seeing that nothing is.
  if (Array.isArray(clusters) && clusters.every(isBlueprint)) return clusters.map(ordered);
  return readWith(Layout, { clusters }, subjectOf(modelId)).clusters as readonly ClusterBlueprint[];
}

const FIELDS = new Set(Object.keys(Blueprint.shape));
const POOL_ROLES: readonly unknown[] = Blueprint.shape.poolRoles.element.options;

/** Whether the schema would take it; false where that is not plain to see. */
function isBlueprint(value: unknown): value is ClusterBlueprint {
  if (typeof value !== "object" || value === null) return false;
  const { name, role, edition, tenantIds, managedBy, poolRoles, services, reportsTo } = value as ClusterBlueprint;
  return (
    Object.entries(value).every(([field, part]) => FIELDS.has(field) && part !== undefined) &&
    typeof name === "string" &&
    CLUSTER_NAME.test(name) &&
    ClusterRole.options.includes(role) &&
    Edition.options.includes(edition) &&
    Array.isArray(tenantIds) &&
    tenantIds.every((id) => typeof id === "string") &&
    (managedBy === null || typeof managedBy === "string") &&
    Array.isArray(poolRoles) &&
    poolRoles.every((one) => POOL_ROLES.includes(one)) &&
    (services === undefined || services === "central") &&
    (reportsTo === undefined || typeof reportsTo === "string")
  );
}

/** A copy with its fields in the order of the schema, in which documents have them. */
function ordered(given: ClusterBlueprint): ClusterBlueprint {
  const { name, role, edition, tenantIds, managedBy, poolRoles, services, reportsTo } = given;
  return {
    ...{ name, role, edition, tenantIds: [...tenantIds], managedBy, poolRoles: [...poolRoles] },
    ...(services === undefined ? {} : { services }),
    ...(reportsTo === undefined ? {} : { reportsTo }),
  };
}

/**
 * Refuses a layout that a plan would count wrongly without a word: a tenant forgotten or laid out twice, one name for
 * two clusters, a manager that is not there.
 * @throws InputError with every problem of the layout at once; `clusters[2].managedBy` is its third cluster's manager
 */
export function requireLayout(
  modelId: string,
  layout: readonly ClusterBlueprint[],
  tenants: readonly Pick<Tenant, "id">[],
  catalog: Pick<PlatformCatalog, "release" | "nodeMinimums">,
): void {
  const named = namedIn(layout);
  const problems = [
    ...layout.flatMap((cluster, index) => clusterProblems(cluster, ["clusters", index], named, catalog)),
    ...repeatedNames(layout),
    ...homeProblems(layout, tenants),
  ];
  if (problems.length > 0) throw new InputError(subjectOf(modelId), problems);
}

function subjectOf(modelId: string): string {
  return `the layout of model ${modelId}`;
}

type Path = Problem["path"];

/** Clusters that others may name, found once for a layout of thousands. */
interface Named {
  readonly managers: ReadonlySet<string>;
  /** In which no tenant lives. */
  readonly shared: ReadonlySet<string>;
}

function namedIn(layout: readonly ClusterBlueprint[]): Named {
  const namesWhere = (is: (cluster: ClusterBlueprint) => boolean) => new Set(layout.filter(is).map(({ name }) => name));
  return {
    managers: namesWhere(({ role }) => role === "management"),
    shared: namesWhere(({ tenantIds }) => tenantIds.length === 0),
  };
}

function clusterProblems(
  cluster: ClusterBlueprint,
  path: Path,
  { managers, shared }: Named,
  catalog: Pick<PlatformCatalog, "release" | "nodeMinimums">,
): readonly Problem[] {
  return [
    ...managerProblems(cluster, path, managers),
    ...reportProblems(cluster, path, shared),
    ...poolProblems(cluster, path),
    ...kindProblems(cluster, path, catalog),
  ];
}

/** An attached cluster has a manager, no other has; a manager looks after others and houses nobody. */
function managerProblems(
  { role, managedBy, tenantIds }: ClusterBlueprint,
  path: Path,
  managers: ReadonlySet<string>,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (role === "attached" && (managedBy === null || !managers.has(managedBy))) {
    const expected = "the name of a management cluster of the layout, as it is attached";
    const fix = managers.size === 0 ? "lay out a management cluster" : didYouMean(managedBy ?? "", [...managers]);
    problems.push({ path: [...path, "managedBy"], found: shown(managedBy), expected, fix });
  }
  if (role !== "attached" && managedBy !== null) {
    const fix = `write role: "attached", or managedBy: null`;
    const expected = `null, as it is ${role}`;
    problems.push({ path: [...path, "managedBy"], found: shown(managedBy), expected, fix });
  }
  if (role === "management" && tenantIds.length > 0) {
    const expected = "none: a management cluster serves the tenants of the clusters it manages";
    problems.push({ path: [...path, "tenantIds"], found: shown(tenantIds), expected, fix: "give them a cluster" });
  }
  return problems;
}

/** What several report to is paid by all of them, so it must not be one tenant's own. */
function reportProblems(
  { name, reportsTo }: ClusterBlueprint,
  path: Path,
  shared: ReadonlySet<string>,
): readonly Problem[] {
  if (reportsTo === undefined || (reportsTo !== name && shared.has(reportsTo))) return [];
  const others = [...shared].filter((one) => one !== name);
  const expected = "the name of another cluster of the layout in which no tenant lives";
  const fix = others.length === 0 ? "lay one out" : didYouMean(reportsTo, others);
  return [{ path: [...path, "reportsTo"], found: shown(reportsTo), expected, fix }];
}

/** A control plane and one kind of workers, which tenants may use where there are any. */
function poolProblems({ poolRoles, tenantIds }: ClusterBlueprint, path: Path): readonly Problem[] {
  const workers = poolRoles.filter((role) => role !== "control-plane");
  const found = poolRoles.length === 0 ? "no pools" : poolRoles.join(", ");
  const place = [...path, "poolRoles"];
  if (workers.length !== 1 || poolRoles.length !== 2) {
    const expected = "control-plane, and one of platform and workload";
    return [{ path: place, found, expected, fix: 'write for example ["control-plane", "workload"]' }];
  }
  if (tenantIds.length === 0 || workers[0] === "workload") return [];
  const expected = "workload, as tenants live in it: no tenant may use a platform pool";
  return [{ path: place, found, expected, fix: 'write ["control-plane", "workload"]' }];
}

/** An edition and role of which the catalog knows neither default applications nor sizes cannot be counted. */
function kindProblems(
  { edition, role }: ClusterBlueprint,
  path: Path,
  { release, nodeMinimums }: Pick<PlatformCatalog, "release" | "nodeMinimums">,
): readonly Problem[] {
  const sized = release.defaultSets.filter((set) =>
    nodeMinimums.some((minimum) => minimum.role === set.role && minimum.editions.includes(set.edition)),
  );
  if (sized.some((set) => set.edition === edition && set.role === role)) return [];
  const known = sized.map((set) => `${set.edition} ${set.role}`);
  const expected = `an edition and role that ${release.id} describes`;
  return [
    { path: [...path, "edition"], found: `${edition} ${role}`, expected, fix: `use one of: ${known.join(", ")}` },
  ];
}

function repeatedNames(layout: readonly ClusterBlueprint[]): readonly Problem[] {
  const firstAt = new Map<string, number>();
  return layout.flatMap(({ name }, index): readonly Problem[] => {
    const first = firstAt.get(name);
    firstAt.set(name, first ?? index);
    if (first === undefined) return [];
    const fix = `give it another name; the other one is clusters[${first}]`;
    const expected = "a name of its own";
    return [{ path: ["clusters", index, "name"], found: `${shown(name)} a second time`, expected, fix }];
  });
}

/** Every tenant lives in exactly one cluster, and nobody else does. */
function homeProblems(layout: readonly ClusterBlueprint[], tenants: readonly Pick<Tenant, "id">[]): readonly Problem[] {
  const known = new Set(tenants.map(({ id }) => id));
  const homes = new Set<string>();
  const problems = layout.flatMap(({ tenantIds }, at) =>
    tenantIds.flatMap((id, index): readonly Problem[] => {
      const path = ["clusters", at, "tenantIds", index];
      const isSecond = homes.has(id);
      homes.add(id);
      if (!known.has(id))
        return [{ path, found: shown(id), expected: "the id of a tenant of the fleet", fix: "leave it out" }];
      if (!isSecond) return [];
      return [{ path, found: `${shown(id)} a second time`, expected: "one home a tenant", fix: "leave it out here" }];
    }),
  );
  const forgotten = tenants.filter(({ id }) => !homes.has(id));
  return [
    ...problems,
    ...forgotten.map(({ id }) => ({
      path: ["clusters"],
      found: `no cluster for ${shown(id)}`,
      expected: "one, as each tenant is laid out exactly once",
      fix: "let layout() return a cluster for every tenant that it is given",
    })),
  ];
}

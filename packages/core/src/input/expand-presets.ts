import * as z from "zod";
import type { Problem } from "../base/findings/problem.ts";
import { bytesOf, millicoresOf, parseQuantity } from "../base/quantities/quantity.ts";
import { didYouMean, shown } from "../base/shown.ts";
import type { TypicalComponent, WorkloadLibrary } from "./presets.ts";
import type { Workload } from "./workload.ts";
import { schedulingOf } from "./workload-fields.ts";

const MOST_INSTANCES = 1000;

const ApplicationFile = z.strictObject({
  application: z
    .string()
    .min(1)
    .meta({
      title: "id of a typical application",
      description: "Which application; nkp-planner catalog list names all.",
      examples: ["wordpress"],
    }),
  count: z
    .int()
    .min(1)
    .max(MOST_INSTANCES)
    .default(1)
    .meta({
      title: "instances",
      description: "How many of it: each has every component, at all its replicas.",
      examples: [2],
    }),
});

/** What a tenant of a fleet file may say instead of, or beside, `workloads`. */
export const libraryFields = {
  preset: z
    .string()
    .min(1)
    .optional()
    .meta({
      title: "id of a preset",
      description: "A usual size of tenant, instead of workloads: S, M, L or XL; catalog show preset-M has its pods.",
      examples: ["M"],
    }),
  applications: z
    .array(ApplicationFile)
    .max(100)
    .optional()
    .meta({
      description: "Typical applications that it runs, at the requests of their public charts.",
      examples: [[{ application: "wordpress", count: 2 }]],
    }),
};

interface Named {
  readonly preset?: string | undefined;
  readonly applications?: readonly z.output<typeof ApplicationFile>[] | undefined;
}

/**
 * The workloads behind the names that a tenant uses: `wordpress/mariadb-primary` for a component of an application
 * (twice its replicas where the count is 2), `M/wordpress/mariadb-primary` for one of a preset.
 */
export function expandNamed({ preset, applications }: Named, library: WorkloadLibrary | undefined): Workload[] {
  const components = library?.presets.find(({ id }) => id === preset)?.components ?? [];
  const instances = applications ?? [];
  return [
    ...components.map((one) => workloadOfComponent(one, `${preset}/${one.application}`, 1)),
    ...instances.flatMap(({ application, count }) => {
      const found = library?.applications.find(({ id }) => id === application);
      return (found?.components ?? []).map((one) => workloadOfComponent(one, application, count));
    }),
  ];
}

/** The names that a tenant uses, for people: `preset M`, `wordpress`, `ghost × 2`. */
export function sizedBy({ preset, applications = [] }: Named): { sizedBy?: readonly string[] } {
  const names = [
    ...(preset === undefined ? [] : [`preset ${preset}`]),
    ...applications.map(({ application, count }) => (count === 1 ? application : `${application} × ${count}`)),
  ];
  return names.length === 0 ? {} : { sizedBy: names };
}

/**
 * A component as a workload of a tenant. A volume that the replicas share counts once, an equal part with each of them.
 * A request that no source states is counted as 0 and named in `unknownRequests`.
 */
export function workloadOfComponent(component: TypicalComponent, owner: string, instanceCount: number): Workload {
  const { name, kind, replicas, requests, volume } = component;
  const volumeBytes = volume === null ? 0 : bytesIn(volume.size);
  const isShared = volume?.per === "component" && replicas > 0;
  const unknownRequests = (["cpu", "memory"] as const).filter((key) => requests[key] === null);
  return {
    name: `${owner}/${name}`,
    kind,
    replicas: replicas * instanceCount,
    requestsPerReplica: {
      cpuMillicores: millicoresOf(parseQuantity(requests.cpu ?? "0") ?? 0n),
      memoryBytes: bytesIn(requests.memory ?? "0"),
      storageBytes: isShared ? Math.ceil(volumeBytes / replicas) : volumeBytes,
    },
    ...schedulingOf({}),
    ...(unknownRequests.length === 0 ? {} : { unknownRequests }),
  };
}

function bytesIn(quantity: string): number {
  return bytesOf(parseQuantity(quantity) ?? 0n);
}

/** A tenant that nobody sized, or that was sized by its totals and by its parts. */
export function sizeProblems(tenant: Readonly<Record<string, unknown>>, path: Problem["path"]): readonly Problem[] {
  const parts = ["workloads", "preset", "applications"].filter((key) => tenant[key] !== undefined);
  const hasDemand = tenant["demand"] !== undefined;
  if (parts.length > 0 !== hasDemand) return [];
  const named = parts.join(", ");
  return [
    {
      path,
      found: hasDemand ? `both ${named} and demand` : "neither workloads nor demand",
      expected: hasDemand ? "totals alone, or no totals" : "workloads, preset, applications or demand",
      fix: hasDemand
        ? `remove the totals in demand, or ${named}`
        : "add workloads: [] for a tenant that runs nothing yet",
    },
  ];
}

/** Names that the library does not have, an application named twice, or any name where no library was given. */
export function nameProblems(
  tenant: Readonly<Record<string, unknown>>,
  path: Problem["path"],
  library: WorkloadLibrary | undefined,
): readonly Problem[] {
  const { preset, applications } = tenant;
  const listed = Array.isArray(applications) ? applications : [];
  const names = listed.map((one) => (typeof one === "object" && one !== null ? Reflect.get(one, "application") : null));
  const presetIds = library?.presets.map(({ id }) => id);
  const applicationIds = library?.applications.map(({ id }) => id);
  return [
    ...unknownName(preset, "preset", presetIds, [...path, "preset"]),
    ...names.flatMap((name, index) => {
      const place = [...path, "applications", index, "application"];
      const unknown = unknownName(name, "typical application", applicationIds, place);
      const first = names.indexOf(name);
      if (unknown.length > 0 || typeof name !== "string" || first === index) return unknown;
      const fix = `remove it and raise the count of applications[${first}]`;
      return [{ path: place, found: `${shown(name)} a second time`, expected: "each application once", fix }];
    }),
  ];
}

function unknownName(
  name: unknown,
  what: string,
  known: readonly string[] | undefined,
  path: Problem["path"],
): readonly Problem[] {
  if (typeof name !== "string" || name === "" || known?.includes(name)) return [];
  const found = shown(name);
  if (known === undefined) {
    const fix = "write the workloads out, or give the reader a library to look names up in";
    return [{ path, found, expected: `no ${what} here, as no library of them was given`, fix }];
  }
  return [{ path, found, expected: `a ${what} of the catalog`, fix: nearestName(name, known) }];
}

/** The id that was meant. One or two letters are near to every short id, so no more than their case is forgiven. */
function nearestName(name: string, known: readonly string[]): string {
  const isInOtherCase = known.some((one) => one.toLowerCase() === name.toLowerCase());
  return name.length > 2 || isInOtherCase ? didYouMean(name, known) : `use one of: ${known.join(", ")}`;
}

import { InputError, type Problem } from "@nkp-planner/core";
import { type DefaultRequests, readDefaultRequests } from "../workloads/default-requests.ts";

/** What the reader can be told, as people write it. */
export interface DemandWords {
  readonly tenant?: string | undefined;
  readonly "tenant-by"?: string | undefined;
  readonly "leave-out"?: string | undefined;
  readonly "default-requests"?: string | undefined;
  readonly jobs: "left-out" | "counted";
}

/** The same, read. */
export interface DemandOptions {
  readonly tenant: string | undefined;
  /** `namespace`, `label:KEY`, `annotation:KEY`; undefined: all is of one tenant. */
  readonly tenantBy: string | undefined;
  /** Namespaces that are no tenant's. */
  readonly leftOut: ReadonlySet<string>;
  readonly defaults: DefaultRequests | undefined;
  readonly countsJobs: boolean;
}

/** Reads what the reader is told. @throws InputError with everything of it that cannot be read */
export function demandOptions(words: DemandWords): DemandOptions {
  const { tenant, jobs, "tenant-by": tenantBy, "default-requests": given, "leave-out": leftOut = "" } = words;
  const defaults = given === undefined ? undefined : readDefaultRequests(given);
  const problems: Problem[] = [
    ...(tenantBy === undefined || /^(namespace|(label|annotation):\S+)$/.test(tenantBy)
      ? []
      : [problemOf("tenant-by", tenantBy, "namespace, label:KEY or annotation:KEY", "write for example label:tenant")]),
    ...(defaults !== undefined && "found" in defaults ? [defaults] : []),
  ];
  if (problems.length > 0) throw new InputError("options of kubernetes-objects", problems);
  return {
    ...{ tenant, tenantBy },
    leftOut: new Set(leftOut.split(",").map((one) => one.trim())),
    defaults: defaults === undefined || "found" in defaults ? undefined : defaults,
    countsJobs: jobs === "counted",
  };
}

function problemOf(key: string, given: string, expected: string, fix: string): Problem {
  return { path: [key], found: JSON.stringify(given), expected, fix };
}

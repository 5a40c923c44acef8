import { InputError, type Problem } from "@nkp-planner/core";
import { type DefaultRequests, readDefaultRequests } from "../workloads/default-requests.ts";
import type { Basis } from "./sized.ts";

/** What the reader can be told, as people write it. */
export interface SizingWords {
  readonly tenant?: string | undefined;
  readonly "tenant-by"?: string | undefined;
  readonly "leave-out"?: string | undefined;
  readonly basis?: Basis | undefined;
  readonly missing?: "strict" | "limit-range" | "usage" | undefined;
  readonly "default-requests"?: string | undefined;
  readonly pods?: string | undefined;
  readonly jobs: "left-out" | "counted";
}

/** The same, read. */
export interface SizingOptions {
  readonly tenant: string | undefined;
  /** undefined: all is of one tenant. */
  readonly tenantBy: "namespace" | "cluster" | undefined;
  /** Namespaces that are no tenant's. */
  readonly leftOut: ReadonlySet<string>;
  /** undefined: what is usual for the tool. */
  readonly basis: Basis | undefined;
  /** Whether what is used stands for what is not known. */
  readonly fillsByUsage: boolean;
  readonly defaults: DefaultRequests | undefined;
  /** Pods of a workload by its name, with its namespace or without. */
  readonly podCounts: ReadonlyMap<string, number>;
  /** Of every other; undefined: not said. */
  readonly podCount: number | undefined;
  readonly countsJobs: boolean;
}

/** Reads what the reader is told. @throws InputError with everything of it that cannot be read */
export function sizingOptions(words: SizingWords): SizingOptions {
  const { tenant, basis, jobs, "tenant-by": tenantBy, "leave-out": leftOut = "", "default-requests": given } = words;
  const missing = words.missing ?? (given === undefined ? "strict" : "limit-range");
  const defaults = given === undefined ? undefined : readDefaultRequests(given);
  const pods = (words.pods ?? "").split(",").flatMap((one) => one.trim() || []);
  const isCounts = pods.every((one) => COUNT.test(one));
  const problems: Problem[] = [
    ...(tenantBy === undefined || tenantBy === "namespace" || tenantBy === "cluster"
      ? []
      : [problemOf("tenant-by", tenantBy, "namespace or cluster", "write one of the two")]),
    ...(defaults !== undefined && "found" in defaults ? [defaults] : []),
    ...(missing === "limit-range" && given === undefined
      ? [problemOf("missing", missing, "what is taken instead", "add --option default-requests=100m/128Mi")]
      : []),
    ...(missing !== "limit-range" && given !== undefined
      ? [problemOf("default-requests", given, "missing=limit-range beside it", "leave out missing, or this")]
      : []),
    ...(isCounts && (words.pods === undefined || pods.length > 0)
      ? []
      : [
          problemOf(
            "pods",
            words.pods ?? "",
            "counts of pods",
            "write 2, or web=3,shop/db=2,1 for each and the others",
          ),
        ]),
  ];
  if (problems.length > 0) throw new InputError("options of right-sizing", problems);
  const counts = pods.map((one) => COUNT.exec(one) ?? []).map(([, name = "", count]) => [name, Number(count)] as const);
  return {
    ...{ tenant, basis },
    tenantBy: tenantBy as SizingOptions["tenantBy"],
    leftOut: new Set(leftOut.split(",").flatMap((one) => one.trim() || [])),
    fillsByUsage: missing === "usage",
    defaults: defaults === undefined || "found" in defaults ? undefined : defaults,
    podCounts: new Map(counts.filter(([name]) => name !== "")),
    podCount: counts.find(([name]) => name === "")?.[1],
    countsJobs: jobs === "counted",
  };
}

/** `3`, `web=3`, `shop/db=2`. */
const COUNT = /^(?:([^=]+)=)?([1-9]\d{0,5})$/;

function problemOf(key: string, given: string, expected: string, fix: string): Problem {
  return { path: [key], found: JSON.stringify(given), expected, fix };
}

/** How many pods a workload is said to have; undefined: nobody says. */
export function podCountSaid(
  { podCounts, podCount }: Pick<SizingOptions, "podCounts" | "podCount">,
  { namespace, workload }: { readonly namespace: string; readonly workload: string },
): number | undefined {
  return podCounts.get(`${namespace}/${workload}`) ?? podCounts.get(workload) ?? podCount;
}

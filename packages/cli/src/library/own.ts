import { type PriceBasisDefinition, priceBases, type SharingDefinition, sharingMethods } from "@nkp-planner/core";
import { propertiesOf } from "./plain-copy.ts";
import type { Problem } from "./problem.ts";

/**
 * A basis of your own for price lists: what an item with `per: <id>` counts of each tenant. It is given to `createPlanner`
 * in `bases`; quotes, explained figures and documents show it as any other. What it throws or counts that is no quantity
 * is a problem of whatever is asked.
 *
 * `definePriceBasis({ id: "gpu", unit: "GPU", quantity: ({ workloads }) => … })`
 */
export function definePriceBasis<const Id extends string>(basis: PriceBasisDefinition<Id>): PriceBasisDefinition<Id> {
  return basis;
}

/**
 * A way of your own to share what serves several tenants. It is given to `createPlanner` in `sharing`, and chosen by the
 * setting `shared-cost: <id>`. What it throws or weighs that is no weight is a problem of whatever is asked.
 *
 * `defineSharing({ id: "by-memory", title: "by memory", weight: ({ memoryGiB }) => memoryGiB })`
 */
export function defineSharing<const Id extends string>(method: SharingDefinition<Id>): SharingDefinition<Id> {
  return method;
}

/** What is wrong with bases or methods of a provider's own. */
export function ownProblems(kind: keyof typeof KINDS, given: readonly unknown[]): readonly Problem[] {
  const { texts, functions, taken, example } = KINDS[kind];
  const ids = given.map((one) => propertiesOf(one)?.["id"]);
  return given.flatMap((one, index) => {
    const parts = propertiesOf(one) ?? {};
    const path = [kind, index];
    const lacking = texts.filter((key) => typeof parts[key] !== "string" || parts[key] === "");
    const functionsGiven = functions.filter((key) => typeof parts[key] === "function");
    const missing = [...lacking, ...(functionsGiven.length === 0 ? [functions.join(" or ")] : [])];
    const problems: Problem[] = missing.map((key) => ({
      code: "missing",
      in: "options",
      path: [...path, key],
      found: `no ${key}`,
      expected: texts.includes(key) ? "a text" : "a function from a tenant to a number",
      fix: `write it as in ${example}`,
    }));
    const refuse = (key: string, found: string, expected: string, fix: string) =>
      problems.push({ code: "not-accepted", in: "options", path: [...path, key], found, expected, fix });
    const { id, service, recovers } = parts;
    if (typeof id === "string" && id !== "") {
      const word = JSON.stringify(id.slice(0, MOST_SHOWN));
      if (!ID.test(id)) refuse("id", word, "lower case, digits and hyphens", "write it so, such as by-memory");
      else if (taken.includes(id)) refuse("id", word, "a name that is not the planner's own", "give it another");
      else if (ids.indexOf(id) !== index) refuse("id", `${word} a second time`, "a name of its own", "give it another");
    }
    if (functionsGiven.length > 1) refuse(functions[1] ?? "", "both functions", "one of the two", "leave one out");
    if (kind === "bases" && service !== undefined && !SERVICES.some((known) => known === service))
      refuse("service", "another service", `one of: ${SERVICES.join(", ")}`, "leave it out, or write one of them");
    if (kind === "bases" && recovers !== undefined && recovers !== "platform" && recovers !== "workload")
      refuse("recovers", "another word", "platform or workload", "leave it out, or write one of them");
    return problems;
  });
}

const ID = /^[a-z][a-z0-9-]{0,62}$/;
const MOST_SHOWN = 60;
const SERVICES = ["platform", "compute", "storage", "backup", "support", "other"];

interface Kind {
  readonly texts: readonly string[];
  /** One of these must be there. */
  readonly functions: readonly string[];
  readonly taken: readonly string[];
  readonly example: string;
}

const KINDS = {
  bases: {
    texts: ["id", "unit"],
    functions: ["quantity", "quantityOfClusters"],
    taken: priceBases.map(({ id }): string => id),
    example: 'definePriceBasis({ id: "workload", unit: "workload", quantity: ({ workloads }) => workloads.length })',
  },
  sharing: {
    texts: ["id", "title"],
    functions: ["weight"],
    taken: [...sharingMethods.map(({ id }): string => id), "own"],
    example: 'defineSharing({ id: "by-memory", title: "by memory", weight: ({ memoryGiB }) => memoryGiB })',
  },
} satisfies Readonly<Record<string, Kind>> as Readonly<Record<"bases" | "sharing", Kind>>;

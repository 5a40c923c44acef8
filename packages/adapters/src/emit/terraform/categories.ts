import { type Problem, shown } from "@nkp-planner/core";
import { dnsLabels, LONGEST_LABEL } from "../../kubernetes/names.ts";
import type { PlacedCluster } from "./placed-cluster.ts";

/** @see nutanix/terraform-provider-nutanix, website/docs/r/category_v2.html.markdown */
const LONGEST = 64;
/** Under these keys machines say whose they are. */
const CLUSTER_KEY = "NkpCluster";
const TENANT_KEY = "NkpTenant";

/** A key and a value of Prism Central. */
export interface Category {
  readonly label: string;
  readonly key: string;
  readonly value: string;
}

/** Categories, and the names that Prism Central takes in another form only, each with that form. */
export interface Categories {
  readonly categories: readonly Category[];
  readonly adapted: readonly { readonly name: string; readonly value: string }[];
}

/** Those of the options, one for each cluster and one for each tenant. */
export function categoriesOf(places: readonly PlacedCluster[]): Categories {
  const wished = places.flatMap(({ categories }) => Object.entries(categories));
  const clusters = places.map(({ cluster }) => cluster.name);
  const tenants = [...new Set(places.flatMap(({ cluster }) => cluster.tenants.map(({ id }) => id)))];
  const named = [...valuesOf(clusters, CLUSTER_KEY), ...valuesOf(tenants, TENANT_KEY)];
  const all = [...wished.map(([key, value]) => ({ key, value })), ...named.map(({ key, value }) => ({ key, value }))];
  const distinct = [...new Map(all.map((one) => [JSON.stringify([one.key, one.value]), one])).values()];
  const labels = dnsLabels(
    distinct.map(({ key, value }) => `${key}-${value}`),
    { word: "category", longest: LONGEST_LABEL },
  );
  return {
    categories: distinct.map((one, index) => ({ label: labels[index] ?? "", ...one })),
    adapted: named.filter(({ name, value }) => name !== value).map(({ name, value }) => ({ name, value })),
  };
}

/** Names as values; where one does not do, the nearest that does. */
function valuesOf(names: readonly string[], key: string) {
  const instead = dnsLabels(names, { word: "cluster", longest: LONGEST_LABEL });
  return names.map((name, index) => ({ name, key, value: isTaken(name) ? name : (instead[index] ?? "") }));
}

/** Whether Prism Central takes it as a key or a value. */
function isTaken(word: string): boolean {
  return word.length > 0 && word.length <= LONGEST && !word.startsWith("$") && !/[/\p{Cc}\p{Zl}\p{Zp}]/u.test(word);
}

type Said = readonly [path: readonly string[], categories: Readonly<Record<string, string>> | undefined];

/** Categories of options that Prism Central does not take. */
export function categoryProblems(...said: readonly Said[]): readonly Problem[] {
  return said.flatMap(([path, categories = {}]) =>
    Object.entries(categories).flatMap(([key, value]) =>
      [key, value]
        .filter((word) => !isTaken(word))
        .map((word) => ({
          path: [...path, key],
          found: shown(word),
          expected: `${LONGEST} characters at most, no slash, and no dollar sign at the start`,
          fix: "write it otherwise, as Prism Central has it",
        })),
    ),
  );
}

import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { didYouMean, shown } from "../base/shown.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { Tenant } from "../input/fleet.ts";
import { shapeText } from "../input/node-shape-text.ts";
import { node, workerPools } from "./bases/nodes.ts";
import { bundleFor } from "./price-lines.ts";
import type { PriceList } from "./price-list.ts";

/** What tenants' contracts name and a price list does not have, or has no price for. Each with its place in the fleet. */
export function contractProblemsWith(tenants: readonly Tenant[], list: PriceList): readonly Problem[] {
  const plans = list.supportPlans.map(({ id }) => id);
  const bundles = list.bundles.map(({ sku }) => sku);
  const options = list.items.flatMap(({ sku, isOptional }) => (isOptional ? [sku] : []));
  return tenants.flatMap((tenant, index) => {
    const path = ["tenants", index, "contract"];
    const { supportPlan, bundle, options: taken } = tenant.contract;
    return [
      ...unknownName(supportPlan, plans, [...path, "supportPlan"], `a support plan of ${list.id}`),
      ...unknownName(bundle, bundles, [...path, "bundle"], `a bundle of ${list.id}`),
      ...taken.flatMap((sku, at) =>
        unknownName(sku, options, [...path, "options", at], `an optional item of ${list.id}`),
      ),
      ...(bundle === null && list.bundles.length > 0 && bundleFor(tenant, list.bundles) === undefined
        ? [tooLarge(tenant, path, list)]
        : []),
    ];
  });
}

function unknownName(
  name: string | null,
  known: readonly string[],
  path: Problem["path"],
  expected: string,
): readonly Problem[] {
  if (name === null || known.includes(name)) return [];
  const fix = known.length === 0 ? "add one to the price list, or remove this" : didYouMean(name, known);
  return [{ path, found: shown(name), expected, fix }];
}

function tooLarge({ name }: Tenant, path: Problem["path"], { id }: PriceList): Problem {
  return {
    path: [...path, "bundle"],
    found: `${name}, larger than every bundle`,
    expected: `a bundle of ${id} that holds it`,
    fix: "add a larger bundle to the price list, or one without upTo bounds",
  };
}

/**
 * Refuses a plan whose nodes have no price, where the list charges by the shape of a node.
 * @throws InputError naming each shape with the line to add
 */
export function requireFlavours(
  tenants: readonly { readonly tenant: Tenant; readonly clusters: readonly ClusterPlan[] }[],
  list: PriceList,
): void {
  const nodeItems = list.items.filter(({ per }) => per === node.id);
  if (nodeItems.length === 0 || nodeItems.some(({ flavour }) => flavour === null)) return;
  const priced = new Set(nodeItems.map(({ flavour }) => flavour));
  const used = new Map(
    tenants.flatMap(({ tenant, clusters }) =>
      workerPools(clusters).map(({ shape }) => [shapeText(shape), tenant.name] as const),
    ),
  );
  const missing = [...used].filter(([flavour]) => !priced.has(flavour));
  if (missing.length === 0) return;
  throw new InputError(
    `price list ${list.id}`,
    missing.map(([flavour, name]) => ({
      path: ["items"],
      found: `no price for nodes of ${flavour}, which ${name} has`,
      expected: "one, as the list charges by the node",
      fix: `add { sku: …, name: …, per: node, flavour: ${flavour}, unitPrice: "…" }`,
    })),
  );
}

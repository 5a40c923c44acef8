import * as z from "zod";
import type { Adapter } from "../adapter.ts";
import type { PlanToEmit } from "../plan-to-emit.ts";
import { addressNumber, addressText } from "../site/addresses.ts";
import type { EmitOptions } from "./emit-options.ts";
import { NEEDED_OF_A_PLACE } from "./site-fields.ts";

/** Addresses of one cluster's example are so far from the next one's. */
const STEP = 32;
const ADDRESS = /\d{1,3}(?:\.\d{1,3}){3}/g;

/**
 * Options to start from: an example of all that an adapter cannot do without, with a part for each cluster of the plan
 * where it asks for one. Every value is invented, and an adapter takes them as they are.
 */
export function exampleOptions(
  { options }: Pick<Adapter, "options">,
  { clusters, release }: Pick<PlanToEmit, "clusters" | "release">,
): EmitOptions {
  return Object.fromEntries(
    Object.entries(options.shape)
      .filter(([key, field]) => isNeeded(field as z.ZodType, key, release.kubernetesPatch))
      .map(([key, field]) => {
        const example = exampleOf(field as z.ZodType);
        return [key, key === "clusters" ? ofClusters(example, clusters) : example];
      }),
  );
}

/** What has no default and may not be left out, and what may only be said elsewhere. */
function isNeeded(field: z.ZodType, key: string, kubernetesPatch: string | null): boolean {
  if (key === "kubernetesVersion") return kubernetesPatch === null;
  return key === "clusters" || NEEDED_OF_A_PLACE.has(key) || !field.safeParse(undefined).success;
}

function exampleOf(field: z.ZodType): unknown {
  const examples: unknown = z.globalRegistry.get(field)?.examples;
  return Array.isArray(examples) ? examples[0] : undefined;
}

/** The one cluster of the example for each of the plan, with addresses of its own. */
function ofClusters(example: unknown, clusters: PlanToEmit["clusters"]): object {
  const [one] = Object.values(example as Readonly<Record<string, Readonly<Record<string, string>>>>);
  return Object.fromEntries(
    clusters.map(({ name }, index) => [
      name,
      Object.fromEntries(
        Object.entries(one ?? {}).map(([key, text]) => [
          key,
          text.replaceAll(ADDRESS, (address) => addressText(addressNumber(address) + index * STEP)),
        ]),
      ),
    ]),
  );
}

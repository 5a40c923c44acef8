import * as z from "zod";

/** Whole numbers of what nodes have beside CPU and memory, by the name that Kubernetes knows it by: `nvidia.com/gpu`. */
export type ExtendedResources = Readonly<Record<string, number>>;

/**
 * A domain that is not Kubernetes' own, a slash, a name.
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#extended-resources
 */
export const EXTENDED_NAME =
  "(?!requests\\.)(?![^/]*kubernetes\\.io/)[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?";
export const WHOLE_EXTENDED_NAME = new RegExp(`^${EXTENDED_NAME}$`);

/** The name of an extended resource, where it is a value. */
export const ExtendedNameField = z.string().regex(WHOLE_EXTENDED_NAME).meta({ title: "name of an extended resource" });

/** Added up by name, zeros left out; absent where nothing is left. */
export function withExtended(amounts: Iterable<readonly [name: string, quantity: number]>): {
  readonly extended?: ExtendedResources;
} {
  const sums = new Map<string, number>();
  for (const [name, quantity] of amounts) if (quantity > 0) sums.set(name, (sums.get(name) ?? 0) + quantity);
  return sums.size === 0 ? {} : { extended: Object.fromEntries([...sums].sort()) };
}

/** How many pieces there are, of the names that count: of all, where it is not said. */
export function pieceCount(
  { extended = {} }: { readonly extended?: ExtendedResources },
  counts: (name: string) => boolean = () => true,
): number {
  return Object.entries(extended).reduce((sum, [name, each]) => sum + (counts(name) ? each : 0), 0);
}

/** The same without domains, where there is little room: `2 gpu`. */
export function extendedShortText(one: { readonly extended?: ExtendedResources }): string {
  return extendedText(one).replaceAll(/ [^ ,]*\//g, " ");
}

/** `2 nvidia.com/gpu`, as people read it. */
export function extendedText({ extended = {} }: { readonly extended?: ExtendedResources }): string {
  return Object.entries(extended)
    .map(([name, quantity]) => `${quantity} ${name}`)
    .join(", ");
}

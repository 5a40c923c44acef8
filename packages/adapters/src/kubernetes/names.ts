/** Longest DNS-1123 label. */
export const LONGEST_LABEL = 63;

/** Longest name of a workload: controllers append up to eleven characters and use it as the value of a label. */
export const LONGEST_WORKLOAD_NAME = 52;

/** Annotation that keeps what the plan calls an object. */
export const NAME_ANNOTATION = "nkp-planner/name";

export interface NamingRule {
  /** Stands before a name that does not start with a letter, which a Service must. */
  readonly word: string;
  readonly longest: number;
}

/**
 * Names that Kubernetes takes for objects, in the order of the originals: as near to the original as may be,
 * unique, and the same for the same originals. A name that had to be cut or is like another's ends in a hash.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
 */
export function dnsLabels(originals: readonly string[], { word, longest }: NamingRule): readonly string[] {
  const slugs = originals.map((original) => slugOf(original, word));
  const counts = new Map<string, number>();
  for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const keepsSlug = (slug: string, index: number): boolean =>
    slug.length <= longest &&
    // Of several alike, the one that is a name already keeps it; the bare word says nothing of any other.
    (originals[index] === slug ? originals.indexOf(slug) === index : counts.get(slug) === 1 && slug !== word);
  const taken = new Set(slugs.filter(keepsSlug));
  return slugs.map((slug, index) => {
    if (keepsSlug(slug, index)) return slug;
    for (let attempt = 0; ; attempt++) {
      const suffix = `-${hashOf(`${originals[index]}${attempt === 0 ? "" : `#${attempt}`}`)}`;
      const name = `${slug.slice(0, longest - suffix.length).replace(/-+$/, "")}${suffix}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  });
}

/** Lower-case ASCII letters, digits and single hyphens; the word alone where nothing of the original is left. */
function slugOf(original: string, word: string): string {
  const slug = original
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  if (slug === "") return word;
  return /^[a-z]/.test(slug) ? slug : `${word}-${slug}`;
}

/** FNV-1a of 32 bits, in hexadecimal: short and the same everywhere; nothing secret hangs on it. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

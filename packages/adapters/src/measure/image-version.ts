/** No tag that counts is longer. */
const LONGEST_IMAGE = 1000;

/**
 * The numbers of an image's tag: `registry.example/acme/dex:v2.42.0-acme` → `2.42.0`. Registry, path, and words of the
 * tag are left out, as they may name somebody. null: it has none.
 */
export function imageVersion(image: string): string | null {
  if (image.length > LONGEST_IMAGE) return null;
  const last = image.slice(image.lastIndexOf("/") + 1).replace(/@.*$/, "");
  return /^[^:]*:v?(\d{1,5}(?:\.\d{1,5}){1,3})(?![.\d])/.exec(last)?.[1] ?? null;
}

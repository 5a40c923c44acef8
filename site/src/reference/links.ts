/** Addresses within the site, wherever it is hosted. */

const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** `models/hybrid/` → `/models/hybrid/`, below whatever folder the site is published in. */
export function at(path: string): string {
  return `${base}${path}`;
}

/** The page of an operating model. */
export function modelHref(id: string): string {
  return at(`models/${id}/`);
}

/** The page of a release, by its version: `2.17.1`. */
export function releaseHref(version: string): string {
  return at(`releases/${version}/`);
}

export function changesHref(before: string, after: string): string {
  return at(`releases/${before}-to-${after}/`);
}

/** An entry of the bibliography. */
export function sourceHref(id: string): string {
  return at(`sources/#${encodeURIComponent(id)}`);
}

/** An assumption as the methodology lists it. */
export function assumptionHref(id: string): string {
  return at(`methodology/assumptions/#${id}`);
}

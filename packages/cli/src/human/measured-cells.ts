import { BYTES_PER_MIB, type Compared, numberText } from "@nkp-planner/core";

/** `1,100 → 350`: the catalog's figure, and what runs. */
export function beside(
  { catalogValue, leastValue, mostValue }: Compared,
  isThere: boolean,
  text: (figure: number) => string,
): string {
  const before = catalogValue === null ? "?" : text(catalogValue);
  if (!isThere) return `${before} → –`;
  if (leastValue === null || mostValue === null) return `${before} → ?`;
  const after = leastValue === mostValue ? text(mostValue) : `${text(leastValue)}…${text(mostValue)}`;
  return `${before} → ${after}`;
}

export function amount(figure: number): string {
  return numberText(figure);
}

/** Rounded to a tenth, as requests in bytes or MB are no whole number of them. */
export function mebibytes(bytes: number): string {
  return numberText(Math.round((bytes / BYTES_PER_MIB) * 10) / 10);
}

/** A figure, or that it is not known. */
export function orUnknown(figure: number | null, text: (figure: number) => string): string {
  return figure === null ? "?" : text(figure);
}

/** `1 pod`, `2 pods` */
export function several(count: number, one: string): string {
  return `${numberText(count)} ${one}${count === 1 ? "" : "s"}`;
}

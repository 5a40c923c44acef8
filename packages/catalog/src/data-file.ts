/**
 * What a data file holds, as the shape that its schema gives of it. No program that starts has to read it again: the
 * conversion writes what core's schema has read, and a test reads every file and wants it back to the byte.
 * `scripts/data-schemas.ts` says which schema that is.
 */
export function dataOf<Shape>(file: unknown): Shape {
  return file as Shape;
}

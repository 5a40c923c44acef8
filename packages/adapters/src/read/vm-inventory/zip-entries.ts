import { unzipSync } from "fflate";

/** A file of a zip, as its directory has it. */
export interface ZipEntry {
  readonly name: string;
  readonly unpackedBytes: number;
  /** Never more than it says it is. @throws Error where it cannot be unpacked */
  unpack(): Uint8Array;
}

/** The files of a zip; null: it has no directory that can be read. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  const isWanted = (wanted: string) => ({ filter: ({ name }: { readonly name: string }) => name === wanted });
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        const unpack = () => unzipSync(bytes, isWanted(name))[name] ?? new Uint8Array();
        entries.push({ name, unpackedBytes: originalSize, unpack });
        return false;
      },
    });
  } catch {
    return null;
  }
  return entries;
}

/** A file that is too large to be held as a whole. */
export interface LargeFile {
  readonly name: string;
  /** Its first bytes. */
  readonly head: Uint8Array;
  /** All of it, piece by piece, once. */
  chunks(): AsyncIterable<Uint8Array>;
}

export function isLarge(file: { readonly name: string } | LargeFile): file is LargeFile {
  return "chunks" in file;
}

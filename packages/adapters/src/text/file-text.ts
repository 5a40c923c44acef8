/** What a file of text says, however its letters are written. */
export interface FileText {
  readonly text: string;
  /** Null where there is no doubt. */
  readonly guessed: string | null;
}

/**
 * Spreadsheets save text as UTF-8, as UTF-16 with a mark before it, or as Windows wrote Western letters before both.
 * null: no text.
 */
export function textOfBytes(bytes: Uint8Array): FileText | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), guessed: null };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), guessed: null };
  if (bytes.includes(0)) return null;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), guessed: null };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), guessed: "Windows-1252" };
  }
}

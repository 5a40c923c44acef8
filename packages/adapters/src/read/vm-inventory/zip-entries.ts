const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
/** What may stand after the end of the directory. */
const LONGEST_COMMENT = 65_535;
const ENTRY_BYTES = 46;
const HEAD_BYTES = 30;
const DEFLATED = 8;

/** A file of a zip, as its directory has it. */
export interface ZipEntry {
  readonly name: string;
  readonly unpackedBytes: number;
  /** @throws Error where it cannot be unpacked */
  unpack(): Promise<Uint8Array>;
}

/**
 * The files of a zip; null: it has no directory that can be read.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const nameBytes = view.getUint16(at + 28, true);
    const [method, packedBytes, start] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ];
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)),
      unpackedBytes: view.getUint32(at + 24, true),
      unpack: () => unpacked(bytes, view, start, packedBytes, method),
    });
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return null;
}

async function unpacked(bytes: Uint8Array, view: DataView, start: number, packedBytes: number, method: number) {
  if (start + HEAD_BYTES > bytes.length) throw new Error("it breaks off");
  const begin = start + HEAD_BYTES + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const packed = bytes.slice(begin, begin + packedBytes);
  if (packed.length !== packedBytes) throw new Error("it breaks off");
  if (method === 0) return packed;
  if (method !== DEFLATED) throw new Error(`it is packed by method ${method}`);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

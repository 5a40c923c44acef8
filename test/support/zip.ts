import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** A zip of some files, packed as every tool packs them. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, tail, Buffer.from(name)]));
    parts.push(head);
    at += head.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...parts, entries, Buffer.from("PK\u0005\u0006"), end]));
}

const END_OF_DIRECTORY = 0x06054b50;

/** The files of a zip in the order of its directory, read by Node's own means. */
export function filesOfZip(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = all.length - 22;
  while (all.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  let at = all.readUInt32LE(end + 16);
  return Object.fromEntries(
    Array.from({ length: all.readUInt16LE(end + 10) }, () => {
      const [method, checksum, packed] = [
        all.readUInt16LE(at + 10),
        all.readUInt32LE(at + 16),
        all.readUInt32LE(at + 20),
      ];
      const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => all.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ];
      const head = all.readUInt32LE(at + 42);
      const name = all.toString("utf8", at + 46, at + 46 + nameLength);
      at += 46 + nameLength + extraLength + noteLength;
      const start = head + 30 + all.readUInt16LE(head + 26) + all.readUInt16LE(head + 28);
      const data = all.subarray(start, start + packed);
      const content = method === 0 ? data : inflateRawSync(data);
      if (crc32(content) !== checksum) throw new Error(`${name} is not what its checksum says`);
      return [name, new Uint8Array(content)];
    }),
  );
}

import type { FileToRead, InputKind, InputValues, Reader } from "@nkp-planner/adapters";

/** A text as the file that somebody opened. */
export function fileOf(text: string, name = ""): FileToRead {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** What a text says to a reader. @throws Error with everything that is wrong with it */
export async function valueIn<Kind extends InputKind>(reader: Reader<Kind>, text: string): Promise<InputValues[Kind]> {
  const { value, findings } = await reader.read(fileOf(text));
  if (value === null) throw new Error(JSON.stringify(findings));
  return value;
}

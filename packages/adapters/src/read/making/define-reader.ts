import type * as z from "zod";
import { type OptionSchema, readOptions } from "../../formats/options.ts";
import { textOfBytes } from "../../text/file-text.ts";
import { isLarge } from "../../text/large-file.ts";
import type { InputKind } from "../input-kinds.ts";
import type { Reader, ReaderCode, ReadRequest } from "../reader.ts";
import { guessed, heldUpTo, NO_TEXT, type Refusal, refusal, tooLarge } from "./refusals.ts";
import { resultOf } from "./result-of.ts";

/** A reader whose code need not check what it is handed: bytes are decoded, options read, data checked by its kind. */
export function defineReader<Kind extends InputKind, Schema extends OptionSchema>({
  load,
  ...reader
}: Omit<Reader<Kind>, "read" | "readTogether" | "options"> & {
  readonly options: Schema;
  readonly load: () => Promise<ReaderCode<z.output<Schema>>>;
}): Reader<Kind> {
  const { mostBytes } = reader.capabilities;
  const decide = ({ options = {}, ...request }: ReadRequest, fileName: string) => ({
    ...request,
    fileName,
    options: readOptions(reader.options, options, reader.id),
  });
  const one: Reader<Kind>["read"] = async ({ bytes, name }, request = {}) => {
    const decided = decide(request, name);
    const refused = (...words: Refusal) => resultOf(reader, { data: null, problems: [refusal(words)] }, name);
    if (bytes.length > mostBytes) return refused(...tooLarge(bytes.length, mostBytes));
    const code = await load();
    const ofBytes = (await code.readBytes?.(bytes, decided)) ?? null;
    if (ofBytes !== null) return resultOf(reader, ofBytes, name, request.library);
    const decoded = textOfBytes(bytes);
    if (decoded === null) return refused(...NO_TEXT);
    const given = code.read(decoded.text, decided);
    return resultOf(
      reader,
      { ...given, notices: [...guessed(decoded), ...(given.notices ?? [])] },
      name,
      request.library,
    );
  };
  return {
    ...reader,
    read: one,
    async readTogether(files, request = {}) {
      const [first, ...others] = files;
      if (first === undefined) throw new Error(`${reader.id} is given no file.`);
      const code = await load();
      if (!isLarge(first) && (others.length === 0 || code.readTogether === undefined)) return one(first, request);
      const takesLarge = reader.capabilities.takesLarge === true;
      const held = await Promise.all(
        files.map((file) => (isLarge(file) && !takesLarge ? heldUpTo(file, mostBytes) : file)),
      );
      const fits = held.filter((file) => isLarge(file) || file.bytes.length <= mostBytes);
      const problems = held.flatMap((file) =>
        fits.includes(file) || isLarge(file)
          ? []
          : [{ ...refusal(tooLarge(file.bytes.length, mostBytes)), file: file.name }],
      );
      const [only, ...rest] = fits;
      if (only !== undefined && !isLarge(only) && rest.length + problems.length === 0) return one(only, request);
      if (fits.length === 0 || code.readTogether === undefined)
        return resultOf(reader, { data: null, problems }, first.name);
      const guesses: string[] = [];
      const opened = fits.map((file) => {
        if (isLarge(file)) return file;
        const decoded = textOfBytes(file.bytes);
        if (decoded !== null) guesses.push(...guessed(decoded).map((sentence) => `In ${file.name}: ${sentence}`));
        return { ...file, text: decoded?.text ?? null };
      });
      const given = await code.readTogether(opened, decide(request, first.name));
      const told = {
        ...given,
        problems: [...problems, ...given.problems],
        notices: [...guesses, ...(given.notices ?? [])],
      };
      return resultOf(reader, told, first.name, request.library);
    },
  };
}

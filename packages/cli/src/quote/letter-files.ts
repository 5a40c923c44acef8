import { textOfBytes } from "@nkp-planner/adapters";
import { LARGEST_LOGO_BYTES, logoOf, NO_LETTER, type QuoteLetter } from "@nkp-planner/adapters/quote-paper";
import { openFile } from "../files.ts";
import type { ShellProcess } from "../shell.ts";
import { refused } from "../system-errors.ts";
import type { PaperFlags } from "./paper-flags.ts";

const BYTES_PER_KIB = 1024;
/** More is a letter, and no head of one. */
const MOST_LINES = 12;

/** Who writes to whom, with the files of the letterhead read. @throws InputError where one is not what it should be */
export async function letterOf(process: ShellProcess, flags: PaperFlags): Promise<QuoteLetter> {
  const { letterhead, logo, customer = "", number = "" } = flags;
  const [provider = "", ...address] = letterhead === undefined ? [] : await linesOf(process, letterhead);
  return {
    ...NO_LETTER,
    provider,
    address: address.join("\n"),
    logo: logo === undefined ? "" : await logoIn(process, logo),
    customer,
    number,
  };
}

async function linesOf(process: ShellProcess, path: string): Promise<readonly string[]> {
  const expected = `text of up to ${MOST_LINES} lines: your company, and below it the address`;
  const text = textOfBytes((await openFile(process, path)).bytes)?.text;
  if (text === undefined) throw refused(path, "bytes that are no text", expected, "save it as UTF-8 text");
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length === 0) throw refused(path, "no line with a word in it", expected, "write your company into it");
  if (lines.length > MOST_LINES) throw refused(path, `${lines.length} lines`, expected, "leave some out");
  return lines;
}

async function logoIn(process: ShellProcess, path: string): Promise<string> {
  const { bytes } = await openFile(process, path);
  const logo = logoOf(bytes);
  if (logo.ok) return logo.dataUrl;
  const limit = LARGEST_LOGO_BYTES / BYTES_PER_KIB;
  const expected = `a PNG, JPEG or SVG of up to ${limit} KiB`;
  throw logo.problem === "too large"
    ? refused(path, `a picture of ${Math.ceil(bytes.length / BYTES_PER_KIB)} KiB`, expected, "make it smaller")
    : refused(path, "what is no such picture, by what is in it", expected, "save the logo in one of these formats");
}

import { existsSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { fleetYaml, LARGEST_TEXT_BYTES, priceBookYaml, type Reader } from "@nkp-planner/adapters";
import { planningContext, releases } from "@nkp-planner/catalog";
import { didYouMean, InputError, type PlanInput, type PlanningContext, type PriceBook, shown } from "@nkp-planner/core";
import type { ShellProcess } from "./shell.ts";

/** Which files and settings a planning command was given. */
export interface PlanningFlags {
  readonly release?: string;
  readonly prices?: string;
  readonly set?: readonly string[];
}

/** A fleet with all that planning it needs. */
export interface Planning {
  readonly input: PlanInput;
  readonly context: PlanningContext;
  /** What the reader of the output should know about the inputs. */
  readonly notices: readonly string[];
}

/**
 * Reads the fleet and the price book, or the examples where none is given.
 * @throws InputError with every problem of the first file that has any
 */
export async function loadPlanning(
  process: ShellProcess,
  fleetPath: string | undefined,
  flags: PlanningFlags,
): Promise<Planning> {
  const settings = parseSettings(flags.set ?? []);
  const path = fleetPath ?? examplePath("msp-fleet.yaml");
  const fleet: PlanInput = await readFile(process, path, fleetYaml);
  const priceBook: PriceBook = await readFile(
    process,
    flags.prices ?? examplePath("price-book-eur.yaml"),
    priceBookYaml,
  );
  const input = flags.release === undefined ? fleet : { ...fleet, release: flags.release };
  requireRelease(input.release, flags.release === undefined ? path : "--release");
  const notices = [
    ...(fleetPath === undefined
      ? ["No fleet given: this is the example fleet, invented. Give the path of yours."]
      : []),
    ...(priceBook.illustrative
      ? [`Prices are invented (${priceBook.id}): replace them with --prices before quoting.`]
      : []),
  ];
  return { input, context: planningContext({ release: input.release, priceBook, settings }), notices };
}

function requireRelease(release: string, subject: string): void {
  const known = releases.map(({ id }) => id);
  if (known.includes(release)) return;
  const fix = didYouMean(`nkp-${release.replace(/^nkp-?/, "")}`, known);
  const expected = `a release of the catalog: ${known.join(", ")}`;
  throw new InputError(subject, [
    { path: subject.startsWith("--") ? [] : ["release"], found: shown(release), expected, fix },
  ]);
}

/** `KEY=VALUE` words as settings. @throws InputError naming every word that is none */
function parseSettings(words: readonly string[]): Readonly<Record<string, string>> {
  const problems = words
    .filter((word) => !/^[^=]+=.+$/.test(word))
    .map((word) => ({
      path: [],
      found: shown(word),
      expected: "KEY=VALUE",
      fix: "write for example --set floors=none",
    }));
  if (problems.length > 0) throw new InputError("--set", problems);
  return Object.fromEntries(words.map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]));
}

/** An example file: beside the built command in the package, at the top of the repository when run from source. */
function examplePath(name: string): string {
  const packed = new URL(`./examples/${name}`, import.meta.url);
  return fileURLToPath(existsSync(packed) ? packed : new URL(`../../../examples/${name}`, import.meta.url));
}

async function readFile<Value>(process: ShellProcess, path: string, reader: Reader<Value>): Promise<Value> {
  const text = path === "-" ? await readStream(process.stdin) : await readText(path);
  const result = reader.read(text);
  if (result.ok) return result.value;
  throw new InputError(path === "-" ? "standard input" : path, result.problems);
}

async function readStream(stream: AsyncIterable<Buffer | string>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > LARGEST_TEXT_BYTES) throw tooLarge("standard input", "more bytes");
  }
  return decoded(Buffer.concat(chunks), "standard input");
}

async function readText(path: string): Promise<string> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw unreadable(path, "a directory", "a file", "name the fleet file in it");
    if (found.size > LARGEST_TEXT_BYTES) throw tooLarge(path, `${found.size} bytes`);
    const file = await open(path);
    try {
      return decoded(await file.readFile(), path);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") throw unreadable(path, "no such file", "a file", "check the path");
    if (code === "EACCES" || code === "EPERM")
      throw unreadable(path, "a file you may not read", "a readable file", "change its permissions");
    throw error;
  }
}

function decoded(bytes: Buffer, subject: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(subject, "bytes that are no text", "a text file in UTF-8", "save it as UTF-8");
  }
}

function tooLarge(subject: string, found: string): InputError {
  return unreadable(subject, found, `at most ${LARGEST_TEXT_BYTES} bytes`, "split the file");
}

function unreadable(subject: string, found: string, expected: string, fix: string): InputError {
  return new InputError(subject, [{ path: [], found, expected, fix }]);
}

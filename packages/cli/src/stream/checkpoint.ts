import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { InputError, type ModelPart, runDifference, shown } from "@nkp-planner/core";
import { writeOutput } from "../output-file.ts";
import { explained } from "../system-errors.ts";
import { ON_READING } from "../system-words.ts";
import type { StreamRun } from "./stream-run.ts";

/** How far a run has come: enough to go on, and to be sure that it is the same run and the same input. */
export interface Checkpoint {
  readonly run: StreamRun;
  /** Blocks of the input that are planned and added up. */
  readonly blockCount: number;
  /** Of the lines of these blocks. */
  readonly digest: string;
  readonly parts: readonly ModelPart[];
  /** How much of the file of results belongs to them; null: none was asked for. */
  readonly resultBytes: number | null;
}

/** Writes how far a run has come; what was there before stays until all of it is on the disk. @throws InputError when it cannot be written */
export async function writeCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  const text = JSON.stringify(checkpoint);
  await writeOutput(path, `${MARK}${digestOf(text)}\n${text}\n`, { isForced: true });
}

/**
 * The checkpoint of a run; null: there is none yet.
 * @throws InputError where it is of another run, or none at all
 */
export async function readCheckpoint(path: string, run: StreamRun): Promise<Checkpoint | null> {
  const text = await textIn(path);
  if (text === null) return null;
  const checkpoint = checkpointIn(text);
  if (checkpoint === undefined)
    throw refusal(path, "no checkpoint of this program, or a part of one", "what --checkpoint has written");
  const told = checkpoint.run as unknown as Readonly<Record<string, unknown>>;
  const asked = run as unknown as Readonly<Record<string, unknown>>;
  const other = runDifference(told, asked);
  if (other === undefined) return checkpoint;
  throw refusal(path, `a checkpoint of another run: its ${other} is ${shown(told[other])}`, shown(asked[other]));
}

/** null: nothing is there, or a device, which may have no end. */
async function textIn(path: string): Promise<string | null> {
  try {
    return (await stat(path)).isFile() ? await readFile(path, "utf8") : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw explained(path, error, "a checkpoint, or a name for one", ON_READING);
  }
}

/** With what a checkpoint begins; behind it the digest of its second line, so that none is taken that was changed or cut. */
const MARK = "nkp-planner checkpoint 1 sha256:";

function checkpointIn(text: string): Checkpoint | undefined {
  const [head = "", body = ""] = text.split("\n");
  return head === `${MARK}${digestOf(body)}` ? (JSON.parse(body) as Checkpoint) : undefined;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** @throws InputError where results are asked for of which the beginning was never written, or the other way round */
export function requireSameResults(path: string, { resultBytes }: Checkpoint, hasResults: boolean): void {
  if ((resultBytes !== null) === hasResults) return;
  const [found, expected] = hasResults ? ["without", "with"] : ["with", "without"];
  throw refusal(path, `a checkpoint of a run ${found} --tenants-out`, `one ${expected} it`);
}

/** That the input is not the one whose beginning was planned. */
export function otherInput(path: string, { blockCount }: Checkpoint, lineNumber: number): InputError {
  const found = `a checkpoint of another input: up to line ${lineNumber} it is not what was planned (${blockCount} blocks of lines)`;
  return refusal(path, found, "the input that it was begun with");
}

function refusal(path: string, found: string, expected: string): InputError {
  const fix = "give what it was begun with, or another name to begin anew";
  return new InputError(path, [{ path: [], found, expected, fix }]);
}

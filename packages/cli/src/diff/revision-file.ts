import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { type FileToRead, LARGEST_TEXT_BYTES } from "@nkp-planner/adapters";
import { type InputError, shown, visible } from "@nkp-planner/core";
import type { FileSource, NamedFile } from "../files.ts";
import type { ShellProcess } from "../shell.ts";
import { refused } from "../system-errors.ts";

/**
 * What a word on the command line names: a file where there is one of that name, standard input for `-`, else a file of a
 * revision in git's notation, `HEAD~1:fleet.yaml`.
 */
export function sourceNamed(process: ShellProcess, word: string): FileSource {
  if (word === "-" || existsSync(word)) return word;
  const parts = partsOf(word);
  if (parts === null) return { name: word, open: () => openBare(process, word) };
  return { name: word, open: () => openRevision(process, word, parts) } satisfies NamedFile;
}

interface RevisionParts {
  /** Empty: what is staged. */
  readonly revision: string;
  readonly path: string;
}

/** The first colon that is in no braces divides them: `HEAD^{/fix: it}:fleet.yaml`. A letter alone is a drive. */
function partsOf(word: string): RevisionParts | null {
  const [, revision = "", path = ""] = /^((?:[^{}:]|\{[^}]*\})*):([\s\S]*)$/.exec(word) ?? [];
  if (path === "" || /^[A-Za-z]$/.test(revision)) return null;
  return { revision, path };
}

const A_FILE = "a file, or a file of a revision";
const HOW = "write the revision, a colon and the path in the repository, such as HEAD~1:fleet.yaml";

/** A word that is no file: where it is a revision, how to write its file. @throws InputError always */
async function openBare(process: ShellProcess, word: string): Promise<FileToRead> {
  const isRevision = isSafe(word) && (await resolves(process, word, word).catch(() => false));
  const file = word.replace(/:$/, "");
  if (isRevision) throw refused(word, "a revision without a file", A_FILE, `write ${visible(file)}:fleet.yaml`);
  throw refused(word, "no such file", A_FILE, `check the path; of a revision, ${HOW}`);
}

async function openRevision(
  process: ShellProcess,
  name: string,
  { revision, path }: RevisionParts,
): Promise<FileToRead> {
  if (!isSafe(revision) || path.includes("\0"))
    throw refused(name, "no such file, and no name of a revision", A_FILE, HOW);
  if (revision !== "" && !(await resolves(process, revision, name)))
    throw refused(name, `no revision ${shown(revision)}`, "one of this repository", await hintOf(process));
  const type = await typeOf(process, name);
  if (type === null) throw await noFile(process, name, { revision, path });
  if (type !== "blob") throw refused(name, "a folder", "a file", "name the fleet file in it");
  const { bytes } = await git(process, ["show", "--no-textconv", "--end-of-options", name], name);
  return { name, bytes };
}

/** No name of a branch or tag begins with a dash, and none has such characters; an option of git would. */
function isSafe(revision: string): boolean {
  return !revision.startsWith("-") && !/[\p{Cc}]/u.test(revision);
}

async function resolves(process: ShellProcess, revision: string, name: string): Promise<boolean> {
  const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{tree}`];
  const { isDone } = await git(process, asked, name);
  if (isDone) return true;
  await requireRepository(process, name);
  return false;
}

async function typeOf(process: ShellProcess, name: string): Promise<string | null> {
  const { isDone, bytes } = await git(process, ["cat-file", "-t", name], name);
  if (isDone) return bytes.toString("utf8").trim();
  await requireRepository(process, name);
  return null;
}

async function noFile(process: ShellProcess, name: string, { revision, path }: RevisionParts): Promise<InputError> {
  const here = `${revision}:./${path}`;
  const isHere = !path.startsWith(".") && (await git(process, ["cat-file", "-e", here], name)).isDone;
  const where = revision === "" ? "among what is staged" : `in ${shown(revision)}`;
  const fix = isHere
    ? `a path is from the top of the repository: from this folder, write ${visible(here)}`
    : "check the path: it is from the top of the repository, or begins with ./ from this folder";
  return refused(name, `no file ${shown(path)} ${where}`, "a file that the revision has", fix);
}

async function hintOf(process: ShellProcess): Promise<string> {
  const { isDone, bytes } = await git(process, ["rev-parse", "--is-shallow-repository"], "git");
  const isShallow = isDone && bytes.toString("utf8").trim() === "true";
  return isShallow
    ? "the clone is shallow, and may lack it: fetch it first, such as git fetch --unshallow"
    : "check its name; git log and git branch list them";
}

/** @throws InputError where the folder is of no repository, or git does not take it for one */
async function requireRepository(process: ShellProcess, name: string): Promise<void> {
  const { isDone, said } = await git(process, ["rev-parse", "--git-dir"], name);
  if (isDone) return;
  const isNone = /not a git repository/i.test(said);
  const found = isNone ? "no such file, and a folder of no git repository" : `what git says: ${visible(said)}`;
  throw refused(name, found, A_FILE, "run it in the repository, or name a file");
}

interface Said {
  readonly isDone: boolean;
  readonly bytes: Buffer;
  /** The first line of what it complains of. */
  readonly said: string;
}

/** Runs git in this folder, without a shell; what it asks nobody answers. @throws InputError where there is no git, or too much comes */
function git(process: ShellProcess, args: readonly string[], name: string): Promise<Said> {
  const env = { ...process.env, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" };
  const options = { env, encoding: "buffer", maxBuffer: LARGEST_TEXT_BYTES } as const;
  return new Promise((done, fail) => {
    execFile("git", args, options, (error, stdout, stderr) => {
      const [said = ""] = stderr.toString("utf8").trim().split("\n");
      if (error === null || typeof error.code === "number") done({ isDone: error === null, bytes: stdout, said });
      else fail(explainedOf(error, name));
    });
  });
}

function explainedOf(error: NodeJS.ErrnoException | Error, name: string): unknown {
  const code = "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "EACCES")
    return refused(name, "no such file, and no git to read a revision with", A_FILE, "install git, or check the path");
  if (code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER")
    return refused(name, "a file that is too large", `at most ${LARGEST_TEXT_BYTES} bytes`, "split the file");
  return error;
}

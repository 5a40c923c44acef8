import { type Finding, findingOfProblem, type WorkloadLibrary } from "@nkp-planner/core";
import { documentsOfFiles } from "../../read/objects/files-together.ts";
import { withoutWarnings } from "../../read/objects/kubectl-warnings.ts";
import { isRecord, type ObjectAt, objectsIn } from "../../read/objects/objects.ts";
import { readStream, type StreamDocument } from "../../read/objects/yaml-stream.ts";
import type { ReadResult } from "../../read/read-result.ts";
import { type FileToRead, LARGEST_TEXT_BYTES, type Reader, type ReadText } from "../../read/reader.ts";
import { recogniseFor } from "../../read/recognise.ts";
import { textOfBytes } from "../../text/file-text.ts";
import { type CommandCall, commandCallsIn } from "../release/commands-in-script.ts";

/** A file to check, and whether it was named: one that was found in a folder may be of anything. */
export interface FileToCheck extends FileToRead {
  readonly isFound: boolean;
}

/** What stands in files. */
export interface FilesRead {
  readonly objects: readonly ObjectAt[];
  /** Scripts that call NKP's command line. */
  readonly scripts: readonly ScriptFile[];
  /** Lists of machines or tenants, each by its reader. */
  readonly inventories: readonly { readonly file: string; readonly result: ReadResult }[];
  /** Files that say nothing of clusters, with the reason. */
  readonly leftOut: readonly { readonly file: string; readonly reason: string }[];
  /** What cannot be read at all. */
  readonly problems: readonly Finding[];
}

/** A script for a shell, with the calls of commands whose flags are known. */
export interface ScriptFile {
  readonly file: string;
  readonly calls: readonly CommandCall[];
}

/** The planner's own files are what a check is made with. */
const OWN_GROUP = "nkp-planner";

/** Reads files of any mix: objects of Kubernetes by themselves, everything else by the readers of inventories. */
export async function readFilesToCheck(
  files: readonly FileToCheck[],
  readers: readonly Reader[],
  library: WorkloadLibrary,
): Promise<FilesRead> {
  const objects: ObjectAt[] = [];
  const scripts: ScriptFile[] = [];
  const inventories: FilesRead["inventories"][number][] = [];
  const leftOut: FilesRead["leftOut"][number][] = [];
  const problems: Finding[] = [];
  for (const file of files) {
    const { name } = file;
    const found = await readObjects(file);
    if (found.problems.length > 0) problems.push(...found.problems);
    const own = found.objects.filter(({ group }) => group !== OWN_GROUP);
    objects.push(...own);
    if (own.length > 0 || found.problems.length > 0) continue;
    const calls = callsIn(file);
    if (calls.length > 0) {
      scripts.push({ file: name, calls });
      continue;
    }
    const isOwn = found.objects.length > 0 || /(^|\/)nkp-planner-files\.json$/.test(name);
    const recognised = isOwn ? null : recogniseFor(file, readers, ["tenants"]);
    if (recognised?.reader?.gives === "tenants") {
      const result = await recognised.reader.read(file, { library });
      const errors = result.findings.filter(({ severity }) => severity === "error");
      if (result.value === null) problems.push(...errors);
      else inventories.push({ file: name, result });
    } else if (file.isFound || isOwn) {
      leftOut.push({ file: name, reason: isOwn ? "a file of the planner's own" : whyLeftOut(name) });
    } else {
      const words = {
        found: "a file without objects of Kubernetes, and no list of machines",
        expected: "manifests, nodes, pods or an inventory",
        fix: "name the files or the folder that clusters are declared in",
      };
      problems.push(findingOfProblem({ code: "unreadable", path: [], ...words }, name));
    }
  }
  return { objects, scripts, inventories, leftOut, problems };
}

const SCRIPT = /\.(sh|bash)$/i;

function whyLeftOut(name: string): string {
  return SCRIPT.test(name) ? "a script that calls no nkp create" : "no object of Kubernetes";
}

function callsIn({ name, bytes }: FileToCheck): readonly CommandCall[] {
  const text = bytes.length > LARGEST_TEXT_BYTES ? undefined : textOfBytes(bytes)?.text;
  const isScript = text !== undefined && (SCRIPT.test(name) || /^#!.*\b(ba|da|z|k)?sh\b/.test(text));
  return isScript ? commandCallsIn(text) : [];
}

interface ObjectsOfFile {
  readonly objects: readonly ObjectAt[];
  readonly problems: readonly Finding[];
}

const NOTHING: ObjectsOfFile = { objects: [], problems: [] };

/** The objects of a file; nothing where it is no text of Kubernetes. */
async function readObjects(file: FileToCheck): Promise<ObjectsOfFile> {
  const isText = /\.(ya?ml|json)$/i.test(file.name) || file.name === "" || KUSTOMIZE.test(file.name);
  const text = textOfBytes(file.bytes)?.text ?? null;
  if (!isText && !(text !== null && /^\s*(apiVersion|kind):/m.test(text))) return NOTHING;
  if (file.bytes.length > LARGEST_TEXT_BYTES) return { objects: [], problems: [tooLarge(file)] };
  const { documents, problems } = await documentsOfFiles([{ ...file, text }], documentsOf, never);
  // What is no object in a file of objects would be passed over; in another file it is what that file is made of.
  const { objects, problems: strange } = objectsIn(
    KUSTOMIZE.test(file.name) ? documents.map(asKustomization) : documents,
  );
  const told = [...problems, ...(objects.length > 0 ? strange : [])];
  return { objects, problems: told.map((problem) => findingOfProblem(problem, file.name)) };
}

/** How kustomize finds its own file in a folder, which need not say what it is. */
const KUSTOMIZE = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;

function asKustomization({ data, ...document }: StreamDocument): StreamDocument {
  const implied = { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization" };
  return { ...document, data: isRecord(data) ? { ...implied, ...data } : data };
}

function documentsOf(text: string): readonly StreamDocument[] | ReadText {
  const documents = readStream(withoutWarnings(text));
  if (!("problems" in documents) || !/\{\{-?\s/.test(text)) return documents;
  const words = {
    found: "a template, which is not rendered",
    expected: "manifests",
    fix: "check what the tool makes of it, such as helm template",
  };
  const [first] = documents.problems;
  const { line = 1, column = 1 } = first ?? {};
  return { data: null, problems: [{ code: "unreadable", path: [], ...words, line, column }] };
}

function never(): never {
  throw new Error("Files to check are held as a whole.");
}

function tooLarge({ name, bytes }: FileToCheck): Finding {
  const words = {
    found: `${bytes.length} bytes of text`,
    expected: `at most ${LARGEST_TEXT_BYTES}`,
    fix: "split it, or leave it out",
  };
  return findingOfProblem({ code: "unreadable", path: [], ...words }, name);
}

import { isUnresolved, listAt } from "../../read/objects/read-fields.ts";
import type { CheckedObject } from "./checked.ts";

/** What is applied where a tool is given a folder of the repository. */
export interface AppliedObjects {
  readonly objects: readonly CheckedObject[];
  /** Whether all that is applied is among the files to check. */
  readonly isWhole: boolean;
}

/** What stands directly in a folder. */
interface Folder {
  readonly files: string[];
  readonly below: Set<string>;
  /** Its own file of kustomize, which says what is applied of it. */
  kustomization?: CheckedObject;
}

const NOT_THERE: AppliedObjects = { objects: [], isWhole: false };
const NOTHING: AppliedObjects = { objects: [], isWhole: true };

/**
 * Finds what kustomize builds of a folder and those below it, and Argo CD of one that has no file of kustomize: that is
 * the folder alone, unless it is told to go on.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#generating-a-kustomizationyaml-file
 */
export function appliedBy(
  objects: readonly CheckedObject[],
): (folder: string, near: string, isRecursive: boolean) => AppliedObjects {
  const byFile = new Map<string, CheckedObject[]>();
  for (const object of objects) {
    const { file } = object.at();
    const known = byFile.get(file);
    if (known === undefined) byFile.set(file, [object]);
    else known.push(object);
  }
  const folders = foldersOver(byFile);

  const inFolder = (path: string, isRecursive: boolean, seen: Set<string>): AppliedObjects => {
    const folder = folders.get(path);
    if (folder === undefined) return NOT_THERE;
    if (seen.has(path)) return NOTHING;
    seen.add(path);
    const { kustomization, files, below } = folder;
    const named = (there: string): AppliedObjects => {
      const all = byFile.get(there);
      return all === undefined ? inFolder(there, true, seen) : { objects: all, isWhole: true };
    };
    if (kustomization === undefined) return together([...files, ...(isRecursive ? below : [])].map(named));
    return together(resourcesOf(kustomization).map((one) => (isHere(one) ? named(joined(path, one)) : NOT_THERE)));
  };

  return (folder, near, isRecursive) => {
    // What is checked may lie below the root of the repository: its nearest folder above the file that names it is it.
    const roots = ["", ...foldersOf(near)];
    const path = roots.map((root) => joined(root, folder)).find((one) => folders.has(one));
    return path === undefined || isUnresolved(folder) ? NOT_THERE : inFolder(path, isRecursive, new Set());
  };
}

function foldersOver(byFile: ReadonlyMap<string, readonly CheckedObject[]>): ReadonlyMap<string, Folder> {
  const folders = new Map<string, Folder>();
  for (const [file, all] of byFile) {
    const path = foldersOf(file);
    for (const [index, one] of path.entries()) {
      const folder = folders.get(one) ?? { files: [], below: new Set() };
      folders.set(one, folder);
      const below = path[index + 1];
      if (below !== undefined) folder.below.add(below);
      else {
        folder.files.push(file);
        const kustomization = all.find(({ group }) => group === "kustomize.config.k8s.io");
        if (kustomization !== undefined) folder.kustomization = kustomization;
      }
    }
  }
  return folders;
}

function together(parts: readonly AppliedObjects[]): AppliedObjects {
  return { objects: parts.flatMap(({ objects }) => objects), isWhole: parts.every(({ isWhole }) => isWhole) };
}

function resourcesOf({ data }: CheckedObject): readonly string[] {
  return ["resources", "bases", "components"].flatMap((key) => listAt(data, key)).map(String);
}

/** What another repository has, or what is to be put in yet, is not among the files. */
function isHere(resource: string): boolean {
  return !/:\/\/|^git@|^github\.com\//.test(resource) && !isUnresolved(resource);
}

/** `a/b/c.yaml` → ``, `a`, `a/b` */
function foldersOf(file: string): readonly string[] {
  const parts = file.split("/").slice(0, -1);
  return ["", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))];
}

/** A path from a folder on, `.` and `..` taken. */
function joined(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of [...folder.split("/"), ...path.split("/")]) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

import type { Problem } from "@nkp-planner/core";
import { at, isUnresolved, listAt, textAt } from "../../read/objects/read-fields.ts";
import { appliedBy } from "./applied-objects.ts";
import type { CheckedObject } from "./checked.ts";

/** What applies a folder of Git to a cluster, and may delete there what has gone from the folder. */
export interface Pruner {
  readonly object: CheckedObject;
  /** `Kustomization tenants` */
  readonly title: string;
  /** What deletes: that files go, or that the pruner itself is deleted; `unknown`: a value is to be put in yet. */
  readonly deletes: "files" | "itself" | "nothing" | "unknown";
  /** Where that is said. */
  readonly path: Problem["path"];
  /** The folders, as they are written. */
  readonly folders: readonly string[];
  /** Objects of the folders that it may delete. */
  readonly deletable: readonly CheckedObject[];
  /** Those that say of themselves that they stay. */
  readonly kept: readonly CheckedObject[];
  /** Whether all that it applies is among the files to check. */
  readonly isWhole: boolean;
}

type Switch = Pick<Pruner, "deletes" | "path">;

/** Every pruner of the files. */
export function prunersIn(objects: readonly CheckedObject[]): readonly Pruner[] {
  const pruning = objects.filter((one) => isFlux(one) || specOfArgo(one) !== undefined);
  if (pruning.length === 0) return [];
  const appliedOf = appliedBy(objects);
  return pruning.map((object) => {
    const spec = specOfArgo(object);
    const [switched, sources] =
      spec === undefined
        ? [fluxSwitch(object), [fluxSource(object)]]
        : [argoSwitch(object, spec), argoSources(object, spec)];
    const found = sources.map(({ folder, isRecursive }) => appliedOf(folder, object.at().file, isRecursive));
    const all = found.flatMap((one) => one.objects);
    const isKept = spec === undefined ? isKeptByFlux(object) : isKeptByArgo(object, spec);
    return {
      ...{ object, title: `${object.kind} ${object.name}`, ...switched },
      folders: sources.map(({ folder }) => folder),
      deletable: all.filter((one) => !isKept(one)),
      kept: all.filter(isKept),
      isWhole: found.every((one) => one.isWhole),
    };
  });
}

interface Source {
  readonly folder: string;
  readonly isRecursive: boolean;
}

const FLUX = "kustomize.toolkit.fluxcd.io";

function isFlux({ group, kind }: CheckedObject): boolean {
  return group === FLUX && kind === "Kustomization";
}

/** @see https://fluxcd.io/flux/components/kustomize/kustomizations/#prune, and deletionPolicy beside it */
function fluxSwitch({ data }: CheckedObject): Switch {
  const [prune, policy] = [at(data, "spec", "prune"), at(data, "spec", "deletionPolicy")];
  if (isUnresolved(prune)) return { deletes: "unknown", path: ["spec", "prune"] };
  if (prune === true) return { deletes: "files", path: ["spec", "prune"] };
  if (isUnresolved(policy)) return { deletes: "unknown", path: ["spec", "deletionPolicy"] };
  if (policy === "Delete" || policy === "WaitForTermination")
    return { deletes: "itself", path: ["spec", "deletionPolicy"] };
  return { deletes: "nothing", path: ["spec", "prune"] };
}

function fluxSource({ data }: CheckedObject): Source {
  return { folder: textAt(data, "spec", "path") || "./", isRecursive: true };
}

function isKeptByFlux({ data }: CheckedObject): (one: CheckedObject) => boolean {
  const key = `${FLUX}/prune`;
  const isForAll = (["annotations", "labels"] as const).some(
    (list) => at(data, "spec", "commonMetadata", list, key) === "disabled",
  );
  return (one) => isForAll || markOf(one.data, key, ["annotations", "labels"]) === "disabled";
}

/** Where the specification of an Application stands; undefined: it is none of Argo CD. */
function specOfArgo({ group, kind }: CheckedObject): readonly string[] | undefined {
  if (group !== "argoproj.io") return undefined;
  if (kind === "Application") return ["spec"];
  return kind === "ApplicationSet" ? ["spec", "template", "spec"] : undefined;
}

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/ */
function argoSwitch({ data }: CheckedObject, spec: readonly string[]): Switch {
  const automated = [...spec, "syncPolicy", "automated"];
  const path = [...automated, "prune"];
  const values = [at(data, ...path), at(data, ...automated, "enabled")];
  if (values.some(isUnresolved)) return { deletes: "unknown", path };
  return { deletes: values[0] === true && values[1] !== false ? "files" : "nothing", path };
}

/** Folders of Git: what a chart makes is not among the files. */
function argoSources({ data }: CheckedObject, spec: readonly string[]): readonly Source[] {
  const all = [at(data, ...spec, "source"), ...listAt(data, ...spec, "sources")];
  return all.flatMap((one) =>
    textAt(one, "path") === ""
      ? []
      : [{ folder: textAt(one, "path"), isRecursive: at(one, "directory", "recurse") === true }],
  );
}

const KEPT = /^Prune=(false|confirm)$/;

/** What an object says goes before what its Application says. @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/ */
function isKeptByArgo({ data }: CheckedObject, spec: readonly string[]): (one: CheckedObject) => boolean {
  const forAll = listAt(data, ...spec, "syncPolicy", "syncOptions").map(String);
  return (one) => {
    const own = markOf(one.data, "argocd.argoproj.io/sync-options", ["annotations"])
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word.startsWith("Prune="));
    return (own.length > 0 ? own : forAll).some((word) => KEPT.test(word));
  };
}

/** A text of the annotations or labels of an object; empty: none. */
function markOf(data: unknown, key: string, lists: readonly ("annotations" | "labels")[]): string {
  for (const list of lists) {
    const value = at(data, "metadata", list, key);
    if (typeof value === "string") return value;
  }
  return "";
}

import { bytesOf, millicoresOf, type Problem, readQuantity, shown } from "@nkp-planner/core";
import { isRecord, type ObjectAt } from "../objects/objects.ts";
import { at, isUnresolved, textAt } from "../objects/read-fields.ts";
import type { NodeTaint, PoolShape } from "./cluster-shape.ts";
import type { ShapeLedger } from "./shape-ledger.ts";

type Path = Problem["path"];

/** More machines are in no cluster: a number beyond is a slip of the hand. */
const MOST_COUNT = 100_000;

/** A whole number from 0 on, as a number or as digits; undefined: there is none; null: it cannot be read, which is told. */
export function countAt(ledger: ShapeLedger, object: ObjectAt, path: Path): number | null | undefined {
  const given = at(object.data, ...path);
  if (given === undefined || given === null) return undefined;
  const count = typeof given === "string" && /^\d{1,7}$/.test(given) ? Number(given) : given;
  if (typeof count === "number" && Number.isInteger(count) && count >= 0 && count <= MOST_COUNT) return count;
  return refuse(ledger, object, path, given, `a whole number from 0 to ${MOST_COUNT}`, "write for example 3");
}

/** CPU in millicores, rounded up, above zero; as `countAt` says what is not there. */
export function cpuAt(ledger: ShapeLedger, object: ObjectAt, path: Path): number | null | undefined {
  return quantityAt(ledger, object, path, millicoresOf, "CPU above zero, such as 8 or 7500m");
}

/** Memory or disk in bytes, rounded up, above zero; as `countAt` says what is not there. */
export function bytesAt(ledger: ShapeLedger, object: ObjectAt, path: Path): number | null | undefined {
  return quantityAt(ledger, object, path, bytesOf, "a size above zero, such as 8Gi");
}

function quantityAt(
  ledger: ShapeLedger,
  object: ObjectAt,
  path: Path,
  unitsOf: (nano: bigint) => number,
  expected: string,
): number | null | undefined {
  const given = at(object.data, ...path);
  if (given === undefined || given === null) return undefined;
  const isWritten = typeof given === "string" || (typeof given === "number" && Number.isFinite(given));
  const read = readQuantity(isWritten ? String(given) : "");
  const units = read.ok ? unitsOf(read.quantity.nano) : 0;
  if (units > 0 && Number.isSafeInteger(units)) return units;
  return refuse(ledger, object, path, given, expected, "write it as a quantity of Kubernetes");
}

/** Tells what is wrong; a value that some tool is to put in yet is told as that. */
function refuse(
  ledger: ShapeLedger,
  object: ObjectAt,
  path: Path,
  given: unknown,
  expected: string,
  fix: string,
): null {
  const found = `${shown(given)} as ${path.at(-1)} of ${shapeTitle(object)}`;
  if (!isUnresolved(given)) return ledger.refuse(object, path, { found, expected, fix });
  return ledger.refuse(object, path, {
    found: `${found}, which some tool is to put in yet`,
    expected,
    fix: "give the file as that tool writes it, such as clusterctl generate cluster or kustomize build",
  });
}

/** `MachineDeployment md-0`, for sentences. */
export function shapeTitle({ kind, name }: Pick<ObjectAt, "kind" | "name">): string {
  return `${kind.slice(0, LONGEST_NAME)} ${(name === "" ? "without a name" : name).slice(0, LONGEST_NAME)}`;
}

/** Of names in Kubernetes. */
const LONGEST_NAME = 253;

/** Without the `v` before it; null: nothing, or what some tool is to put in yet. */
export function versionAt(data: unknown, ...path: Path): string | null {
  const text = textAt(data, ...path);
  return text === "" || isUnresolved(text) ? null : text.replace(/^v(?=\d)/, "");
}

/** Taints of a list; entries without key and effect say nothing. */
export function taintsOf(written: readonly unknown[]): readonly NodeTaint[] {
  return written.flatMap((one) => {
    const key = textAt(one, "key");
    // The effect that Cluster API's own schemas fill in where it is left out.
    const effect = textAt(one, "effect") || "NoSchedule";
    return isRecord(one) && key !== "" ? [{ key, value: textAt(one, "value"), effect }] : [];
  });
}

const LEAST = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size";
const MOST = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size";

/** How many machines: as written, and the ends that the annotations of an autoscaler give it. One of the two alone gives none. */
export function scaleAt(
  ledger: ShapeLedger,
  object: ObjectAt,
  { count, annotations }: { readonly count: Path; readonly annotations: Path },
): Pick<PoolShape, "count" | "autoscaled"> {
  const ends = { least: [...annotations, LEAST], most: [...annotations, MOST] };
  return { count: countAt(ledger, object, count) ?? null, autoscaled: endsAt(ledger, object, ends) };
}

/** The ends of an autoscaler; null: not both are there, or they cannot be read, which is told. */
export function endsAt(
  ledger: ShapeLedger,
  object: ObjectAt,
  paths: { readonly least: Path; readonly most: Path },
): PoolShape["autoscaled"] {
  const least = countAt(ledger, object, paths.least);
  const most = countAt(ledger, object, paths.most);
  if (typeof least !== "number" || typeof most !== "number") return null;
  if (least <= most) return { least, most };
  const found = `at least ${least} and at most ${most} machines in ${shapeTitle(object)}`;
  return ledger.refuse(object, paths.most, { found, expected: "the most not below the least", fix: "mend one" });
}

import { at, textAt } from "../../read/objects/read-fields.ts";
import type { Checked, CheckedCluster } from "./checked.ts";

/** `1.34.3` → `1.34` */
export function minorOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}

/** How many minor versions a version is behind another, below zero where it is ahead; null: of another major, or no version. */
export function minorsBehind(version: string, other: string): number | null {
  const [[major, minor], [otherMajor, otherMinor]] = [numbersOf(version), numbersOf(other)];
  if (minor === undefined || otherMinor === undefined || major !== otherMajor) return null;
  return otherMinor - minor;
}

function numbersOf(version: string): readonly number[] {
  return /^\d+\.\d+/.test(version) ? version.split(".").slice(0, 2).map(Number) : [];
}

/** The version of NKP that a fleet is planned on; a tree of manifests stands for the release that comes of it. */
export function plannedNkpVersion({ plan }: Checked): string {
  const [version = ""] = plan.context.catalog.release.version.split("-");
  return version;
}

const NKP_CLASS = /^nkp-[a-z]+-v(\d+\.\d+\.\d+)/;

/** A version of NKP that a cluster's file says, and where in its object. */
export interface NkpVersionSaid {
  readonly version: string;
  readonly path: readonly string[];
}

/** Which version of NKP a file has its cluster at: by its NKPCluster, or by its class; null: it says none. */
export function nkpVersionOf({ partOf }: CheckedCluster): NkpVersionSaid | null {
  const { object } = partOf("version");
  const { kind, data } = object;
  if (kind === "NKPCluster") {
    const own = /^v?(\d+\.\d+\.\d+)/.exec(textAt(data, "spec", "version"))?.[1];
    if (own !== undefined) return { version: own, path: ["spec", "version"] };
  }
  const topology =
    at(data, "spec", "capiCluster") === undefined ? ["spec", "topology"] : ["spec", "capiCluster", "topology"];
  for (const path of [
    [...topology, "class"],
    [...topology, "classRef", "name"],
  ]) {
    const named = NKP_CLASS.exec(textAt(data, ...path))?.[1];
    if (named !== undefined) return { version: named, path };
  }
  return null;
}

/** Where a cluster's file says its version of NKP. */
export function nkpVersionPlace({ partOf }: CheckedCluster, { path }: NkpVersionSaid) {
  const { object } = partOf("version");
  const { file = "", line, column } = object.placeOf([...object.path, ...path]);
  return { file, line, column };
}

/** Whether a version such as `2.17.0` is older than another, part by part. */
export function isOlder(version: string, other: string): boolean {
  const [own, others] = [version, other].map((one) => one.split(".").map(Number));
  const at = own?.findIndex((part, index) => part !== others?.[index]) ?? -1;
  return at >= 0 && Number(own?.[at]) < Number(others?.[at]);
}

/** `2.17.1` → `2.17`; a minor version stays as it is. */
export function minorOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}

/** The minor version after one: `2.17` → `2.18`. */
export function minorAfter(minor: string): string {
  const [major = "0", last = "0"] = minor.split(".");
  return `${major}.${Number(last) + 1}`;
}

/** Below zero where a version is older than another, part by part as numbers: `2.9.1` before `2.10.0`. */
export function compareVersions(a: string, b: string): number {
  const [as, bs] = [a, b].map((version) => version.split(".").map(Number)) as [number[], number[]];
  const at = as.findIndex((part, index) => part !== (bs[index] ?? 0));
  return at < 0 ? as.length - bs.length : (as[at] as number) - (bs[at] ?? 0);
}

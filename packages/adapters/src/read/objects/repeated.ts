import { isRecord, type ObjectAt } from "./objects.ts";

/** Why an object is not counted that stands in the files before. */
export const REPEATED = "that stand in the files already";

/** Objects once, also where several files have them: what the API server knows by one id, or by kind, namespace and name. */
export function withoutRepeated(objects: readonly ObjectAt[]): {
  readonly objects: readonly ObjectAt[];
  readonly repeated: readonly ObjectAt[];
} {
  const seen = new Set<string>();
  const once: ObjectAt[] = [];
  const repeated: ObjectAt[] = [];
  for (const object of objects) {
    const keys = keysOf(object);
    if (keys.some((key) => seen.has(key))) repeated.push(object);
    else once.push(object);
    for (const key of keys) seen.add(key);
  }
  return { objects: once, repeated };
}

/** What has no name, as a pod that is to get one, is never the same as another. */
function keysOf({ kind, group, name, data: { metadata } }: ObjectAt): readonly string[] {
  const { uid, namespace } = isRecord(metadata) ? metadata : {};
  if (typeof uid === "string" && uid !== "") return [`uid ${uid}`];
  return name === "" ? [] : [`${group} ${kind} ${typeof namespace === "string" ? namespace : ""} ${name}`];
}

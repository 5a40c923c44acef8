import { type Told, toldInJson } from "./told-in-json.ts";
import { toldInYaml } from "./told-in-yaml.ts";

/** What an object says that it is, as far as a beginning of a text tells. */
export interface ToldObject {
  /** Empty for the core group, and where it does not say. */
  readonly group: string;
  /** Empty where it does not say. */
  readonly kind: string;
}

/**
 * The objects of a text that may be cut off, those of lists included. What objects refer to is none, nor is what texts
 * within them hold, as ConfigMaps do.
 */
export function toldObjects(head: string): readonly ToldObject[] {
  const text = head.replace(/^\uFEFF/, "").replace(/^(Warning: .*\r?\n)+/, "");
  const all = /^\s*[{[]/.test(text) ? toldInJson(text) : toldInYaml(text);
  return all.map(told).filter(({ group, kind }) => group !== "" || kind !== "");
}

function told({ apiVersion, kind }: Told): ToldObject {
  const [group = "", version] = apiVersion.split("/");
  return { group: version === undefined ? "" : group, kind };
}

import { type EmittedFile, textOf } from "../emitted-file.ts";
import type { ReadBack } from "../making/read-back.ts";

/** The clusters whose versions are raised. */
export function readRenovate(files: readonly EmittedFile[]): ReadBack {
  const text = files.filter(({ path }) => path === "nkp-versions.json").map(textOf);
  const versions = JSON.parse(text.join("")) as readonly { readonly cluster: string }[];
  return { clusters: versions.map(({ cluster }) => ({ name: cluster })) };
}

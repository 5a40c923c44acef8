import { type EmittedFile, textOf } from "../emitted-file.ts";
import type { ReadBack } from "../making/read-back.ts";

/** The addresses of each cluster, as the planned locals say them. */
export function readTerraform(files: readonly EmittedFile[]): ReadBack {
  const text = files.filter(({ path }) => path === "planned.tf.json").map(textOf);
  const { locals } = JSON.parse(text.join("")) as {
    locals: { clusters: Readonly<Record<string, { readonly address_count: number }>> };
  };
  return { clusters: Object.values(locals.clusters).map(({ address_count }) => ({ addressCount: address_count })) };
}

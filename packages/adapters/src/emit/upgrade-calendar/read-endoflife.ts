import { type EmittedFile, textOf } from "../emitted-file.ts";
import type { ReadBack } from "../making/read-back.ts";

/** The clusters of the list, whose files must be there and hold releases. @throws Error where one is not */
export function readEndoflife(files: readonly EmittedFile[]): ReadBack {
  const text = (path: string) =>
    files
      .filter((file) => file.path === path)
      .map(textOf)
      .join("");
  const { clusters } = JSON.parse(text("index.json")) as {
    clusters: readonly { readonly name: string; readonly releases: string | null }[];
  };
  return {
    clusters: clusters.map(({ name, releases }) => {
      if (releases !== null && !Array.isArray(JSON.parse(text(releases)))) throw new Error(`${releases} is no list.`);
      return { name };
    }),
  };
}

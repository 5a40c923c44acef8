import { parseDocument } from "yaml";
import { type EmittedFile, textOf } from "../emitted-file.ts";
import type { ReadBack } from "../making/read-back.ts";

/** Which clusters the values are for. */
export function readValues(files: readonly EmittedFile[]): ReadBack {
  return {
    clusters: files
      .filter(({ path }) => path.endsWith("/values.yaml"))
      .map((file) => {
        const document = parseDocument(textOf(file), { uniqueKeys: true });
        const [problem] = [...document.errors, ...document.warnings];
        if (problem !== undefined) throw problem;
        return { name: String(document.get("k8sClusterName")) };
      }),
  };
}

import { countText } from "@nkp-planner/core";
import type { StarterFile } from "../starter-files.ts";
import type { Ink } from "./ink.ts";
import { padEnd, widthOf } from "./layout.ts";

/** What was written, and where. */
export interface Started {
  readonly tenantCount: number;
  readonly folder: string;
  readonly files: readonly StarterFile[];
}

export function startedText({ tenantCount, folder, files }: Started, ink: Ink): string {
  const [fleet, prices, list] = files.map(({ path }) => `${folder.replace(/\/+$/, "")}/${path}`);
  const width = Math.max(...files.map(({ path }) => widthOf(path)));
  const compare = [fleet, "--prices", prices, "--price-list", list].map((word) => quoted(word ?? ""));
  return [
    ink.strong(`${files.length} files in ${folder}, for ${countText(tenantCount, "tenant")}`),
    "",
    ...files.map(({ path, use }) => `  ${padEnd(path, width)}  ${use}`),
    "",
    // A path is never broken, however long: people copy it.
    "Next:",
    `  nkp-planner compare ${compare[0]} \\`,
    `    ${compare.slice(1, 3).join(" ")} \\`,
    `    ${compare.slice(3).join(" ")}`,
    "",
  ].join("\n");
}

/** As a shell takes it. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

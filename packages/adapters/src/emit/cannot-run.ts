import { type Finding, findingText } from "@nkp-planner/core";
import type { EmittedFile } from "./emitted-file.ts";

/** Stands at the top of a folder whose plan does not run, so that nobody provisions from it unaware; none where it runs. */
export function cannotRunFile(shortfalls: readonly Finding[]): readonly EmittedFile[] {
  if (shortfalls.length === 0) return [];
  const lines = shortfalls.map((finding) => `- ${findingText(finding)}\n`);
  const text = `# This plan cannot run as it is described\n\nThe files hold what can be planned of it. Do not provision from them.\n\n${lines.join("")}`;
  return [{ path: "CANNOT-RUN.md", text }];
}

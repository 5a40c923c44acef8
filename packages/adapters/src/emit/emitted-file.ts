import type { Finding } from "@nkp-planner/core";

/** A file and where it goes, below a folder that the shell chooses; parts of the path are joined by "/". */
export type EmittedFile = EmittedText | EmittedBytes;

export interface EmittedText {
  readonly path: string;
  readonly text: string;
  /** A script that is run as it is. */
  readonly isExecutable?: boolean;
}

export interface EmittedBytes {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What an adapter wrote, and what somebody who uses it must know. */
export interface Emitted {
  readonly files: readonly EmittedFile[];
  /** What was rounded, left out or assumed on the way; nothing of it stands in the plan. */
  readonly findings: readonly Finding[];
}

/** What a file holds, as it is written. */
export function contentOf(file: EmittedFile): string | Uint8Array<ArrayBuffer> {
  return "text" in file ? file.text : file.bytes;
}

/** The text of a file; empty where it is none. */
export function textOf(file: EmittedFile): string {
  return "text" in file ? file.text : "";
}

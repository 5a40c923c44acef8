import { isLarge, type LargeFile } from "../../text/large-file.ts";
import type { ProblemAt } from "../read-result.ts";
import type { OpenedFile, ReadText } from "../reader.ts";
import type { StreamDocument } from "./yaml-stream.ts";

/**
 * The documents of several files, each of which knows its own; what cannot be read of them says so, too.
 *
 * @param ofLarge reads a file that is not held as a whole
 */
export async function documentsOfFiles(
  files: readonly (OpenedFile | LargeFile)[],
  ofText: (text: string) => readonly StreamDocument[] | ReadText,
  ofLarge: (file: LargeFile) => Promise<StreamDocument | ReadText>,
): Promise<{ readonly documents: readonly StreamDocument[]; readonly problems: readonly ProblemAt[] }> {
  const documents: StreamDocument[] = [];
  const problems: ProblemAt[] = [];
  for (const file of files) {
    const read = isLarge(file) ? await ofLarge(file) : file.text === null ? noText() : ofText(file.text);
    if ("problems" in read) problems.push(...read.problems.map((problem) => ({ ...problem, file: file.name })));
    else
      for (const { data, placeOf } of [read].flat())
        documents.push({ data, placeOf: (path) => ({ ...placeOf(path), file: file.name }) });
  }
  return { documents, problems };
}

/** A file that cannot be read is one entry more, of which nothing is known. */
export function withUnreadFiles(made: ReadText, problems: readonly ProblemAt[]): ReadText {
  const unreadCount = new Set(problems.map(({ file }) => file)).size;
  if (unreadCount === 0) return made;
  const { report } = made;
  return {
    ...made,
    problems: [...problems, ...made.problems],
    ...(report === undefined
      ? {}
      : {
          report: {
            ...report,
            foundCount: report.foundCount + unreadCount,
            unreadableCount: report.unreadableCount + unreadCount,
          },
        }),
  };
}

function noText(): ReadText {
  const words = { found: "bytes that are no text", expected: "a text file in UTF-8", fix: "save it as UTF-8" };
  return { data: null, problems: [{ code: "unreadable", path: [], ...words, line: 1, column: 1 }] };
}

import {
  broughtFile,
  type Finding,
  findingOf,
  findingOfProblem,
  InputError,
  type Problem,
  problemsOf,
  type WorkloadLibrary,
} from "@nkp-planner/core";
import { entryCountOf, INPUT_KINDS, type InputKind } from "../input-kinds.ts";
import { otherKindOf, otherKindProblem } from "../other-kind.ts";
import type { Place, ProblemAt, ReadResult } from "../read-result.ts";
import type { Reader, ReadText } from "../reader.ts";

const START: Place = { line: 1, column: 1 };

/** What a reader's code made of a file, checked by its kind, with everything that is said of it. */
export function resultOf<Kind extends InputKind>(
  { id, gives }: Pick<Reader<Kind>, "id" | "gives">,
  {
    data: written,
    problems,
    notices = [],
    report,
    clusters,
    tenantKeys = [],
    columns,
    basis,
    placeOf: knownPlaceOf,
  }: ReadText,
  fileName: string,
  library?: WorkloadLibrary,
): ReadResult<Kind> {
  const placeOf = knownPlaceOf ?? (() => START);
  const { data, said, problems: unreadable } = broughtFile(written);
  const { value, problems: more } =
    data === null || unreadable.length > 0 ? { value: null, problems: unreadable } : checked(gives, data, library);
  const otherKind = value === null ? otherKindOf(gives, data) : undefined;
  const wrong = otherKind === undefined ? more : [otherKindProblem(otherKind, gives)];
  const placed = wrong.map((problem) => ({ ...problem, ...placeOf(problem.path) }));
  const all: readonly ProblemAt[] = [...problems, ...placed].toSorted(byPlace);
  const count = value === null ? 0 : entryCountOf(gives, data);
  const counted = value !== null || data === null ? report : undefined; // what the entries were is no longer to be trusted
  return {
    kind: gives,
    readerId: id,
    value: value as ReadResult<Kind>["value"],
    data,
    ...(otherKind === undefined ? {} : { otherKind }),
    ...(clusters === undefined ? {} : { clusters }),
    findings: [
      ...all.map(({ file = fileName, ...problem }) => findingOfProblem(problem, file)),
      ...said.map((finding) => placedIn(finding, fileName, placeOf)),
      ...notices.map(noticeOf),
    ],
    report: {
      entries: INPUT_KINDS[gives].entries,
      ...(counted ?? {
        foundCount: value === null ? 1 : count,
        usedCount: count,
        excluded: [],
        unreadableCount: value === null ? 1 : 0,
      }),
    },
    tenantKeys,
    ...(columns === undefined ? {} : { columns }),
    ...(basis === undefined ? {} : { basis }),
    placeOf,
    ...(knownPlaceOf === undefined ? { isUnplaced: true } : {}),
  };
}

/** What became of a part of an older form, where that stands in the file. */
function placedIn(finding: Finding, file: string, placeOf: (path: Problem["path"]) => Place): Finding {
  const { subject } = finding;
  return subject.in === "input" ? { ...finding, subject: { ...subject, file, ...placeOf(subject.path) } } : finding;
}

function checked(kind: InputKind, data: unknown, library: WorkloadLibrary | undefined) {
  try {
    return { value: INPUT_KINDS[kind].parse(data, library), problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { value: null, problems: problemsOf(error) };
  }
}

function byPlace(a: ProblemAt, b: ProblemAt): number {
  return (
    (a.file ?? "").localeCompare(b.file ?? "", "en") ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
  );
}

function noticeOf(sentence: string): Finding {
  return findingOf("input", "left-out", { figures: { sentence: { kind: "text", value: sentence } } });
}

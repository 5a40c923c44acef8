import type { ReadText } from "../reader.ts";

/** What several files came to by themselves, one after another. */
export function putTogether(texts: readonly ReadText[]): ReadText {
  const listOf = ({ data }: ReadText): readonly unknown[] => (Array.isArray(data) ? data : []);
  const data = texts.flatMap(listOf);
  const reports = texts.flatMap(({ report }) => report ?? []);
  const sum = (of: (report: (typeof reports)[number]) => number) => reports.reduce((all, one) => all + of(one), 0);
  const entries = reports.find((report) => report.entries !== undefined)?.entries;
  return {
    data: data.length === 0 ? null : data,
    problems: texts.flatMap(({ problems }) => problems),
    notices: [...new Set(texts.flatMap(({ notices = [] }) => notices))],
    clusters: texts.flatMap(({ clusters = [] }) => clusters),
    report: {
      ...(entries === undefined ? {} : { entries }),
      foundCount: sum(({ foundCount }) => foundCount),
      usedCount: sum(({ usedCount }) => usedCount),
      excluded: reports.flatMap(({ excluded }) => excluded),
      unreadableCount: sum(({ unreadableCount }) => unreadableCount),
    },
    placeOf([index, ...path]) {
      let at = Number(index);
      for (const text of texts) {
        const { length } = listOf(text);
        if (at < length) return text.placeOf?.([at, ...path]) ?? { line: 1, column: 1 };
        at -= length;
      }
      return { line: 1, column: 1 };
    },
  };
}

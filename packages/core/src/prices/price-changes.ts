import * as z from "zod";
import type { Problem } from "../base/findings/problem.ts";
import { IsoDate } from "../base/provenance.ts";
import { shown } from "../base/shown.ts";
import { textWritten } from "../base/written.ts";

/** So many: one a month of the longest forecast. */
const MOST_CHANGES = 60;
/** So many prices in all changes of a file together: all of it is checked again after each. */
const MOST_PRICES = 1000;

/** The days on which prices of a file change, and what holds from then on. */
export function changesField<Parts extends z.core.$ZodShape>(parts: Parts, example: object) {
  const from = IsoDate.meta({ description: "The first day on which these prices hold.", examples: ["2027-07-01"] });
  return z
    .array(z.strictObject({ from, ...parts }))
    .max(MOST_CHANGES)
    .optional()
    .meta({
      description: "Days on which prices change, with those that change. Left out: there are none.",
      examples: [[{ from: "2027-07-01", ...example }]],
    });
}

type Path = Problem["path"];
type Parts = Readonly<Record<string, unknown>>;

/** Where a part is written that a change has brought, and from which day on it holds. */
export interface WrittenPart {
  readonly path: Path;
  readonly since?: IsoDate;
}

/** By where a part stands now: `items,3`, `minimumFee`. */
export type WrittenParts = Readonly<Record<string, WrittenPart>>;

/** A file of prices as it stands from one of its days on. */
export interface PricesFrom<File> {
  readonly file: File;
  /** The day of the change that made it; absent: it stands so from the beginning. */
  readonly since?: IsoDate;
  /** What that change has brought, in words. */
  readonly brought: readonly string[];
  /** Places in the change of what has no one name: it is there twice. */
  readonly doubtful: readonly Path[];
  readonly written: WrittenParts;
}

/** A file with its changes made one after the other: each part takes the place of that of the same SKU. */
export function pricesFromDays<File extends object>(file: File): readonly PricesFrom<File>[] {
  const periods: PricesFrom<File>[] = [{ file, brought: [], doubtful: [], written: {} }];
  for (const [index, change] of listOf((file as Parts)["changes"]).entries())
    periods.push(changed(periods.at(-1) as PricesFrom<File>, change, index));
  return periods;
}

function listOf(value: unknown): readonly Parts[] {
  // A hole in a list given by a program is an empty entry.
  return Array.isArray(value) ? Array.from(value, (one) => ({ ...one })) : [];
}

function changed<File extends object>(
  before: PricesFrom<File>,
  { from, ...parts }: Parts,
  index: number,
): PricesFrom<File> {
  const since = said(from) as IsoDate;
  const file: Record<string, unknown> = { ...(before.file as Parts) };
  const written = { ...before.written };
  const brought: string[] = [];
  const doubtful: Path[] = [];
  for (const [part, value] of Object.entries(parts)) {
    // What every map has by itself is no part of a file.
    if (part in Object.prototype) continue;
    const isList = Array.isArray(value);
    const all = [...listOf(isList ? file[part] : [file[part]])];
    for (const [at, one] of listOf(isList ? value : [value]).entries()) {
      const alike = [...all.keys()].filter((other) => !isList || (one["sku"] && all[other]?.["sku"] === one["sku"]));
      const to = alike[0] ?? all.length;
      const place = String(isList ? [part, to] : part);
      const path = ["changes", index, part, ...(isList ? [at] : [])];
      if (alike.length > 1 || written[place]?.path[1] === index) doubtful.push([...path, "sku"]);
      brought.push(broughtText(one, all[to]));
      // What is as before holds since then.
      if (JSON.stringify(one) === JSON.stringify(all[to])) continue;
      all[to] = one;
      written[place] = { path, since };
    }
    file[part] = isList ? all : all[0];
  }
  return { file: file as File, since, brought, doubtful, written };
}

function broughtText(one: Parts, before: Parts = {}): string {
  const [is, was] = [one, before].map(({ unitPrice, monthly, tiers }) =>
    textWritten(unitPrice ?? monthly ?? listOf(tiers)[0]?.["unitPrice"]),
  );
  const now = `${said(one["sku"])} ${is}`;
  if (was !== is) return was === undefined ? now : `${now} instead of ${was}`;
  return `${now} ${JSON.stringify(one) === JSON.stringify(before) ? "as before" : "on other terms"}`;
}

/** Files are put together before they are checked: what is no text or number says nothing. */
function said(value: unknown): string {
  return textWritten(value) ?? "";
}

/** Where a place of a file as it stands is written: in itself, or in one of its changes. */
export function writtenAt(written: WrittenParts, path: Path): WrittenPart {
  const length = Object.hasOwn(written, String(path[0])) ? 1 : 1 + 1;
  const place = String(path.slice(0, length));
  const part = Object.hasOwn(written, place) ? written[place] : undefined;
  return part === undefined ? { path } : { ...part, path: [...part.path, ...path.slice(length)] };
}

/**
 * What is wrong with the changes of a file: their days, what has no one name, and all that is wrong with the file as it
 * stands after each and was not before.
 * @param problemsOf what is wrong with a file without changes
 */
export function changeProblems(value: unknown, problemsOf: (file: unknown) => readonly Problem[]): readonly Problem[] {
  if (typeof value !== "object" || value === null) return [];
  const lists = listOf((value as Parts)["changes"]).flatMap((change) => Object.values(change).map(listOf));
  const count = lists.flat().length;
  if (count > MOST_PRICES) {
    const expected = `at most ${MOST_PRICES} in all`;
    return [{ path: ["changes"], found: `${count} prices`, expected, fix: "write another file for later days" }];
  }
  const placed = ({ file, written }: PricesFrom<object>) =>
    problemsOf(file).map((problem) => ({ ...problem, path: writtenAt(written, problem.path).path }));
  const [first, ...later] = pricesFromDays(value);
  let before = first as PricesFrom<object>;
  return later.flatMap((period, index): readonly Problem[] => {
    const own = ["changes", index];
    const known = placed(before).map((problem) => JSON.stringify(problem));
    const problems = [
      ...dayProblems(value as Parts, before, period, own),
      ...period.doubtful.map((path) => ({
        path,
        found: "a SKU that is there twice",
        expected: "one of each",
        fix: RENAME,
      })),
      ...placed(period)
        .filter((problem) => !known.includes(JSON.stringify(problem)))
        .map((problem) => (problem.path[0] === "changes" ? problem : { ...problem, path: own })),
    ];
    before = period;
    return problems;
  });
}

const RENAME = "give each its own";

function dayProblems(
  { validFrom, validUntil }: Parts,
  before: PricesFrom<object>,
  { since, brought }: PricesFrom<object>,
  own: Path,
): readonly Problem[] {
  const after = said(before.since ?? validFrom);
  const until = said(validUntil);
  const day = said(since);
  if (IsoDate.safeParse(day).success && (day <= after || (until !== "" && day > until))) {
    const expected = `a day after ${after}${until && `, to ${until}`}`;
    const path = [...own, "from"];
    return [{ path, found: shown(since), expected, fix: "write one change a day, in their order" }];
  }
  if (brought.length > 0) return [];
  return [{ path: own, found: "no prices", expected: "those that change", fix: "add items, or remove it" }];
}

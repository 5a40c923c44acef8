import * as z from "zod";
import type { Problem } from "../base/findings/problem.ts";
import { IsoDate } from "../base/provenance.ts";
import { shown } from "../base/shown.ts";
import { NoteField } from "../input/fields.ts";

/** So many: one a month for ten years. */
const MOST_CHANGES = 120;

/** What every change of a file of prices begins with. */
const changeFields = {
  from: IsoDate.meta({
    description: "The first day on which these prices hold instead of those before.",
    examples: ["2027-07-01"],
  }),
  note: NoteField,
};

/** The days on which prices of a file change, and what holds from then on. */
export function changesField<Parts extends z.core.$ZodShape>(parts: Parts, description: string, example: object) {
  return z
    .array(z.strictObject({ ...changeFields, ...parts }))
    .max(MOST_CHANGES)
    .optional()
    .meta({ description, examples: [[{ from: "2027-07-01", ...example }]] });
}

type Path = Problem["path"];
type Parts = Readonly<Record<string, unknown>>;

/** A file of prices as it stands from one of its days on. */
export interface PricesFrom<File> {
  readonly file: File;
  /** The day of the change that made it; null: it stands so from the beginning. */
  readonly since: IsoDate | null;
  /** Which of the file's changes that is; -1: none. */
  readonly changeIndex: number;
  readonly change: Parts;
  /** Where parts that a change has brought are written, by where they stand now. */
  readonly places: ReadonlyMap<string, Path>;
}

/** By which property a part of a list is known again; what has none takes the place of the one before as a whole. */
const NAMES: Readonly<Record<string, string>> = { items: "sku", bundles: "sku" };

/** A file with its changes made one after the other, by their days: each part takes the place of that of the same name. */
export function pricesFromDays<File extends object>(file: File): readonly PricesFrom<File>[] {
  const periods: PricesFrom<File>[] = [{ file, since: null, changeIndex: -1, change: {}, places: new Map() }];
  for (const [index, change] of changesOf(file))
    periods.push(changed(periods.at(-1) as PricesFrom<File>, change, index));
  return periods;
}

function changesOf(file: object): readonly (readonly [index: number, change: Parts])[] {
  const changes = [...listOf((file as Parts)["changes"]).entries()];
  return changes.toSorted(([, { from: a }], [, { from: b }]) => (String(a) < String(b) ? -1 : 1));
}

function listOf(value: unknown): readonly Parts[] {
  return Array.isArray(value) ? value.map((one) => (typeof one === "object" && one !== null ? one : {})) : [];
}

function changed<File extends object>(before: PricesFrom<File>, change: Parts, index: number): PricesFrom<File> {
  const file: Record<string, unknown> = { ...(before.file as Parts) };
  const places = new Map(before.places);
  for (const [part, value] of Object.entries(change)) {
    const name = NAMES[part];
    if (part in changeFields || value === undefined) continue;
    if (name === undefined) {
      file[part] = value;
      places.set(part, ["changes", index, part]);
      continue;
    }
    const all = [...listOf(file[part])];
    for (const [at, one] of listOf(value).entries()) {
      const known = all.findIndex((other) => other[name] !== undefined && other[name] === one[name]);
      const to = known === -1 ? all.length : known;
      all[to] = one;
      places.set(`${part}/${to}`, ["changes", index, part, at]);
    }
    file[part] = all;
  }
  return { file: file as File, since: String(change["from"]) as IsoDate, changeIndex: index, change, places };
}

/** Where a place of the file as it stands is written: in itself, or in one of its changes. */
export function writtenAt({ places }: Pick<PricesFrom<unknown>, "places">, path: Path): Path {
  const [part, index, ...rest] = path;
  const ofOne = places.get(`${part}/${index}`);
  if (ofOne !== undefined) return [...ofOne, ...rest];
  const ofPart = places.get(String(part));
  return ofPart === undefined ? path : [...ofPart, ...path.slice(1)];
}

/** The day of the change that brought a part; null: it is there from the beginning. */
export function sinceOf(file: { readonly changes?: readonly { readonly from: IsoDate }[] | undefined }, path: Path) {
  const [, index] = path;
  return path[0] === "changes" ? (file.changes?.[index as number]?.from ?? null) : null;
}

/**
 * What is wrong with the changes of a file: their days, and all that is wrong with the file as it stands after each and
 * was not before.
 * @param problemsOf what is wrong with a file without changes
 * @param replacing what is wrong with a part in the place of another
 */
export function changeProblems(
  value: unknown,
  problemsOf: (file: unknown) => readonly Problem[],
  replacing: (before: Parts, after: Parts, path: Path) => readonly Problem[] = () => [],
): readonly Problem[] {
  if (typeof value !== "object" || value === null) return [];
  const periods = pricesFromDays(value);
  return periods.slice(1).flatMap((period, at): readonly Problem[] => {
    const before = periods[at] as PricesFrom<object>;
    const known = new Set(placed(before, problemsOf).map(textOf));
    const own = ["changes", period.changeIndex];
    const isOwn = ({ path }: Problem) => path[0] === own[0] && path[1] === own[1];
    const isEmpty = Object.keys(period.change).every((part) => part in changeFields);
    return [
      ...(isEmpty ? [emptyProblem(own)] : []),
      ...dayProblems(value as Parts, before, period, own),
      ...repeatedProblems(before.file, period.change, own, replacing),
      ...placed(period, problemsOf)
        .filter((problem) => !known.has(textOf(problem)))
        .map((problem) => (isOwn(problem) ? problem : { ...problem, path: own })),
    ];
  });
}

function placed(period: PricesFrom<object>, problemsOf: (file: unknown) => readonly Problem[]): readonly Problem[] {
  return problemsOf(period.file).map((problem) => ({ ...problem, path: writtenAt(period, problem.path) }));
}

function textOf({ path, found }: Problem): string {
  return JSON.stringify([path, found]);
}

function emptyProblem(path: Path): Problem {
  return { path, found: "a day without prices", expected: "what changes on it", fix: "add items, or remove it" };
}

function dayProblems(
  { validFrom, validUntil }: Parts,
  before: PricesFrom<object>,
  { since }: PricesFrom<object>,
  own: Path,
): readonly Problem[] {
  const problem = (expected: string, fix: string) => [{ path: [...own, "from"], found: shown(since), expected, fix }];
  if (since === null || !IsoDate.safeParse(since).success) return [];
  if (since === before.since) return problem("a day of its own", "write all prices of a day in one change");
  if (typeof validFrom === "string" && since <= validFrom)
    return problem(`a day after ${shown(validFrom)}, when the prices begin`, "write it into the file's own prices");
  if (typeof validUntil === "string" && since > validUntil)
    return problem(`a day not after ${shown(validUntil)}, when the prices end`, "mend one of the two days");
  return [];
}

/** A part that stands twice in one change, or for one of several of its name. */
function repeatedProblems(
  before: object,
  change: Parts,
  own: Path,
  replacing: (before: Parts, after: Parts, path: Path) => readonly Problem[],
): readonly Problem[] {
  return Object.entries(NAMES).flatMap(([part, name]) => {
    const all = listOf(change[part]);
    return all.flatMap((one, at): readonly Problem[] => {
      const path = [...own, part, at];
      const isSame = (other: Parts) => other[name] !== undefined && other[name] === one[name];
      const replaced = listOf((before as Parts)[part]).filter(isSame);
      const isSecond = all.findIndex(isSame) < at && one[name] !== undefined;
      if (replaced.length <= 1 && !isSecond) return replaced.flatMap((other) => replacing(other, one, path));
      const found = isSecond
        ? `${shown(one[name])} a second time`
        : `${shown(one[name])}, which ${replaced.length} have`;
      const expected = `a ${name} that one has`;
      return [{ path: [...path, name], found, expected, fix: "give each its own" }];
    });
  });
}

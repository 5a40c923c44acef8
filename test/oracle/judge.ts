/** How one answer of ours compares with the recorded one. */
export interface Verdict {
  readonly id: number;
  readonly category: string;
  /** `within-range`: not the recorded answer, but one the real software may give as well. */
  readonly outcome: "same" | "within-range" | "different";
  /** Ours promises what the real software does not keep: no share of right answers makes up for it. */
  readonly isUnsafe?: boolean;
  /** What differs: ours, theirs, by how much. */
  readonly detail?: string;
}

/** Judges a file of its own kind; null: the file is of another kind. */
export type Judge = (file: unknown) => readonly Verdict[] | null;

/** One field of an answer, ours beside theirs, as texts. */
export interface Compared {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
  /** Another answer the real software is documented to be as likely to give, or as right in giving. */
  readonly isTolerated?: boolean;
}

/** One verdict over all fields of an answer: as bad as its worst field. */
export function verdictOf(id: number, category: string, fields: readonly Compared[]): Verdict {
  const unlike = fields.filter(({ ours, theirs }) => ours !== theirs);
  const wrong = unlike.filter(({ isTolerated }) => isTolerated !== true);
  if (wrong.length > 0) return { id, category, outcome: "different", detail: wrong.map(detailOf).join("; ") };
  if (unlike.length > 0) return { id, category, outcome: "within-range", detail: unlike.map(detailOf).join("; ") };
  return { id, category, outcome: "same" };
}

function detailOf({ what, ours, theirs }: Compared): string {
  const isWhole = [ours, theirs].every((text) => /^-?\d+$/.test(text));
  const by = isWhole ? ` (${signed(BigInt(ours) - BigInt(theirs))})` : "";
  return `${what}: ours ${ours}, theirs ${theirs}${by}`;
}

function signed(difference: bigint): string {
  return difference > 0n ? `+${difference}` : String(difference);
}

/** The entries of a list under a key, or null where the file has no such list of objects with a numeric id. */
export function casesOf(file: unknown, key: string): readonly Record<string, unknown>[] | null {
  const list = isRecord(file) ? file[key] : undefined;
  return Array.isArray(list) && list.every((one) => isRecord(one) && typeof one["id"] === "number") ? list : null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

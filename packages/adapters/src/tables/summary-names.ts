/** What a row sums up its table as. */
export type SummaryKind = "sum" | "average" | "count" | "least" | "most";

/** A whole name that no tenant bears: the row is one of sums or averages, whatever its numbers are. */
const SUM_NAME =
  /^((grand |sub)?-?(total|sum)s?|(gesamt|zwischen|teil|end)?summe[n]?|insgesamt|gesamt|totale?n?|totaux|(sous-?)?total|somme|somma|suma|totaal|totalt|razem|celkem|итого|всего|σ|∑|合計|小計|合计|总计|総計)\s*:?$/iu;
const AVERAGE_NAME =
  /^(averages?|avg\.?|mean|median|durchschnitt|mittelwert|mittel|ø|⌀|moyenne|promedio|gemiddelde?|średnia|průměr|среднее|平均)\s*:?$/iu;

/** Words that name such a row where its numbers agree: `Summe Kunden`, `Ø je Mandant`. */
const WORDS: ReadonlyMap<SummaryKind, RegExp> = new Map([
  [
    "sum",
    /^(.*-)?(grand|overall|(sub)?totals?|sums?|.*summen?|gesamt|insgesamt|totale|totaux|somme|somma|suma|totaal|totalt)$/u,
  ],
  ["average", /^(averages?|avg|durchschnitt|mittelwert|ø|⌀|moyenne|promedio|gemiddelde?)$/u],
  ["count", /^(count|number|anzahl|nombre|cantidad|numero|aantal|liczba|#)$/u],
  ["least", /^(minimum|minima|minimal|smallest|lowest|kleinste[rs]?|minimo)$/u],
  ["most", /^(maximum|maxima|maximal|largest|highest|größte[rs]?|maximo|massimo)$/u],
]);

/** Names of people and firms, too (`Max`, `Pro Juventute`): they say so only below another such row. */
const SHORT: ReadonlyMap<string, SummaryKind> = new Map([
  ["min", "least"],
  ["max", "most"],
  ["mean", "average"],
  ["per", "average"],
  ["pro", "average"],
  ["je", "average"],
]);

/** Whether a name alone says that its row is no tenant. */
export function namesSummary(name: string): boolean {
  return SUM_NAME.test(name.trim()) || AVERAGE_NAME.test(name.trim());
}

/**
 * What a row of that name may be; all kinds where it has none. Empty: the name says nothing of it.
 *
 * @param tenantCount rows that it may sum up: `3 tenants` is the name of a sum of three
 * @param isBelowSummary whether the row above it is one
 */
export function kindsNamed(name: string, tenantCount: number, isBelowSummary: boolean): readonly SummaryKind[] {
  const bare = name.trim().toLowerCase();
  if (bare === "") return [...WORDS.keys()];
  if (/^\d+( \p{L}+)?$/u.test(bare) && Number.parseInt(bare, 10) === tenantCount) return ["sum"];
  if (SUM_NAME.test(bare)) return ["sum"];
  if (AVERAGE_NAME.test(bare)) return ["average"];
  const words = bare.split(/[\s:.,;()/]+/u).filter((word) => word !== "");
  const named = [...WORDS].flatMap(([kind, pattern]) => (words.some((word) => pattern.test(word)) ? kind : []));
  const short = isBelowSummary ? words.flatMap((word) => SHORT.get(word) ?? []) : [];
  return [...named, ...short];
}

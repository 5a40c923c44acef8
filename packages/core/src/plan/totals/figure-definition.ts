import type { Figure, FigureLine, FigureValue, SizedTenant } from "../../base/figure.ts";
import { type FigureWords, unitText } from "../../base/figure-words.ts";

/** How a figure opens: the lines behind its value, which is their sum unless there is a formula. */
export interface Opening<Subject> {
  readonly lines: (subject: Subject) => readonly FigureLine[];
  /** How the value follows from the lines. */
  readonly formula?: string | ((subject: Subject) => string | null) | undefined;
  /** What to say where the value is null. */
  readonly whenUnknown?: string;
}

/** A figure of a plan, a tenant or a cluster: what it is, what it comes to, what is behind it. */
export interface FigureDefinition<Subject> extends FigureWords, Opening<Subject> {
  readonly value: (subject: Subject) => FigureValue;
  /** The tenants whose sizes it rests on, as far as it is known where those come from; absent: no tenant's alone. */
  readonly sizedTenants?: (subject: Subject) => readonly SizedTenant[];
}

/** Figures by id, in the order of lists. */
export type FigureTable<Subject> = Readonly<Record<string, FigureDefinition<Subject>>>;

/** The figure of a definition, opened. */
export function opened<Subject>(
  id: string,
  { title, unit, how, lines, formula, whenUnknown, ...definition }: FigureDefinition<Subject>,
  subject: Subject,
  currency: string,
): Figure {
  const value = definition.value(subject);
  const sizedTenants = definition.sizedTenants?.(subject) ?? [];
  const said = typeof formula === "function" ? formula(subject) : formula;
  return {
    id,
    title,
    how,
    unit: unitText(unit, currency),
    value,
    formula: said ?? (value === null ? whenUnknown : undefined) ?? null,
    lines: lines(subject),
    ...(sizedTenants.length === 0 ? {} : { sizedTenants }),
  };
}

/** The words of a definition about someone: `Cost of {name} a month` → `Cost of Orchid a month`. */
export function named<Words extends FigureWords>(words: Words, name: string): Words {
  return { ...words, title: words.title.replaceAll("{name}", () => name) };
}

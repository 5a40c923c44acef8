import type { FigureLine } from "../../base/figure.ts";
import type { FigureWords } from "../../base/figure-words.ts";
import type { Money } from "../../base/money.ts";
import type { Opening } from "./figure-definition.ts";
import type { TotalParts } from "./total-parts.ts";

/** A total of a plan: what it is, how it is taken of the plan's parts, how it opens, which tables show it. */
export type TotalDefinition = FigureWords & Shown & (Divided | (Opening<TotalParts> & (Known | MaybeUnknown)));

/** A number or an amount that every plan has. */
type Known = Compared &
  (
    | {
        /** count: a whole number; amount: any number that is not negative. */
        readonly kind: "count" | "amount";
        readonly of: (parts: TotalParts) => number;
      }
    | { readonly kind: "money"; readonly of: (parts: TotalParts) => Money }
  );

/** An amount that stands divided: its parts add up to the total that it is below, and each opens by itself. */
interface Divided extends Compared {
  readonly kind: "divided";
  readonly below: string;
  readonly parts: Readonly<Record<string, Pick<FigureWords, "title" | "how"> & { readonly short: string }>>;
  /** Which parts tables of some plans show; without it all of them. */
  readonly partsIn?: (
    plans: readonly { readonly costs: readonly Pick<TotalParts["costs"][number], "driver">[] }[],
  ) => readonly string[];
  readonly of: (parts: TotalParts) => Readonly<Record<string, Money>>;
  readonly linesOf: (parts: TotalParts, part: string) => readonly FigureLine[];
}

/** What rests on something that nobody may have said: null then. */
interface MaybeUnknown {
  readonly kind: "money" | "ratio";
  readonly whenUnknown: string;
  readonly of: (parts: TotalParts) => Money | number | null;
}

interface Compared {
  /** Whether a comparison says how far each plan is from the baseline in it. */
  readonly isCompared?: true;
}

/** Tables of totals: all of them on the calculator, `compare`, two scenarios side by side, the page of a model. */
export type TotalsTable = "calculator" | "terminal" | "scenarios" | "model-page";

interface Shown {
  /** The tables that have it as a row; without it only its id opens it. */
  readonly shownIn?: readonly TotalsTable[];
  /** The total that it is a part of, and stands below in tables. */
  readonly below?: string;
  /** What it is called in tables, where that is not its title. */
  readonly short?: string;
  /** The one that matters most of its kind. */
  readonly isMain?: true;
}

export const EVERYWHERE = ["calculator", "terminal", "scenarios", "model-page"] as const;

/** Totals by id, in the order of documents; tables have parts below their wholes. */
export type TotalTable = Readonly<Record<string, TotalDefinition>>;

/** What the definitions of a table come to. */
export type ValuesOf<Table extends TotalTable> = {
  readonly [Id in keyof Table]: ReturnType<Table[Id]["of"]>;
};

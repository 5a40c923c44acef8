import { readCell, unfit, type Wanted } from "./read-cell.ts";
import type { CellShown, ChoiceOption, TenantColumn } from "./tenant-column.ts";
import { type Typed, valueAt, withValueAt } from "./tenant-draft.ts";
import type { Unit } from "./units/unit.ts";

/** What a column says of itself; the rest goes by its kind. */
type Own = Pick<TenantColumn, "id" | "heads" | "wanted" | "fields"> &
  Partial<Pick<TenantColumn, "called" | "otherHeads" | "needed" | "addsUp" | "grid" | "valueIn" | "write">>;

/** A column of numbers, in one unit. */
export function numberColumn(own: Own & { readonly unit: Unit }): TenantColumn {
  const { unit, wanted } = own;
  return {
    ...common(own, unit.valueOf("0", unit.usual)),
    parse: (text, given) => readCell(text, unit, wanted, given),
    show(value) {
      const parts = value === undefined ? undefined : unit.partsOf(String(value));
      return parts === undefined ? words(value) : { text: parts.number, isNumber: true, suffix: parts.suffix ?? "" };
    },
    ...own,
  };
}

interface OfWords extends Own {
  /** What is meant by words that are there, or what is wanted in their place; absent: they are taken as they are. */
  readonly read?: (text: string) => string | Wanted;
}

/** A column of words. */
export function wordColumn({ read = (text) => text, ...own }: OfWords): TenantColumn {
  return {
    ...common(own, ""),
    unit: null,
    parse(text) {
      const bare = text.trim();
      if (bare === "") return { is: "nothing" };
      const value = read(bare);
      return typeof value === "string" ? { is: "value", value } : unfit(value);
    },
    show: words,
    ...own,
  };
}

/** A column of a few words to choose from. Nothing is the usual choice. */
export function choiceColumn(
  own: Own & { readonly options: readonly [ChoiceOption, ...ChoiceOption[]] },
): TenantColumn {
  const [usual] = own.options;
  return {
    ...common(own, ""),
    unit: null,
    valueIn: (tenant) => valueAt(tenant, own.fields[0]) ?? usual.id,
    parse(text) {
      const option = own.options.find(({ words: meant }) => meant.test(text.trim()));
      return option === undefined ? unfit(own.wanted) : { is: "value", value: option.id };
    },
    show: words,
    ...own,
  };
}

/** @param nothing what a needed field holds that nothing is said of */
function common({ id, fields, needed = false }: Own, nothing: Typed) {
  const [field] = fields;
  const isSize = field.startsWith("demand.");
  return {
    called: id,
    needed,
    isSize,
    valueIn: (tenant) => valueAt(tenant, field),
    write: (tenant, value) =>
      isSize && tenant.demand === undefined
        ? tenant
        : withValueAt(tenant, field, value ?? (needed ? nothing : undefined)),
  } satisfies Partial<TenantColumn>;
}

function words(value: Typed | undefined): CellShown {
  return { text: String(value ?? ""), isNumber: false, suffix: "" };
}

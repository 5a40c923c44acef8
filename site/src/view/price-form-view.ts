import {
  isAdded,
  kindsPaidElsewhere,
  leftOutAs,
  priceBases,
  priceKindOf,
  type RateKind,
  rateKinds,
  type UnitFieldName,
  unitFields,
  unitsOf,
} from "@nkp-planner/core";

/** What a price book and a price list may have, as the page lists it. */
export interface PriceFormView {
  readonly kinds: readonly PriceKindView[];
  /** What a list may charge by. */
  readonly bases: readonly { readonly id: string; readonly unit: string; readonly title: string }[];
}

export interface PriceKindView {
  readonly id: string;
  readonly title: string;
  /** The usual one first. */
  readonly units: readonly UnitView[];
  /** Whether a book may have several items of it. */
  readonly isAdded: boolean;
  /** What plans call it where there is no price for it; null: they do without it, or are refused. */
  readonly leftOutAs: string | null;
}

export interface UnitView {
  readonly id: string;
  /** What an item by this unit says beside its price. */
  readonly fields: readonly ItemFieldView[];
}

export interface ItemFieldView {
  readonly id: UnitFieldName;
  readonly label: string;
  readonly hint: string;
  readonly is: "amount" | "number" | "text";
}

type FieldWords = Omit<ItemFieldView, "id">;

const FIELDS: Readonly<Record<UnitFieldName, FieldWords>> = {
  termMonths: { label: "Term, months", hint: "How long the price is for, such as 36.", is: "number" },
  amortisedOverMonths: {
    label: "Spread over, months",
    hint: "Over how long a bought host is paid, such as 60.",
    is: "number",
  },
  residualValue: { label: "Worth in the end", hint: "What a bought host is worth then. Empty: nothing.", is: "amount" },
  wattsPerHost: { label: "Watts of a host", hint: "What one host draws on average, such as 650.", is: "number" },
  vcpuPerCore: { label: "vCPU of a core", hint: "How many licensed vCPU a core covers. Empty: 1.", is: "number" },
  storageClass: { label: "Storage class", hint: "Such as gold. Empty: all that no other item names.", is: "text" },
  hostCluster: {
    label: "Cluster of hosts",
    hint: "As the fleet calls it. Empty: all that no other item names.",
    is: "text",
  },
  resource: { label: "Resource", hint: "Such as nvidia.com/gpu. Empty: all that no other item names.", is: "text" },
};

/** `requested-vcpu` → `requested vCPU`. */
const BASIS_WORDS: readonly (readonly [RegExp, string])[] = [
  [/-/g, " "],
  [/\bvcpu\b/, "vCPU"],
];

export function priceFormView(): PriceFormView {
  return {
    kinds: rateKinds.map((kind) => ({
      id: kind,
      title: priceKindOf(kind).title,
      units: unitsOf(kind).map((unit) => ({ id: unit, fields: fieldsOf(kind, unit) })),
      isAdded: isAdded(kind),
      leftOutAs: kindsPaidElsewhere.includes(kind) ? (leftOutAs(kind) ?? null) : null,
    })),
    bases: priceBases.map(({ id, unit }) => ({
      id,
      unit,
      title: BASIS_WORDS.reduce<string>((text, [pattern, word]) => text.replace(pattern, word), id),
    })),
  };
}

function fieldsOf(kind: RateKind, unit: string): readonly ItemFieldView[] {
  return unitFields.filter(({ isTaken }) => isTaken(kind, unit)).map(({ field }) => ({ id: field, ...FIELDS[field] }));
}

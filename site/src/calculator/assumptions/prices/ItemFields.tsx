import { type PartDraft, type PriceFile, removePart, setPart } from "../../../state/price-edits.ts";
import { edit } from "../../../state/store.ts";
import type { TypedAs } from "../../../state/typed-parts.ts";
import { type FieldProblem, problemAt } from "../../upgrades/field-problems.ts";
import { PartField } from "./PartField.tsx";
import { Tiers } from "./Tiers.tsx";

export interface WantedField {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly is: TypedAs;
}

interface Props {
  readonly file: PriceFile;
  readonly item: PartDraft;
  readonly index: number;
  readonly locale: string;
  readonly problems: readonly FieldProblem[];
  readonly close: () => void;
  /** What is counted, and how that may be changed. */
  readonly by: {
    readonly field: "unit" | "per";
    readonly label: string;
    readonly choices: readonly { readonly id: string; readonly title: string }[];
    /** What one of it is called. */
    readonly unit: string;
  };
  /** What only some items say. */
  readonly own: readonly WantedField[];
}

/** What every item may say beside its price. */
const BESIDE: readonly WantedField[] = [
  { id: "minimum", label: "Billed at least", hint: "So many units. Empty: as many as there are.", is: "number" },
  { id: "included", label: "Paid elsewhere", hint: "So many units are not billed. Empty: none.", is: "number" },
  { id: "step", label: "In steps of", hint: "Whole steps of so many are billed. Empty: no steps.", is: "number" },
];
const NAMES: readonly WantedField[] = [
  { id: "name", label: "Name", hint: "What people call it.", is: "text" },
  { id: "sku", label: "SKU", hint: "The short name in results, once in the file.", is: "text" },
];

/** All that one item says, to be changed. */
export function ItemFields({ file, item, index, locale, problems, close, by, own }: Props) {
  const name = String(item["name"] ?? item["sku"]);
  const change = (fields: PartDraft, step?: string) => edit(setPart(file, "items", index, fields), step);
  const ofItem = problems
    .filter(({ path: [part, at] }) => part === "items" && at === index)
    .map((problem) => ({ ...problem, path: problem.path.slice(["items", index].length) }));
  const field = ({ id, label, hint, is }: WantedField) => (
    <PartField
      key={id}
      label={label}
      hint={hint}
      is={is}
      value={item[id]}
      locale={locale}
      problem={problemAt(ofItem, [id])}
      change={(value) =>
        change({ [id]: value ?? (NAMES.some((one) => one.id === id) ? "" : undefined) }, `${id} ${file} ${index}`)
      }
    />
  );
  return (
    <fieldset className="fields item-fields">
      <legend className="visually-hidden">{name}</legend>
      {NAMES.map(field)}
      <div className="field">
        <label>
          {by.label}
          <select
            value={String(item[by.field] ?? "")}
            onChange={({ currentTarget }) => change({ [by.field]: currentTarget.value })}
          >
            {by.choices.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      {own.map(field)}
      {BESIDE.map(field)}
      <Tiers item={item} name={name} unit={by.unit} locale={locale} problems={ofItem} change={change} />
      <p>
        <button
          type="button"
          className="link small"
          onClick={() => {
            close();
            edit(removePart(file, "items", index));
          }}
        >
          Remove {name}
        </button>
      </p>
    </fieldset>
  );
}

import type { OwnItem } from "@nkp-planner/adapters/quote-paper";
import { Field } from "../Field.tsx";

interface Props {
  readonly items: readonly OwnItem[];
  readonly currency: string;
  /** @param step what undo takes back at once */
  readonly write: (items: readonly OwnItem[], step: string) => void;
}

/** What is paid once beside the price list: titles and amounts of the visitor's own, never a part of what recurs. */
export function OwnItems({ items, currency, write }: Props) {
  const writeAt = (index: number, field: keyof OwnItem) => (text: string) =>
    write(
      items.map((item, at) => (at === index ? { ...item, [field]: text } : item)),
      `item ${index} ${field}`,
    );
  return (
    <fieldset className="own-items">
      <legend className="small">One-off items of your own, in a block of their own</legend>
      {items.map((item, index) => (
        <div key={index} className="fields">
          <Field label={`Item ${index + 1}`} value={item.title} onInput={writeAt(index, "title")} />
          <Field label={`Amount ${index + 1}, ${currency}`} value={item.amount} onInput={writeAt(index, "amount")} />
          <button
            type="button"
            aria-label={`Remove item ${index + 1}`}
            onClick={() =>
              write(
                items.filter((_, at) => at !== index),
                "remove item",
              )
            }
          >
            Remove
          </button>
        </div>
      ))}
      <button type="button" onClick={() => write([...items, { title: "", amount: "" }], "add item")}>
        Add a one-off item
      </button>
    </fieldset>
  );
}

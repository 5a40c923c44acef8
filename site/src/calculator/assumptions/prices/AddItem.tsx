import { useId, useState } from "react";
import { PartField } from "./PartField.tsx";

interface Choice {
  readonly id: string;
  readonly title: string;
  /** The units in which its price may be told, the usual one first. */
  readonly units: readonly string[];
}

interface Props {
  /** What is added: "to the price book". */
  readonly to: string;
  readonly choices: readonly Choice[];
  readonly locale: string;
  readonly add: (choice: Choice, unit: string, unitPrice: string) => void;
}

/** One item more: what it is for, by which unit, and its price. */
export function AddItem({ to, choices, locale, add }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [unit, setUnit] = useState("");
  const [price, setPrice] = useState("");
  const id = useId();
  const choice = choices.find((one) => one.id === chosen) ?? choices[0];
  if (choice === undefined) return null;
  const units = choice.units;
  const by = units.includes(unit) ? unit : (units[0] ?? "");
  return (
    <form
      className="fields add-item"
      aria-label={`Add an item ${to}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (price === "") return;
        add(choice, by, price);
        setPrice("");
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-kind`}>Add an item for</label>
        <select id={`${id}-kind`} value={choice.id} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </div>
      {units.length > 1 && (
        <div className="field">
          <label htmlFor={`${id}-unit`}>Per</label>
          <select id={`${id}-unit`} value={by} onChange={({ currentTarget }) => setUnit(currentTarget.value)}>
            {units.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </div>
      )}
      <PartField
        label="Price"
        is="amount"
        value={price}
        locale={locale}
        change={(typed) => setPrice(String(typed ?? ""))}
      />
      <p className="tools">
        <button type="submit" disabled={price === ""}>
          Add it {to}
        </button>
      </p>
    </form>
  );
}

import { useEffect, useId, useState } from "react";
import { setSetting } from "../../state/edits.ts";
import { askAbout, edit } from "../../state/store.ts";
import type { ChoiceView } from "../../view/choice-view.ts";
import type { ResultView } from "../../view/result-view.ts";
import { Evidence } from "../Evidence.tsx";
import { Field } from "../Field.tsx";

interface Props {
  readonly id: string;
  /** What the visitor set; undefined where the default holds. */
  readonly setting: string | undefined;
  readonly view: ResultView;
}

/** What an assumption means, what the sources say, and which of it is taken. */
export function ChoiceEditor({ id, setting, view }: Props) {
  const [choice, setChoice] = useState<ChoiceView | string | null>(null);
  const name = useId();
  useEffect(() => {
    askAbout("choice", id).then(setChoice, (error: Error) => error.name !== "Outdated" && setChoice(error.message));
  }, [id, view]);
  if (choice === null) return <p className="caption">Opening…</p>;
  if (typeof choice === "string") return <p className="loss">It could not be shown: {choice}</p>;
  const { description, defaultReason, options, ownValue } = choice;
  const chosen = setting ?? options.find(({ isDefault }) => isDefault)?.id;
  return (
    <>
      <p className="prose">{description}</p>
      <fieldset className="options">
        <legend className="visually-hidden">Value</legend>
        {options.map((option) => (
          <div key={option.id}>
            <label>
              <input
                type="radio"
                name={name}
                checked={option.id === chosen}
                onChange={() => edit(setSetting(id, option.isDefault ? null : option.id))}
              />
              {option.title}
              {option.isDefault && <span className="caption"> usual</span>}
            </label>
            <div className="evidence">
              <Evidence evidence={option.evidence} />
            </div>
          </div>
        ))}
      </fieldset>
      {ownValue !== null && (
        <Field
          label={`Your own: ${ownValue.label}`}
          hint={`Such as ${ownValue.example}`}
          value={ownValue.text}
          onInput={(text) => edit(setSetting(id, text.trim() === "" ? null : text.trim()), `setting ${id}`)}
        />
      )}
      <p className="caption prose">{defaultReason}</p>
    </>
  );
}

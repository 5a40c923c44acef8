import { useEffect, useId, useState } from "react";
import { setSetting } from "../../state/edits.ts";
import { askAbout, edit } from "../../state/store.ts";
import type { ChoiceView, OptionView } from "../../view/choice-view.ts";
import type { OptionEffect } from "../../view/option-effects.ts";
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
  const effects = useOptionEffects(id, view);
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
            <Effect option={option} effects={effects} isChosen={option.id === chosen} />
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

/** What an option would do to the models, once that is worked out. */
function Effect({
  option,
  effects,
  isChosen,
}: {
  option: OptionView;
  effects: readonly OptionEffect[] | null;
  isChosen: boolean;
}) {
  if (isChosen) return null;
  const effect = effects?.find(({ optionId }) => optionId === option.id);
  return (
    <p className="effect small" aria-busy={effect === undefined}>
      {effect === undefined ? "Working out what it does…" : effect.text}
      {effect?.verdict != null && <strong> The winner changes: {effect.verdict}.</strong>}
    </p>
  );
}

/** After the keys rest for so long, so that figures come first. */
const REST_MS = 400;

/** What every other option would do; null: not worked out yet. */
function useOptionEffects(id: string, view: ResultView): readonly OptionEffect[] | null {
  const [effects, setEffects] = useState<readonly OptionEffect[] | null>(null);
  useEffect(() => {
    let isNewest = true;
    setEffects(null);
    const timer = setTimeout(() => {
      askAbout("optionEffects", id).then(
        (found) => isNewest && setEffects(found),
        // Whoever is outdated is asked again for the newer plan.
        () => {},
      );
    }, REST_MS);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [id, view]);
  return effects;
}

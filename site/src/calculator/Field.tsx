import { useId, useState } from "react";
import { settle } from "../state/store.ts";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onInput: (text: string) => void;
  readonly type?: "text" | "date";
}

/** A labelled text field. What is typed counts at once; leaving the field ends the step that undo takes back. */
export function Field({ label, value, hint, onInput, type = "text" }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        autoComplete="off"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={draft ?? value}
        onFocus={() => setDraft(value)}
        onChange={({ currentTarget }) => {
          setDraft(currentTarget.value);
          onInput(currentTarget.value);
        }}
        onBlur={() => {
          setDraft(null);
          settle();
        }}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="caption">
          {hint}
        </p>
      )}
    </div>
  );
}

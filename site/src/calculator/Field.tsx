import { useId } from "react";
import { useTyping } from "./use-typing.ts";

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
  const typing = useTyping({ shown: value, typed: value, onType: onInput });
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        autoComplete="off"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...typing}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="caption">
          {hint}
        </p>
      )}
    </div>
  );
}

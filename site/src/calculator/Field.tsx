import { useId } from "react";
import { useTyping } from "./use-typing.ts";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onInput: (text: string) => void;
  readonly type?: "text" | "date";
  /** What is wrong with it. */
  readonly problem?: string | undefined;
}

/** A labelled text field. What is typed counts at once; leaving the field ends the step that undo takes back. */
export function Field({ label, value, hint, onInput, type = "text", problem }: Props) {
  const id = useId();
  const typing = useTyping({ shown: value, typed: value, onType: onInput });
  const describedBy = [
    ...(problem === undefined ? [] : [`${id}-problem`]),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ].join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        autoComplete="off"
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={describedBy === "" ? undefined : describedBy}
        {...typing}
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} className="small loss field-problem">
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="caption">
          {hint}
        </p>
      )}
    </div>
  );
}

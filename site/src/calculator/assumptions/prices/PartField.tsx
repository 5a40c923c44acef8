import { useId } from "react";
import { shownPart, type TypedAs, typedPart, valueOfPart } from "../../../state/typed-parts.ts";
import { type FieldProblem, problemText } from "../../upgrades/field-problems.ts";
import { useTyping } from "../../use-typing.ts";

interface Props {
  readonly label: string;
  readonly is: TypedAs;
  readonly value: unknown;
  readonly locale: string;
  readonly change: (value: string | number | undefined) => void;
  readonly hint?: string;
  readonly problem?: FieldProblem | undefined;
  /** Whether it stands in a cell, whose column and row say what it is. */
  readonly isCell?: boolean;
}

/** One value of a price: typed as people of the locale write it, kept as the file has it. */
export function PartField({ label, is, value, locale, change, hint, problem, isCell = false }: Props) {
  const id = useId();
  const typing = useTyping({
    shown: is === "text" ? String(value ?? "") : shownPart(value, locale),
    typed: is === "text" ? String(value ?? "") : typedPart(value, locale),
    onType: (text) => change(valueOfPart(is, text, locale)),
    isCell,
  });
  const describedBy = [
    ...(problem === undefined ? [] : [`${id}-problem`]),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ].join(" ");
  const said = {
    "aria-invalid": problem !== undefined || undefined,
    "aria-describedby": describedBy === "" ? undefined : describedBy,
  };
  const input = (
    <input
      id={id}
      type="text"
      inputMode={is === "text" ? "text" : "decimal"}
      autoComplete="off"
      className={is === "text" ? "words" : undefined}
      {...(isCell && { "aria-label": label })}
      {...said}
      {...typing}
    />
  );
  const below = (
    <>
      {problem !== undefined && (
        <p id={`${id}-problem`} className="small loss field-problem">
          {problemText(problem)}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="caption">
          {hint}
        </p>
      )}
    </>
  );
  if (isCell) {
    return (
      <>
        {input}
        {below}
      </>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {input}
      {below}
    </div>
  );
}

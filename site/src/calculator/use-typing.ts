import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { settle } from "../state/store.ts";

interface Typing {
  /** What stands in the field while nobody types in it. */
  readonly shown: string;
  /** What is typed over, where that is written otherwise: `1300` for `1,300`. */
  readonly typed: string;
  readonly onType: (text: string) => void;
  /** Whether who comes to the field types over all that is there, as in a spreadsheet, by key or by click. */
  readonly isCell?: boolean;
}

/**
 * A text field that shows a value, and what is typed while somebody types. Escape takes back what was typed since the
 * field was come to; leaving it ends the step that undo takes back.
 */
export function useTyping({ shown, typed, onType, isCell = false }: Typing) {
  const [draft, setDraft] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isToBeSelected = useRef(false);
  const isNew = useRef(false);
  const before = useRef(typed);

  // Another text than before has just been put in: what was selected of the old one is not any more.
  useLayoutEffect(() => {
    if (!isToBeSelected.current) return;
    isToBeSelected.current = false;
    if (field.current === document.activeElement) field.current?.select();
  });

  const putIn = (text: string | null) => {
    setDraft(text);
    isToBeSelected.current = isCell;
  };

  return {
    ref: field,
    value: draft ?? shown,
    onFocus: ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
      before.current = typed;
      putIn(typed);
      if (isCell) currentTarget.select();
    },
    onPointerDown: () => {
      isNew.current = isCell && field.current !== document.activeElement;
    },
    onClick: () => {
      // A click puts the caret somewhere; who has just come types over what is there, as with the keys. Whoever has not
      // come, as with Shift to select up to here, is not brought.
      if (isNew.current && field.current === document.activeElement) field.current?.select();
    },
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
      setDraft(currentTarget.value);
      onType(currentTarget.value);
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      const { ctrlKey, metaKey, key } = event;
      // Undone text replaces what was typed.
      if (isCell && (ctrlKey || metaKey) && /^[zyd]$/i.test(key)) putIn(null);
      if (key !== "Escape" || draft === null || draft === before.current) return;
      // It is the text that is taken back, not the panel that is closed.
      event.stopPropagation();
      onType(before.current);
      putIn(before.current);
    },
    onBlur: () => {
      setDraft(null);
      settle();
    },
  } as const;
}

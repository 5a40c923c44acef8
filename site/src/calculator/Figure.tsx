import { useStore } from "@nanostores/react";
import { $opened, openFigure } from "../state/opened.ts";
import type { Fragment } from "../view/fragment.ts";

/** A value; where it opens, a button that shows its lines below the section `place`. */
export function Figure({ of, place, strong = false }: { of: Fragment; place: string; strong?: boolean }) {
  const opened = useStore($opened);
  const { text, opens, tone } = of;
  const name = ["figure", tone, strong ? "strong" : ""].filter(Boolean).join(" ");
  if (opens === undefined) return <span className={name}>{text}</span>;
  const isOpen =
    opened?.place === place &&
    opened.trail.some((ref) => ref.figureId === opens.figureId && ref.modelId === opens.modelId);
  return (
    <button type="button" className={name} aria-expanded={isOpen} onClick={() => openFigure(place, opens)}>
      {text}
    </button>
  );
}

/** A sentence whose figures open. */
export function Sentence({ parts, place, strong }: { parts: readonly Fragment[]; place: string; strong?: boolean }) {
  return parts.map((part, index) =>
    part.isFigure ? <Figure key={index} of={part} place={place} strong={strong ?? false} /> : part.text,
  );
}

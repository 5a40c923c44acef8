import { INK } from "../colours.ts";
import type { DeckSlide } from "../deck.ts";
import { columnBody, columnHead } from "../layout.ts";
import type { DeckSource } from "./deck-source.ts";

const HEAD_POINTS = 16;

/** A list under a head, as one of at most two columns. */
export interface ListColumn {
  readonly head: string;
  readonly items: readonly string[];
}

/** Lists beside each other; of what finds no room is said how many more there are. */
export function listColumns(
  columns: readonly ListColumn[],
  language: DeckSource["language"],
  points: number,
): DeckSlide["parts"] {
  return columns.flatMap(({ head, items }, index) => {
    const at = index === 0 ? 0 : 1;
    return [
      { kind: "text", box: columnHead(at), text: head, points: HEAD_POINTS, isBold: true, colour: INK } as const,
      {
        kind: "list",
        box: columnBody(at),
        items,
        points,
        more: (count: number) => language.say("more", { count }),
      } as const,
    ];
  });
}

import { atom } from "nanostores";
import type { ResultView } from "../view/result-view.ts";

/** The model whose details the whole page shows; null: the one that costs least. */
export const $wantedModel = atom<string | null>(null);

/** The id of the model that is shown; where the wanted one is not planned, the one that costs least, or the first. */
export function shownModel({ cards, verdict }: Pick<ResultView, "cards" | "verdict">, wanted: string | null): string {
  const isPlanned = cards.some(({ modelId }) => modelId === wanted);
  return (isPlanned ? wanted : verdict.winnerId) ?? cards[0]?.modelId ?? "";
}

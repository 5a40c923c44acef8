import type { CriterionTurns, Decision } from "./decide.ts";
import type { NearestTurns, Turn } from "./weight-turns.ts";

/** How a reader writes a number, with at most so many digits after the point. */
export type NumberWriter = (value: number, digits?: number) => string;

type Side = keyof NearestTurns;
const SIDES: readonly Side[] = ["below", "above"];

/** How far each weight of a decision can move with all others as they are: a sentence a change. */
export function turnSentences({ turns, criteria, models }: Decision, number: NumberWriter): readonly string[] {
  if (turns.length === 0) return [];
  const weights = new Map(criteria.map(({ id, weight }) => [id, weight]));
  const titles = new Map(models.map(({ model }) => [model.id, model.title]));
  const linesOf = (turn: CriterionTurns, side: Side): readonly string[] => {
    const now = weights.get(turn.criterionId) ?? 0;
    const [first, any] = [turn.first[side], turn.ranking[side]];
    const move = (at: Turn) => `the weight of ${turn.criterionId} ${movesText(at.atWeight, now, side, number)}`;
    const isNearer = any !== null && any.atWeight !== first?.atWeight;
    return [
      ...(isNearer ? [`Places change if ${move(any)}: ${placesText(any.places, titles)}.`] : []),
      ...(first === null ? [] : [`The first place changes if ${move(first)}: ${placesText(first.places, titles)}.`]),
    ];
  };
  const still = turns.filter(({ first }) => first.below === null && first.above === null);
  const none = `No weight of ${still.map(({ criterionId }) => criterionId).join(", ")} changes the first place.`;
  return [
    ...turns.flatMap((turn) => SIDES.flatMap((side) => linesOf(turn, side))),
    ...(still.length === 0 ? [] : [none]),
  ];
}

const MORE_DIGITS = 4;

function movesText(at: number, now: number, side: Side, number: NumberWriter): string {
  const text = at < 1 ? number(at, MORE_DIGITS) : number(at);
  if (at === now) return `${side === "above" ? "rises" : "falls"} at all (now ${number(now)}: a tie)`;
  if (at === 0) return `falls to 0 (now ${number(now)})`;
  return `${side === "above" ? "rises above" : "falls below"} ${text} (now ${number(now)})`;
}

/** `Hybrid first, then Starter per tenant and Ultimate, centralized together` */
function placesText(places: Turn["places"], titles: ReadonlyMap<string, string>): string {
  const [first = "", ...others] = places.map((place) => place.map((id) => titles.get(id) ?? id).join(" and "));
  const is = (places[0]?.length ?? 0) > 1 ? "share the first place" : "first";
  return [`${first} ${is}`, ...others].join("; then ");
}

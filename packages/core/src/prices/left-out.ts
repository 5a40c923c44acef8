import { priceKindOf, type RateKind, rateKinds } from "./price-kinds.ts";

/** What a plan without a price for it calls that; undefined: it does without, or is refused. */
export function leftOutAs(kind: RateKind): string | undefined {
  const { absent, title } = priceKindOf(kind);
  if (absent === "missed where there is any") return title;
  return typeof absent === "object" && "leftOutAs" in absent ? absent.leftOutAs : undefined;
}

/** The kinds of which a book may say that they are paid elsewhere: those that a plan can leave out, and says so. */
export const kindsPaidElsewhere = rateKinds.filter((kind) => leftOutAs(kind) !== undefined);

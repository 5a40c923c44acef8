import * as z from "zod";
import type { Problem } from "../base/findings/problem.ts";
import { shown } from "../base/shown.ts";
import { textWritten } from "../base/written.ts";
import { NameField } from "../input/fields.ts";
import { kindsPaidElsewhere } from "./left-out.ts";
import type { RateKind } from "./price-kinds.ts";

/** What a book has no price for on purpose, as something else pays for it. */
export const CoveredElsewhereFile = z.strictObject({
  appliesTo: z.enum(kindsPaidElsewhere as [RateKind, ...RateKind[]]).meta({
    description: "The kind of price that the book does without.",
    examples: ["rack"],
  }),
  by: NameField.meta({
    description: "What pays for it, in your words.",
    examples: ["the contract of the data centre"],
  }),
});
export type CoveredElsewhere = z.output<typeof CoveredElsewhereFile>;

const Kinds = z.array(z.looseObject({ appliesTo: z.unknown().optional() })).catch([]);
const Loosely = z.looseObject({ coveredElsewhere: Kinds, items: Kinds });

/** What is paid elsewhere as long as the book has no item of it: from the day on which a change brings one, that is billed. */
export function stillCovered(
  covered: readonly CoveredElsewhere[],
  items: readonly { readonly appliesTo: RateKind }[],
): readonly CoveredElsewhere[] {
  return covered.filter(({ appliesTo }) => !items.some((item) => item.appliesTo === appliesTo));
}

/** A kind that is paid elsewhere and has a price here from the beginning, or is named a second time. */
export function coveredProblems(value: unknown): readonly Problem[] {
  const result = Loosely.safeParse(value);
  if (!result.success) return [];
  const { coveredElsewhere: covered, items } = result.data;
  const seen = new Set<unknown>();
  const priced = new Set(items.map(({ appliesTo }) => appliesTo));
  return covered.flatMap(({ appliesTo }, index): readonly Problem[] => {
    if (textWritten(appliesTo) === undefined) return [];
    const isSecond = seen.has(appliesTo);
    seen.add(appliesTo);
    const path = ["coveredElsewhere", index, "appliesTo"];
    if (isSecond) return [{ path, found: `${shown(appliesTo)} a second time`, expected: "one", fix: "remove one" }];
    if (!priced.has(appliesTo)) return [];
    const found = `${shown(appliesTo)}, of which there is an item`;
    const fix = "remove the item, or this: it is paid once";
    return [{ path, found, expected: "a kind without an item in this book", fix }];
  });
}

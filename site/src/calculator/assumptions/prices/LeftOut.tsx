import { coverElsewhere, coveredIn, type PartDraft, partsOf } from "../../../state/price-edits.ts";
import { edit } from "../../../state/store.ts";
import type { PriceKindView } from "../../../view/price-form-view.ts";
import { Field } from "../../Field.tsx";
import { type FieldProblem, problemAt, problemText } from "../../upgrades/field-problems.ts";

interface Props {
  readonly prices: PartDraft;
  readonly kinds: readonly PriceKindView[];
  readonly problems: readonly FieldProblem[];
}

/** Until somebody says what pays for it. */
const NOT_SAID = "not said by what";

/** What the book has no price for, kind by kind: left out of every figure, by oversight or because something else pays for it. */
export function LeftOut({ prices, kinds, problems }: Props) {
  const priced = new Set(partsOf(prices, "items").map((item) => item["appliesTo"]));
  const covered = coveredIn(prices);
  const missing = kinds.filter(({ id, leftOutAs }) => leftOutAs !== null && !priced.has(id));
  // What is said of a kind that has an item must be there to be taken back.
  const doubled = kinds.filter(({ id }) => priced.has(id) && covered.some(({ appliesTo }) => appliesTo === id));
  const open = missing.filter(({ id }) => !covered.some(({ appliesTo }) => appliesTo === id));
  if (missing.length + doubled.length === 0) return null;
  return (
    <section aria-label="Without a price">
      <p className="prose">
        {open.length === 0
          ? "Nothing is left out without a word."
          : `Without a price here, and so in no figure: ${open.length}. Give each an item, or say what pays for it.`}
      </p>
      {[...missing, ...doubled].map(({ id, title }) => {
        const index = covered.findIndex(({ appliesTo }) => appliesTo === id);
        const by = covered[index]?.by;
        const problem = index < 0 ? undefined : problemAt(problems, ["coveredElsewhere", index]);
        return (
          <div key={id} className="left-out">
            <label>
              <input
                type="checkbox"
                checked={by !== undefined}
                onChange={({ currentTarget }) => edit(coverElsewhere(id, currentTarget.checked ? NOT_SAID : null))}
              />
              {title}: paid elsewhere
            </label>
            {by !== undefined && (
              <Field
                label={`What pays for it: ${title}`}
                value={by}
                problem={problem && problemText(problem)}
                onInput={(text) => edit(coverElsewhere(id, text), `covered ${id}`)}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}

import type { QuotePaper as Quote } from "@nkp-planner/adapters/quote-paper";
import { PaperNodes } from "./PaperNodes.tsx";

/** What one customer is sent, and beside it, on the screen only, what keeps something off the paper. */
export function QuotePaper({ quote: { sheet, problems, withoutPrice } }: { readonly quote: Quote }) {
  return (
    <>
      {sheet !== null && <PaperNodes node={sheet} />}
      {problems.map((problem) => (
        <p key={problem} className="sheet screen-only loss">
          {problem}
        </p>
      ))}
      {withoutPrice.length > 0 && (
        <section className="sheet screen-only">
          <p className="loss">
            No price is known for {withoutPrice.join(", ")}: type one into the table, or use a price list.
          </p>
        </section>
      )}
    </>
  );
}

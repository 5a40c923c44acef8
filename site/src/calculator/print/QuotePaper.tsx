import type { Letter } from "../../state/scenario.ts";
import type { PriceTable, QuoteView, TenantQuote } from "../../view/quote-view.ts";
import { Head, Warnings } from "./Head.tsx";

interface Props {
  readonly view: QuoteView;
  readonly letter: Letter;
  readonly asOf: string;
}

/** What a customer is sent: one tenant a page. */
export function QuotePaper({ view, letter, asOf }: Props) {
  return (
    <>
      {view.quotes.map((quote) => (
        <section key={quote.tenantId} className={`sheet${view.isInvented ? " invented" : ""}`}>
          <Head letter={letter} title={`Quote for ${quote.name}`} asOf={asOf} />
          <Warnings statements={view.warnings} />
          {letter.objectives !== "" && <p className="objectives">{letter.objectives}</p>}
          <Size quote={quote} />
          <Prices table={quote.recurring} caption="What recurs" total="Total a month" />
          {quote.oneTime !== null && (
            <Prices table={quote.oneTime} caption="What is charged once" total="Total, once" />
          )}
          <p>{quote.conditions.join(" ")}</p>
          <Basis statements={quote.assumptions} />
          <Signatures letter={letter} />
        </section>
      ))}
      {view.withoutPrice.length > 0 && (
        <section className="sheet screen-only">
          <p className="loss">
            No price is known for {view.withoutPrice.join(", ")}: type one into the table, or use a price list.
          </p>
        </section>
      )}
    </>
  );
}

function Size({ quote }: { quote: TenantQuote }) {
  return (
    <dl className="size">
      {quote.size.map(({ title, value }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Prices({ table, caption, total }: { table: PriceTable; caption: string; total: string }) {
  const { rows, unit, hasDiscounts } = table;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col" className="number">
            Quantity
          </th>
          <th scope="col" className="number">
            Unit price
          </th>
          {hasDiscounts && (
            <th scope="col" className="number">
              Discount
            </th>
          )}
          <th scope="col" className="number">
            {unit}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${index} ${row.name}`}>
            <th scope="row">{row.name}</th>
            <td className="number">{row.quantity}</td>
            <td className="number">{row.unitPrice}</td>
            {hasDiscounts && <td className="number">{row.discount}</td>}
            <td className="number">{row.amount}</td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row" colSpan={hasDiscounts ? 4 : 3}>
            {total}
          </th>
          <td className="number">{table.total}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Basis({ statements }: { statements: readonly string[] }) {
  return (
    <div>
      <h3>What this offer rests on</h3>
      <ul className="small">
        {statements.map((statement) => (
          <li key={statement}>{statement}</li>
        ))}
      </ul>
    </div>
  );
}

function Signatures({ letter: { provider, customer } }: { letter: Letter }) {
  return (
    <div className="signatures">
      <p>{provider === "" ? "Provider" : provider}, place and date</p>
      <p>{customer === "" ? "Customer" : customer}, place and date</p>
    </div>
  );
}

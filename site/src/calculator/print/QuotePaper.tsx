import { Fragment } from "react";
import type { Letter } from "../../state/scenario.ts";
import type { PriceTable, QuoteView, TenantQuote, TotalTable } from "../../view/quote-view.ts";
import { Head, Warnings } from "./Head.tsx";

interface Props {
  readonly view: QuoteView;
  readonly letter: Letter;
  readonly asOf: string;
}

/** What the document is called, by whose clusters are in it. */
export function quoteTitle(quotes: QuoteView["quotes"]): string {
  return quotes.length === 0 ? "Quote" : `Quote for ${quotes.map(({ name }) => name).join(", ")}`;
}

/** What one customer is sent: each of its clusters, what all of them come to, and who signs. */
export function QuotePaper({ view, letter, asOf }: Props) {
  const { quotes, totals, warnings, isInvented, withoutPrice, taxProblem } = view;
  const [first] = quotes;
  const statements = statementsOf(quotes);
  const conditions = [...new Set(quotes.flatMap((quote) => quote.conditions))];
  return (
    <>
      {first !== undefined && (
        <section className={`sheet${isInvented ? " invented" : ""}`}>
          <Head letter={letter} title={quoteTitle(quotes)} asOf={asOf} />
          <Warnings statements={warnings} />
          {letter.objectives !== "" && <p className="objectives">{letter.objectives}</p>}
          {quotes.map((quote) => (
            <Fragment key={quote.tenantId}>
              {quotes.length > 1 && <h3>{quote.name}</h3>}
              <Size quote={quote} />
              <Prices table={quote.recurring} caption="What recurs" total="Total a month" />
              {quote.oneTime !== null && (
                <Prices table={quote.oneTime} caption="What is charged once" total="Total, once" />
              )}
            </Fragment>
          ))}
          {totals.map((table) => (
            <Totals key={table.caption} table={table} isOfSeveral={quotes.length > 1} />
          ))}
          <p>{conditions.join(" ")}</p>
          <Basis statements={statements} />
          {/* Who is told that it is no offer has nothing to sign. */}
          {!isInvented && <Signatures letter={letter} />}
        </section>
      )}
      {taxProblem !== "" && <p className="sheet screen-only loss">{taxProblem}</p>}
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

/** What holds for all clusters once, what holds for some with their names. */
function statementsOf(quotes: QuoteView["quotes"]): readonly string[] {
  return [...new Set(quotes.flatMap(({ assumptions }) => assumptions))].map((statement) => {
    const whose = quotes.filter(({ assumptions }) => assumptions.includes(statement));
    return whose.length === quotes.length ? statement : `${whose.map(({ name }) => name).join(", ")}: ${statement}`;
  });
}

function Totals({ table: { caption, unit, rows, sums }, isOfSeveral }: { table: TotalTable; isOfSeveral: boolean }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{isOfSeveral ? "Cluster" : ""}</th>
          <th scope="col" className="number">
            {unit}
          </th>
        </tr>
      </thead>
      <tbody>
        {isOfSeveral &&
          rows.map(({ name, amount }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{amount}</td>
            </tr>
          ))}
        {sums.map(({ name, amount }) => (
          <tr key={name} className="total">
            <th scope="row">{name}</th>
            <td className="number">{amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
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

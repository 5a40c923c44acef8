import { Fragment } from "react";
import type { Letter } from "../../state/scenario.ts";
import type { PriceTable, QuoteView, TenantQuote, TotalTable } from "../../view/quote-view.ts";
import { quoteWordsFor } from "../../view/quote-words/languages.ts";
import type { QuoteWords } from "../../view/quote-words/quote-words.ts";
import { Head, Warnings } from "./Head.tsx";

interface Props {
  readonly view: QuoteView;
  readonly letter: Letter;
  readonly asOf: string;
  /** Of its numbers, and its words. */
  readonly locale: string;
}

/** What the document is called, by whose clusters are in it. */
export function quoteTitle(quotes: QuoteView["quotes"], locale: string): string {
  return quoteWordsFor(locale).quoteFor(quotes.map(({ name }) => name).join(", "));
}

/** What one customer is sent: each of its clusters, what all of them come to, and who signs. */
export function QuotePaper({ view, letter, asOf, locale }: Props) {
  const words = quoteWordsFor(locale);
  const { quotes, totals, warnings, isInvented, withoutPrice, taxProblem } = view;
  const [first] = quotes;
  const statements = statementsOf(quotes);
  const conditions = [...new Set(quotes.flatMap((quote) => quote.conditions))];
  return (
    <>
      {first !== undefined && (
        <section className={`sheet${isInvented ? " invented" : ""}`} lang={words.language}>
          <Head letter={letter} title={quoteTitle(quotes, locale)} asOf={asOf} numberTitle={words.number} />
          <Warnings statements={warnings} />
          {letter.objectives !== "" && <p className="objectives">{letter.objectives}</p>}
          {quotes.map((quote) => (
            <Fragment key={quote.tenantId}>
              {quotes.length > 1 && <h3>{quote.name}</h3>}
              <Size quote={quote} />
              <Prices table={quote.recurring} caption={words.recurs} total={words.totalMonthly} words={words} />
              {quote.oneTime !== null && (
                <Prices table={quote.oneTime} caption={words.once} total={words.totalOnce} words={words} />
              )}
            </Fragment>
          ))}
          {totals.map((table) => (
            <Totals key={table.caption} table={table} title={quotes.length > 1 ? words.cluster : ""} />
          ))}
          <p>{conditions.join(" ")}</p>
          <Basis title={words.restsOn} statements={statements} />
          {/* Who is told that it is no offer has nothing to sign. */}
          {!isInvented && <Signatures letter={letter} words={words} />}
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

function Totals({ table: { caption, unit, rows, sums }, title }: { table: TotalTable; title: string }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className="number">
            {unit}
          </th>
        </tr>
      </thead>
      <tbody>
        {title !== "" &&
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

interface PricesProps {
  readonly table: PriceTable;
  readonly caption: string;
  readonly total: string;
  readonly words: QuoteWords;
}

function Prices({ table, caption, total, words }: PricesProps) {
  const { rows, unit, hasDiscounts } = table;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.service}</th>
          <th scope="col" className="number">
            {words.quantity}
          </th>
          <th scope="col" className="number">
            {words.unitPrice}
          </th>
          {hasDiscounts && (
            <th scope="col" className="number">
              {words.discount}
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

function Basis({ title, statements }: { title: string; statements: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="small">
        {statements.map((statement) => (
          <li key={statement}>{statement}</li>
        ))}
      </ul>
    </div>
  );
}

function Signatures({ letter: { provider, customer }, words }: { letter: Letter; words: QuoteWords }) {
  return (
    <div className="signatures">
      <p>
        {provider === "" ? words.provider : provider}, {words.placeAndDate}
      </p>
      <p>
        {customer === "" ? words.customer : customer}, {words.placeAndDate}
      </p>
    </div>
  );
}

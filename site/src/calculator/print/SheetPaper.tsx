import type { ReactNode } from "react";
import type { Letter } from "../../state/scenario.ts";
import type { SheetOnce, SheetRow, SheetView } from "../../view/sheet-view.ts";
import { SourceTitle } from "../Evidence.tsx";
import { Head, Warnings } from "./Head.tsx";
import { SheetLines } from "./SheetLines.tsx";

/** For the provider's own eyes: cost, price and margin, each down to quantity × rate, and what it rests on. */
export function SheetPaper({ view, letter, asOf }: { view: SheetView; letter: Letter; asOf: string }) {
  const { modelTitle, summary, unit, warnings, drivers, parts, losses, checks, places, once, total } = view;
  const { currency, unknown, sources } = view;
  return (
    <section className={`sheet internal${view.isInvented ? " invented" : ""}`}>
      <Head letter={letter} title={`Internal: ${modelTitle}`} asOf={asOf} />
      <p className="warning">Internal. It shows cost and margin: not for customers.</p>
      <Warnings statements={warnings} />
      <p>{summary}</p>
      {letter.objectives !== "" && <p className="objectives">{letter.objectives}</p>}
      <Rows caption={`Cost, ${unit}`} rows={drivers} total={total} />
      <Rows caption={`The same by what it is for, ${unit}`} rows={parts} />
      <Tenants view={view} />
      {losses.map((parts) => {
        const text = parts.map((part) => part.text).join("");
        return <p key={text}>{text}</p>;
      })}
      <Rows caption={`Check: the cost shared out to tenants, ${unit}`} rows={checks} />
      <SheetLines caption="Every line of the cost" unit={unit} places={places} total={total} />
      {once !== null && <Once once={once} currency={currency} />}
      <List title="Unknown and left out">
        {unknown.map((statement) => (
          <li key={statement}>{statement}</li>
        ))}
      </List>
      <List title="Sources of the quantities">
        {sources.map((source) => (
          <li key={`${source.title} ${source.href}`}>
            <SourceTitle source={source} />
          </li>
        ))}
      </List>
    </section>
  );
}

function Once({ once: { paid, places, total }, currency }: { once: SheetOnce; currency: string }) {
  return (
    <>
      <SheetLines caption="What taking tenants on costs, once" unit={currency} places={places} total={total} />
      <p>{paid}</p>
    </>
  );
}

function Rows({ caption, rows, total }: { caption: string; rows: readonly SheetRow[]; total?: string }) {
  return (
    <table>
      <caption>{caption}</caption>
      <tbody>
        {rows.map(({ title, value }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td className="number">{value}</td>
          </tr>
        ))}
        {total !== undefined && (
          <tr className="total">
            <th scope="row">Total</th>
            <td className="number">{total}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const ECONOMICS = ["Price", "Cost", "Margin", "of price"];

function Tenants({ view: { tenants, tenantTotal, unit } }: { view: SheetView }) {
  const cells = (all: readonly string[]) =>
    all.map((text, index) => (
      <td key={ECONOMICS[index]} className="number">
        {text}
      </td>
    ));
  return (
    <table>
      <caption>Margin by tenant, {unit}</caption>
      <thead>
        <tr>
          <th scope="col">Tenant</th>
          {ECONOMICS.map((title) => (
            <th key={title} scope="col" className="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tenants.map((tenant, index) => (
          <tr key={`${index} ${tenant.name}`}>
            <th scope="row">{tenant.name}</th>
            {cells(tenant.cells)}
          </tr>
        ))}
        <tr className="total">
          <th scope="row">All tenants</th>
          {cells(tenantTotal)}
        </tr>
      </tbody>
    </table>
  );
}

function List({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="small">{children}</ul>
    </>
  );
}

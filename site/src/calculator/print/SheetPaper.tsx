import type { ReactNode } from "react";
import type { Letter } from "../../state/scenario.ts";
import type { SheetRow, SheetView } from "../../view/sheet-view.ts";
import { SourceTitle } from "../Evidence.tsx";
import { Head, Warnings } from "./Head.tsx";

/** For the provider's own eyes: cost, price and margin, each down to quantity × rate, and what it rests on. */
export function SheetPaper({ view, letter, asOf }: { view: SheetView; letter: Letter; asOf: string }) {
  const { modelTitle, summary, unit, warnings, drivers, parts, losses, checks, total, unknown, sources } = view;
  return (
    <section className="sheet">
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
      <Lines view={view} />
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

function Lines({ view: { lines, total, unit } }: { view: SheetView }) {
  return (
    <table>
      <caption>Every line of the cost</caption>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">What</th>
          <th scope="col" className="number">
            Quantity
          </th>
          <th scope="col" className="number">
            × Rate
          </th>
          <th scope="col" className="number">
            = {unit}
          </th>
          <th scope="col">Quantity is</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ place, label, quantity, rate, amount, confidence }, index) => (
          <tr key={`${index} ${place}`}>
            <th scope="row">{place}</th>
            <td>{label}</td>
            <td className="number">{quantity}</td>
            <td className="number">{rate}</td>
            <td className="number">{amount}</td>
            <td>{confidence}</td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row" colSpan={4}>
            Total
          </th>
          <td className="number">{total}</td>
          <td />
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

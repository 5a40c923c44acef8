import type { DecisionView, TenantsView } from "../../view/decision/decision-view.ts";
import { InParts } from "../InParts.tsx";
import { TableScroll } from "../TableScroll.tsx";

interface Props {
  readonly tenants: TenantsView;
  readonly models: DecisionView["models"];
}

const DIVISION = "The division that is advised, beside the models";

/** Attached or self-managed for each tenant, with both figures, and what the division made of it comes to. */
export function TenantWays({ tenants: { columns, rows, reasons, division, divisionRows }, models }: Props) {
  return (
    <>
      <InParts
        className="ways"
        caption="Attached or self-managed, for each tenant"
        remark="lead: above 0 figures speak for attached, below for self-managed; 100 for whom the difference is largest"
        rows={rows}
        head={
          <tr>
            <th scope="col">Tenant</th>
            <th scope="col">Way</th>
            <th scope="col">Advised</th>
            {columns.map((title) => (
              <th key={title} scope="col" className="number">
                {title}
              </th>
            ))}
            <th scope="col" className="number">
              Lead
            </th>
          </tr>
        }
        draw={({ key, name, way, isAdvised, mark, cells, lead }) => (
          <tr key={key} className={isAdvised ? "advised" : undefined}>
            <th scope="row" className="tenant">
              {name}
            </th>
            <td>{way}</td>
            <td>{mark}</td>
            {cells.map((text, index) => (
              <td key={index} className="number">
                {text}
              </td>
            ))}
            <td className="number">{lead}</td>
          </tr>
        )}
      />
      <details className="small">
        <summary>Why, for each tenant</summary>
        <ul className="prose notes">
          {reasons.map(({ name, text }) => (
            <li key={name}>{text}</li>
          ))}
        </ul>
      </details>
      <p className="prose">{division}</p>
      <TableScroll label={DIVISION}>
        <table className="totals">
          <caption className="visually-hidden">{DIVISION}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col" className="number">
                As advised
              </th>
              {models.map(({ modelId, title }) => (
                <th key={modelId} scope="col" className="number model-title" data-model={modelId}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {divisionRows.map(({ title, cells }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {cells.map((text, index) => (
                  <td key={index} className="number">
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

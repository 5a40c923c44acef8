import type { SheetLine, SheetPlace } from "../../view/sheet-view.ts";

interface Props {
  readonly caption: string;
  readonly unit: string;
  readonly places: readonly SheetPlace[];
  readonly total: string;
}

/** Lines of a cost, cluster by cluster: quantity × rate, with each cluster's sum. */
export function SheetLines({ caption, unit, places, total }: Props) {
  return (
    <table className="lines">
      <caption>{caption}</caption>
      <thead>
        <tr>
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
      {places.map((place) => (
        <Place key={place.place} place={place} />
      ))}
      <tbody>
        <Sum title="Total" amount={total} kind="total" />
      </tbody>
    </table>
  );
}

/** A sum above a single line would say it twice: that line names its place itself. */
function Place({ place: { place, amount, lines } }: { place: SheetPlace }) {
  const isSingle = lines.length === 1;
  return (
    <tbody>
      {!isSingle && <Sum title={place} amount={amount} kind="place" />}
      {lines.map((line, index) => (
        <Line key={`${index} ${line.label}`} line={line} title={isSingle ? `${place}: ${line.label}` : line.label} />
      ))}
    </tbody>
  );
}

function Line({ line: { quantity, rate, amount, confidence }, title }: { line: SheetLine; title: string }) {
  return (
    <tr className="line">
      <th scope="row">{title}</th>
      <td className="number">{quantity}</td>
      <td className="number">{rate}</td>
      <td className="number">{amount}</td>
      <td className="confidence">{confidence}</td>
    </tr>
  );
}

function Sum({ title, amount, kind }: { title: string; amount: string; kind: "place" | "total" }) {
  return (
    <tr className={kind}>
      <th scope="row" colSpan={3}>
        {title}
      </th>
      <td className="number">{amount}</td>
      <td />
    </tr>
  );
}

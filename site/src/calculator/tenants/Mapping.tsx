import { useState } from "react";
import { type ColumnOptions, keepColumns } from "../../state/kept-columns.ts";
import type { ReadAnswer } from "../../worker/tasks.ts";
import { TableScroll } from "../TableScroll.tsx";
import type { ReadOptions } from "./use-reading.ts";

interface Props {
  readonly columns: NonNullable<ReadAnswer["columns"]>;
  /** Whether nothing can be read before somebody says what the columns are. */
  readonly isNeeded: boolean;
  /** Whether they are read as somebody has said, now or an earlier time. */
  readonly isKept: boolean;
  readonly tell: (options: ReadOptions) => void;
}

/** What each column of a table is read as, with its first rows, to be said otherwise. Remembered for tables of the same heads. */
export function Mapping({
  columns: { heads, targets, guesses, firstRows, decimalSign, choices },
  isNeeded,
  isKept,
  tell,
}: Props) {
  const [chosen, setChosen] = useState<readonly string[]>(
    heads.map((_, index) => targets[index] || guesses[index] || ""),
  );
  const [decimal, setDecimal] = useState<string>(decimalSign ?? "");
  const taken = new Set(chosen.filter((target) => target !== ""));
  const isTwice = taken.size < chosen.filter((target) => target !== "").length;
  const read = () => {
    const told = heads.map((head, index) => `${head.trim()}=${chosen[index] || "-"}`);
    const named = told.filter((one) => !one.startsWith("="));
    const options: ColumnOptions = { columns: named.join("; "), ...(decimal === "" ? {} : { decimal }) };
    keepColumns(heads, options);
    tell({ ...options });
  };
  return (
    <details className="mapping" open={isNeeded || undefined}>
      <summary>
        What the columns are read as
        {isKept && <span className="caption"> as you have said for columns of these names</span>}
      </summary>
      <TableScroll label="What the columns are read as">
        <table>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Read as</th>
              <th scope="col" colSpan={Math.max(1, firstRows.length)}>
                First rows
              </th>
            </tr>
          </thead>
          <tbody>
            {heads.map((head, index) => (
              <tr key={`${index} ${head}`}>
                <th scope="row">{head.trim() === "" ? `column ${index + 1}` : head}</th>
                <td>
                  <select
                    aria-label={`${head} is`}
                    value={chosen[index] ?? ""}
                    onChange={({ currentTarget: { value } }) =>
                      setChosen(chosen.map((one, at) => (at === index ? value : one)))
                    }
                  >
                    <option value="">left out</option>
                    {choices.map(({ name, title }) => (
                      <option key={name} value={name}>
                        {title}
                      </option>
                    ))}
                  </select>
                  {chosen[index] !== "" && targets[index] === "" && chosen[index] === guesses[index] && (
                    <p className="caption">guessed by what stands in it</p>
                  )}
                </td>
                {firstRows.map((cells, row) => (
                  <td key={row} className="first">
                    {cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p>
        <label>
          Before fractions stands{" "}
          <select value={decimal} onChange={({ currentTarget: { value } }) => setDecimal(value)}>
            <option value="">what the numbers tell</option>
            <option value=",">a comma: 12,5</option>
            <option value=".">a point: 12.5</option>
          </select>
        </label>
      </p>
      {isTwice && <p className="loss">Two columns are read as the same: leave one of them out.</p>}
      <button type="button" disabled={isTwice || !taken.has("tenant")} onClick={read}>
        Read with these columns
      </button>
      {!taken.has("tenant") && <span className="caption"> Say first which column names the tenant.</span>}
    </details>
  );
}

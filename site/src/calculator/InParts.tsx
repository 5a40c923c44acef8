import { type ReactNode, useState } from "react";
import { TableScroll } from "./TableScroll.tsx";

/** So many rows are drawn at first, and so many more on each request: thousands at once would hold the page up. */
const FIRST_ROWS = 20;
const MORE_ROWS = 100;

interface Props<Row> {
  readonly caption: string;
  /** After the caption, what the columns do not say. */
  readonly remark?: string;
  readonly rows: readonly Row[];
  readonly head: ReactNode;
  readonly draw: (row: Row, index: number) => ReactNode;
  readonly className?: string;
}

/** A table of which more is drawn on request. */
export function InParts<Row>({ caption, remark, rows, head, draw, className }: Props<Row>) {
  const [shownCount, setShownCount] = useState(FIRST_ROWS);
  // Shown above, where it is not cut off with a table that is wider than its place.
  const words = remark === undefined ? caption : `${caption}: ${remark}`;
  const leftCount = rows.length - shownCount;
  return (
    <>
      <p className="caption caption-above" aria-hidden="true">
        {words}
      </p>
      <TableScroll label={caption}>
        <table className={className}>
          <caption className="visually-hidden">{words}</caption>
          <thead>{head}</thead>
          <tbody>{rows.slice(0, shownCount).map(draw)}</tbody>
        </table>
      </TableScroll>
      {rows.length > FIRST_ROWS && (
        <button
          type="button"
          className="link small"
          onClick={() => setShownCount(leftCount > 0 ? shownCount + MORE_ROWS : FIRST_ROWS)}
        >
          {leftCount > 0
            ? `Show ${Math.min(leftCount, MORE_ROWS)} more of ${rows.length} lines`
            : "Show the first only"}
        </button>
      )}
    </>
  );
}

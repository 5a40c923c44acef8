import type { Letter } from "../../state/scenario.ts";

interface Props {
  readonly letter: Letter;
  readonly title: string;
  readonly asOf: string;
  /** What stands before the quote's number; empty: it has none. */
  readonly numberTitle?: string;
}

/** The head of a sheet: who writes to whom, what, and when. */
export function Head({ letter, title, asOf, numberTitle = "" }: Props) {
  return (
    <header className="letterhead">
      <p className="provider">{letter.provider}</p>
      {letter.customer !== "" && <p>{letter.customer}</p>}
      <h2>{title}</h2>
      {numberTitle !== "" && (letter.number ?? "") !== "" && (
        <p>
          {numberTitle} {letter.number}
        </p>
      )}
      <p className="caption">{asOf}</p>
    </header>
  );
}

/** What must not be overlooked, on top of every sheet. */
export function Warnings({ statements }: { statements: readonly string[] }) {
  return statements.map((statement) => (
    <p key={statement} className="warning">
      {statement}
    </p>
  ));
}

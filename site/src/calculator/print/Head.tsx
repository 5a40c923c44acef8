import type { Letter } from "../../state/scenario.ts";

interface Props {
  readonly letter: Letter;
  readonly title: string;
  readonly asOf: string;
}

/** The head of an internal sheet: who writes to whom, what, and when. */
export function Head({ letter, title, asOf }: Props) {
  return (
    <header className="letterhead">
      <p className="provider">{letter.provider}</p>
      {letter.customer !== "" && <p>{letter.customer}</p>}
      <h2>{title}</h2>
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

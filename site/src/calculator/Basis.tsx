import { memo, useEffect, useState } from "react";
import { askAbout } from "../state/store.ts";
import type { BasisGroup } from "../view/basis-groups.ts";
import type { ResultView } from "../view/result-view.ts";
import { SourceTitle } from "./Evidence.tsx";

/** What a reader should know before quoting anything from the page. */
export const Basis = memo(function Basis({ view }: { view: ResultView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="notice" aria-label="What this rests on">
      {view.basis.loud.map((statement) => (
        <p key={statement}>
          <strong>{statement}</strong>
        </p>
      ))}
      <p>{view.basis.summary}</p>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>See them</summary>
        {isOpen && <Groups view={view} />}
      </details>
    </section>
  );
});

function Groups({ view }: { view: ResultView }) {
  const [groups, setGroups] = useState<readonly BasisGroup[]>([]);
  useEffect(() => {
    askAbout("basis", null).then(setGroups, () => {});
  }, [view]);
  return groups.map(({ title, items }) => (
    <div key={title}>
      <h3>{title}</h3>
      <ul>
        {items.map(({ statement, note, sources }) => (
          <li key={statement}>
            {statement} {note !== null && <span className="note">{note}</span>}
            {sources.map((source) => (
              <div key={`${source.title} ${source.href}`} className="small">
                <SourceTitle source={source} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  ));
}

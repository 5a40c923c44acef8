import type { EvidenceView, SourceView } from "../view/evidence-view.ts";

/** How far a value can be trusted, what is to be said about it, and where it comes from. */
export function Evidence({ evidence }: { evidence: EvidenceView }) {
  const { confidence, rateOrigin, sources, note, sameAs } = evidence;
  if (sameAs !== null) return `as for ${sameAs}`;
  const [first, ...others] = sources;
  return (
    <>
      {rateOrigin !== null && (
        <p>
          Rate: <i>{rateOrigin}</i>
        </p>
      )}
      <p>
        {rateOrigin !== null && "Quantity: "}
        <i>{confidence}</i>
        {first !== undefined && ": "}
        {first !== undefined && <SourceTitle source={first} />}
      </p>
      {note !== null && <p className="note">{note}</p>}
      {others.length > 0 && (
        <details>
          <summary>and {others.length} more</summary>
          <ul>
            {others.map((source) => (
              <li key={`${source.title} ${source.href}`}>
                <SourceTitle source={source} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** A source by its title; a link where it has an address. */
export function SourceTitle({ source: { title, href } }: { source: SourceView }) {
  return href === null ? (
    title
  ) : (
    <a href={href} rel="noreferrer">
      {title}
    </a>
  );
}

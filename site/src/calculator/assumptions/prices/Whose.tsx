import { isInvented, markAll, type PartDraft, type PriceFile, pricedParts } from "../../../state/price-edits.ts";
import { edit } from "../../../state/store.ts";

interface Props {
  readonly file: PriceFile;
  readonly draft: PartDraft & { readonly illustrative: boolean };
}

/** So many are named; of more the number is said. */
const MOST_NAMED = 6;

/** Which prices are still invented, by name, and whether these too are the provider's own. */
export function Whose({ file, draft }: Props) {
  const parts = pricedParts(draft);
  const invented = parts.filter(({ part }) => isInvented(draft, part)).map(({ part }) => String(part["name"]));
  if (invented.length === 0) {
    return (
      <p className="tools">
        All prices are yours.{" "}
        <button type="button" className="link small" onClick={() => edit(markAll(file, true))}>
          They are invented
        </button>
      </p>
    );
  }
  const named = invented.slice(0, MOST_NAMED).join(", ");
  const rest = invented.length - MOST_NAMED;
  return (
    <p className="tools">
      <span>
        Invented, {invented.length} of {parts.length}: {named}
        {rest > 0 && ` and ${rest} more`}.
      </span>{" "}
      <button type="button" onClick={() => edit(markAll(file, false))}>
        {invented.length === parts.length ? "All of these prices are ours" : "These are ours too"}
      </button>
    </p>
  );
}

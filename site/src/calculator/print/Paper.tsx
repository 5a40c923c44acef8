import { useStore } from "@nanostores/react";
import type { QuotePaper as Quote } from "@nkp-planner/adapters/quote-paper";
import { type ReactNode, useEffect, useState } from "react";
import { $document, type PaperDocument } from "../../state/document.ts";
import type { Letter } from "../../state/scenario.ts";
import { $isCurrent, $outcome, $staleBecause, askAbout } from "../../state/store.ts";
import type { SheetView } from "../../view/sheet-view.ts";
import { QuotePaper } from "./QuotePaper.tsx";
import { SheetPaper } from "./SheetPaper.tsx";
import { usePaperTitle } from "./usePaperTitle.ts";

type Written =
  | { readonly audience: "customer"; readonly view: Quote }
  | { readonly audience: "internal"; readonly view: SheetView };

/** The document as it will be printed. While it is open nothing else of the page goes to paper. */
export function Paper({ letter }: { letter: Letter }) {
  const paper = useStore($document);
  const outcome = useStore($outcome);
  const [written, setWritten] = useState<Written | null>(null);
  const [problem, setProblem] = useState("");
  const isCurrent = useStore($isCurrent);
  const staleBecause = useStore($staleBecause);
  // A quote of figures that are not those of what is typed is none.
  const shown = isCurrent ? outcome?.view : undefined;
  useEffect(() => {
    setWritten(null);
    if (paper === null || shown === undefined) return;
    let isWanted = true;
    // What is on the screen is what goes to paper: nothing of another choice may stay there meanwhile.
    setProblem("");
    write(paper).then(
      (one) => isWanted && setWritten(one),
      ({ name, message }: Error) => isWanted && name !== "Outdated" && setProblem(message),
    );
    return () => {
      isWanted = false;
    };
  }, [paper, shown]);
  usePaperTitle(written === null ? null : titleOf(written));
  if (staleBecause !== null)
    return <Unwritten>No document: the figures are those of before, as {staleBecause}.</Unwritten>;
  if (problem !== "") return <Unwritten>The document could not be written: {problem}</Unwritten>;
  if (written === null || paper?.audience !== written.audience || shown === undefined)
    return <Unwritten>The document is being written…</Unwritten>;
  return (
    <article className="paper" aria-label={written.audience === "customer" ? "Quote" : "Internal sheet"}>
      {written.audience === "customer" ? (
        <QuotePaper quote={written.view} />
      ) : (
        <SheetPaper view={written.view} letter={letter} asOf={shown.asOf} />
      )}
    </article>
  );
}

/** Printed by the browser's own command meanwhile, this goes to paper: not the page, which shows cost. */
function Unwritten({ children }: { children: ReactNode }) {
  return (
    <article className="paper" aria-label="Document">
      <p role="status">{children}</p>
    </article>
  );
}

function titleOf({ audience, view }: Written): string {
  return audience === "internal" ? `Internal sheet, ${view.modelTitle}` : view.title;
}

async function write(paper: PaperDocument): Promise<Written> {
  if (paper.audience === "internal") return { audience: "internal", view: await askAbout("sheet", paper.modelId) };
  const { modelId, tenantIds, terms, letter } = paper;
  return { audience: "customer", view: await askAbout("quote", { modelId, tenantIds, terms, letter }) };
}

import { useStore } from "@nanostores/react";
import { useEffect, useRef, useState } from "react";
import { $opened, backTo, closeFigure, openFurther } from "../state/opened.ts";
import { $outcome, askAbout } from "../state/store.ts";
import type { FigureView, LineView } from "../view/figure-view.ts";
import type { FigureRef } from "../view/fragment.ts";
import { Evidence } from "./Evidence.tsx";
import { TableScroll } from "./TableScroll.tsx";

/** The lines of the figure that is open below this section, if one is. Esc closes it. */
export function OpenedFigure({ place }: { place: string }) {
  const opened = useStore($opened);
  if (opened?.place !== place) return null;
  return <Lines trail={opened.trail} />;
}

function Lines({ trail }: { trail: readonly FigureRef[] }) {
  const outcome = useStore($outcome);
  const [figures, setFigures] = useState<readonly FigureView[] | string | null>(null);
  const panel = useRef<HTMLElement>(null);
  const deepest = trail.at(-1);

  // Asked again whenever another plan is shown: an open figure follows what is typed.
  useEffect(() => {
    let isWanted = true;
    Promise.all(trail.map((ref) => askAbout("figure", ref))).then(
      (found) => isWanted && setFigures(found),
      (error: Error) => isWanted && error.name !== "Outdated" && setFigures(error.message),
    );
    return () => {
      isWanted = false;
    };
  }, [trail, outcome?.view]);

  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: "nearest" });
  }, [deepest?.figureId, deepest?.modelId, figures === null]);

  const view = Array.isArray(figures) ? (figures.at(-1) as FigureView | undefined) : undefined;
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className="card opened"
      data-model={deepest?.modelId}
      aria-label={view === undefined ? "Lines of a figure" : `${view.title}, ${view.modelTitle}`}
      aria-busy={figures === null}
      onKeyDown={(event) => event.key === "Escape" && closeFigure()}
    >
      {view === undefined ? (
        <p className="caption">
          {typeof figures === "string" ? `The lines could not be shown: ${figures}` : "Opening…"}
        </p>
      ) : (
        <Opened view={view} before={(figures as readonly FigureView[]).slice(0, -1)} />
      )}
      <button type="button" className="close" onClick={closeFigure} aria-label="Esc: close">
        Esc
      </button>
    </section>
  );
}

function Opened({ view, before }: { view: FigureView; before: readonly FigureView[] }) {
  const { title, modelTitle, how, text, unit, hasProducts, lines, formula, sum } = view;
  // A formula is short and stands where the sum would; a sentence is read on its own.
  const isSentence = formula?.endsWith(".") ?? false;
  return (
    <>
      {before.length > 0 && (
        <nav aria-label="Opened before" className="trail small">
          {before.map((one, index) => (
            <button
              type="button"
              key={`${one.ref.modelId} ${one.ref.figureId}`}
              className="link"
              onClick={() => backTo(index)}
            >
              {one.title}
            </button>
          ))}
        </nav>
      )}
      <h3>
        Where {text} comes from{" "}
        <span className="caption">
          {title} · {modelTitle} · Esc closes
        </span>
      </h3>
      <p className="small prose">{how}</p>
      <TableScroll label={`Lines of ${title}, ${modelTitle}`}>
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">Line</th>
              {hasProducts && (
                <th scope="col" className="number">
                  Quantity
                </th>
              )}
              {hasProducts && (
                <th scope="col" className="number">
                  × Rate
                </th>
              )}
              <th scope="col" className="number">
                {unit === null ? "Value" : `= ${unit}`}
              </th>
              <th scope="col">Confidence and source</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <Line key={index} line={line} hasProducts={hasProducts} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={hasProducts ? 3 : 1}>
                {isSentence ? "Sum" : (formula ?? "Sum")}
              </th>
              <td className="number">{sum}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </TableScroll>
      {isSentence && <p className="small prose">{formula}</p>}
    </>
  );
}

function Line({ line, hasProducts }: { line: LineView; hasProducts: boolean }) {
  const { label, quantity, rate, value, opens, evidence } = line;
  return (
    <tr>
      <th scope="row">{label}</th>
      {hasProducts && <td className="number">{quantity}</td>}
      {hasProducts && <td className="number rate">{rate}</td>}
      <td className="number">
        {opens === undefined ? (
          value
        ) : (
          <button
            type="button"
            className="figure"
            onClick={() => openFurther(opens)}
            aria-label={`${value}: open ${label}`}
          >
            {value}
          </button>
        )}
      </td>
      <td className="evidence">
        <Evidence evidence={evidence} />
      </td>
    </tr>
  );
}

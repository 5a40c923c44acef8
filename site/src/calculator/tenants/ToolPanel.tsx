import { type ReactNode, useEffect, useRef } from "react";
import { closeTool } from "../../state/selection.ts";

/** A panel below the table: it takes the focus, Esc closes it. */
export function ToolPanel({ title, children }: { title: string; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className="card tool screen-only"
      aria-label={title}
      onKeyDown={({ key }) => key === "Escape" && closeTool()}
    >
      <h3>{title}</h3>
      {children}
      <button type="button" className="close" onClick={closeTool} aria-label={`Esc: close ${title}`}>
        Esc
      </button>
    </section>
  );
}

import { type ReactNode, useEffect, useRef } from "react";
import { closePanel } from "../state/panel.ts";

/** A panel above the calculator, opened from the header: it takes the focus, Esc closes it. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className="card panel screen-only"
      aria-label={title}
      onKeyDown={({ key }) => key === "Escape" && closePanel()}
    >
      <h2>{title}</h2>
      {children}
      <button type="button" className="close" onClick={closePanel} aria-label={`Esc: close ${title}`}>
        Esc
      </button>
    </section>
  );
}

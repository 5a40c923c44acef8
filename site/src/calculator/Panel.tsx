import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly title: string;
  readonly close: () => void;
  /** `panel`: above the calculator, opened from the header; `tool`: below the tenants. */
  readonly kind: "panel" | "tool";
  readonly children: ReactNode;
}

/** What a button opens, in place: it takes the focus, Esc closes it. */
export function Panel({ title, close, kind, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const Heading = kind === "panel" ? "h2" : "h3";
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={`card ${kind} screen-only`}
      aria-label={title}
      onKeyDown={({ key }) => key === "Escape" && close()}
    >
      <Heading>{title}</Heading>
      {children}
      <button type="button" className="close" onClick={close} aria-label={`Esc: close ${title}`}>
        Esc
      </button>
    </section>
  );
}

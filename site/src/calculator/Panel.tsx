import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly title: string;
  readonly close: () => void;
  /** Opened from the header, `panel` above the calculator and `over` in front of it, which stays where it is; `tool`: below the tenants. */
  readonly kind: "panel" | "over" | "tool";
  readonly children: ReactNode;
}

/** What a button opens, in place: it takes the focus, Esc closes it. */
export function Panel({ title, close, kind, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const Heading = kind === "tool" ? "h3" : "h2";
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={`card ${kind === "over" ? "panel over" : kind} screen-only`}
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

import type { ReactNode, Ref } from "react";

/** A table that is wider than its place scrolls in here, by touch, wheel or arrow keys; the page does not. */
export function TableScroll({ label, children, ref }: { label: string; children: ReactNode; ref?: Ref<HTMLElement> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={ref} className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

import { paperStyle } from "@nkp-planner/adapters/quote-paper";

/** The name under which pages import the style of a quote, the same that the command line writes. */
const NAME = "/__quote-paper.css";

/** A style sheet that is nowhere written: a quote looks the same wherever it is made. */
export function quotePaperStyle() {
  return {
    name: "quote-paper-style",
    resolveId: (id: string) => (id === NAME ? NAME : undefined),
    load: (id: string) => (id === NAME ? paperStyle() : undefined),
  };
}

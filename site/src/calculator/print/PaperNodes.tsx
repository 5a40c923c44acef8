import type { PaperNode } from "@nkp-planner/adapters/quote-paper";
import { createElement, type ReactNode } from "react";

/** A paper of the planner as elements of the page: every text of it stays a text. */
export function PaperNodes({ node }: { readonly node: PaperNode }): ReactNode {
  return drawn(node);
}

function drawn(node: PaperNode): ReactNode {
  if (typeof node === "string") return node;
  return createElement(node.tag, node.attributes, ...node.children.map(drawn));
}

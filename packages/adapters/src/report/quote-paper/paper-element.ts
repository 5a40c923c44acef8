/** What a paper is made of, before it is HTML or drawn by a page: plain data, and every text is a text. */
export interface PaperElement {
  readonly tag: PaperTag;
  readonly attributes: PaperAttributes;
  readonly children: readonly PaperNode[];
}

export type PaperNode = string | PaperElement;

/** No more than a quote needs: nothing that runs, links or loads. */
export type PaperTag =
  | "article"
  | "caption"
  | "dd"
  | "div"
  | "dl"
  | "dt"
  | "h2"
  | "h3"
  | "header"
  | "img"
  | "li"
  | "p"
  | "section"
  | "table"
  | "tbody"
  | "td"
  | "th"
  | "thead"
  | "tr"
  | "ul";

/** As pages that draw elements name them. */
export interface PaperAttributes {
  readonly className?: string;
  readonly lang?: string;
  readonly scope?: "col" | "row";
  readonly colSpan?: number;
  readonly alt?: string;
  /** A data URL. */
  readonly src?: string;
}

/** One element; what is null or empty of its children is left out. */
export function element(
  tag: PaperTag,
  attributes: PaperAttributes = {},
  ...children: readonly (PaperNode | null | readonly PaperNode[])[]
): PaperElement {
  return { tag, attributes, children: children.flat().filter((one): one is PaperNode => one !== null && one !== "") };
}

import type { StageTable } from "../../methodology/stage.ts";

/** A part of a page below its own heading; what stands between `backticks` is typed. */
export interface Section {
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly items?: readonly string[];
  /** A line that somebody types. */
  readonly command?: string;
  readonly table?: StageTable;
  /** A file, or what was printed. */
  readonly texts?: readonly { readonly label: string; readonly text: string }[];
  readonly links?: readonly { readonly title: string; readonly href: string }[];
}

/** An item of the product, told on a page of its own. */
export interface ReferencePage {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly Section[];
}

/** A list of the product of which every item has a page, made of the list itself. */
export interface ReferenceList {
  /** Part of the address of its pages. */
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** What stands on the page of the list below its items. */
  readonly below?: readonly Section[];
  /** In the order of the list; what they show is worked out when the site is built. */
  pages(): Promise<readonly ReferencePage[]>;
}

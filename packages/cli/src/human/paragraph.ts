import { visible } from "@nkp-planner/core";
import { indented } from "./layout.ts";

/** A paragraph: wrapped to the page, every line after the first indented under the text; nothing of a file's hides in it. */
export function paragraph(text: string, indent = "", bullet = ""): string {
  return indented(visible(text), indent, bullet);
}

import { visible } from "@nkp-planner/core";

/** A text inside of an attribute or an element. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/**
 * The same of a text that may be anything: what XML 1.0 cannot hold, and what nobody sees, stands in it as its escape.
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function xmlText(text: string): string {
  return escapeXml(visible(text).replaceAll("\uFFFE", String.raw`\ufffe`).replaceAll("\uFFFF", String.raw`\uffff`));
}

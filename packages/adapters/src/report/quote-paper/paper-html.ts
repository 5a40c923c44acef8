import type { PaperAttributes, PaperElement, PaperNode } from "./paper-element.ts";
import { pageStyle } from "./paper-style.ts";
import type { QuotePaper } from "./quote-paper.ts";

/**
 * A quote as one file that any browser shows and prints: its styles and its logo are in it, it runs nothing and asks
 * nobody for anything, and should a text in it look like markup, it stays a text.
 */
export function paperHtml({ title, language, sheet }: QuotePaper): string {
  const body = sheet === null ? "" : htmlOf(sheet);
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${pageStyle()}</style>
</head>
<body>
<main>
<article class="paper">
${body}
</article>
</main>
</body>
</html>
`;
}

/** Should markup come in nevertheless, a browser runs and loads nothing of it. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const NAMES: Readonly<Record<keyof PaperAttributes, string>> = {
  className: "class",
  lang: "lang",
  scope: "scope",
  colSpan: "colspan",
  alt: "alt",
  src: "src",
};

/** Begin a line of the file, so that people can read it. */
const ON_A_LINE: readonly string[] = [
  "caption",
  "div",
  "dl",
  "h2",
  "h3",
  "header",
  "img",
  "li",
  "p",
  "section",
  "table",
  "tr",
];

function htmlOf(node: PaperNode): string {
  if (typeof node === "string") return escaped(node);
  const { tag, children } = node;
  const line = ON_A_LINE.includes(tag) ? "\n" : "";
  const start = `${line}<${tag}${attributesOf(node)}>`;
  return tag === "img" ? start : `${start}${children.map(htmlOf).join("")}</${tag}>`;
}

function attributesOf({ attributes }: PaperElement): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${NAMES[name as keyof PaperAttributes]}="${escaped(String(value))}"`)
    .join("");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] as string);
}

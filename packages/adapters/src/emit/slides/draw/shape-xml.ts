/** A text inside of an attribute. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Numbers the shapes of a slide from one on: the library gives a table a number that another shape may have. */
export function uniqueShapeIds(xml: string): string {
  let next = 0;
  return xml.replaceAll(/(<p:cNvPr id=")\d+(")/g, (_, before: string, after: string) => {
    next += 1;
    return `${before}${next}${after}`;
  });
}

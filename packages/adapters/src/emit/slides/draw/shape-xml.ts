/** Numbers the shapes of a slide from one on: the library gives a table a number that another shape may have. */
export function uniqueShapeIds(xml: string): string {
  let next = 0;
  return xml.replaceAll(/(<p:cNvPr id=")\d+(")/g, (_, before: string, after: string) => {
    next += 1;
    return `${before}${next}${after}`;
  });
}

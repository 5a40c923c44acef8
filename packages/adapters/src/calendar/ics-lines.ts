/** The lines of iCalendar, by RFC 5545. @see https://www.rfc-editor.org/rfc/rfc5545#section-3.1 */

const MOST_OCTETS = 75;
const LINE_END = "\r\n";

/** A property whose value is a text: what would end it or part it is escaped. */
export function textLine(name: string, text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r\n|\r|\n/g, "\\n");
  return `${name}:${escaped}`;
}

/** Lines as a file: none longer than 75 octets, broken between characters. */
export function icsText(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}${LINE_END}`).join("");
}

function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    // The space that a continued line begins with is one of its octets.
    const room = parts.length === 0 ? MOST_OCTETS : MOST_OCTETS - 1;
    if (octets + size > room) {
      parts.push(part);
      part = "";
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join(`${LINE_END} `);
}

/** An element of a document, with what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Of the element itself and of all in it. */
  readonly text: string;
}

const NAME = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const TOKEN = new RegExp(
  String.raw`<\?xml[^?]*\?>|<(/?)(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>|([^<]+)`,
  "y",
);
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads a document and takes nothing that is not well-formed: elements that are not closed or not in their order,
 * attributes without quotes or twice, a `&` that begins no entity, characters that XML forbids, more than one root.
 * @see https://www.w3.org/TR/xml/#sec-well-formed
 * @throws Error with the place
 */
export function readXml(text: string): XmlElement {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u.exec(text);
  if (forbidden !== null) throw new Error(`A forbidden character at ${forbidden.index}`);
  const root = open("", {});
  const stack = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw new Error(`Not well-formed at ${at}: ${text.slice(at, at + 60)}`);
    const [, end, name, attributes = "", alone, words] = found;
    const top = stack.at(-1) as Draft;
    if (words !== undefined) top.text += decoded(words);
    if (words !== undefined && stack.length === 1 && words.trim() !== "") throw new Error(`Text outside at ${at}`);
    if (name === undefined) continue;
    if (end === "/") {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}> at ${at}`);
      stack.pop();
      (stack.at(-1) as Draft).text += top.text;
      continue;
    }
    const element = open(name, attributesOf(attributes));
    top.children.push(element);
    if (alone !== "/") stack.push(element);
  }
  const [only, ...others] = root.children;
  if (only === undefined || others.length > 0 || stack.length !== 1) throw new Error("Not one root that is closed");
  return only;
}

/** All elements of a name below one, itself among them, in the order of the document. */
export function elementsIn(element: XmlElement, name: string): readonly XmlElement[] {
  const below = element.children.flatMap((child) => elementsIn(child, name));
  return element.name === name ? [element, ...below] : below;
}

interface Draft extends XmlElement {
  readonly children: Draft[];
  text: string;
}

function open(name: string, attributes: Readonly<Record<string, string>>): Draft {
  return { name, attributes, children: [], text: "" };
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, name = "", double, single]) => [name, decoded(double ?? single ?? "")] as const,
  );
  const all = new Map(pairs);
  if (all.size !== pairs.length) throw new Error(`An attribute twice: ${text}`);
  return Object.fromEntries(all);
}

function decoded(text: string): string {
  return text.replaceAll(
    /&(?:(\w+);|#(\d+);|#x([0-9A-Fa-f]+);)?/g,
    (whole, name?: string, number?: string, hex?: string) => {
      if (name !== undefined && Object.hasOwn(ENTITIES, name)) return ENTITIES[name] as string;
      if (number !== undefined) return String.fromCodePoint(Number(number));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      throw new Error(`No entity: ${whole}${text.slice(0, 40)}`);
    },
  );
}

import { Document, visit } from "yaml";

/** Words that mean themselves in every dialect of YAML; all others are quoted. */
const PLAIN = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9./-]*$/i;
/** What some reader of YAML takes for a line break, or does not take at all; the line breaks outside of quotes are ours. */
const LEFT_UNESCAPED = /(?!\n)[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu;
/** Half a character, which no encoding has. */
const LONE_SURROGATE = /\p{Cs}/gu;

/**
 * Objects as a stream of YAML documents that readers of YAML 1.1, kubectl among them, and of YAML 1.2 take
 * for the same: `no` and `1_000` are quoted, and unusual characters escaped.
 */
export function yamlDocuments(objects: readonly object[]): string {
  return objects.map(documentText).join("---\n");
}

function documentText(object: object): string {
  const document = new Document(object, { aliasDuplicateObjects: false, keepUndefined: false });
  visit(document, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value !== "string") return;
      scalar.value = scalar.value.replaceAll(LONE_SURROGATE, "\ufffd");
      if (!PLAIN.test(String(scalar.value))) scalar.type = "QUOTE_DOUBLE";
    },
  });
  return document
    .toString({ lineWidth: 0, doubleQuotedAsJSON: true })
    .replaceAll(LEFT_UNESCAPED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

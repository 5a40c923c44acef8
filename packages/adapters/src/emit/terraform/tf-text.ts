/** What JSON may hold as it is, and terminals and browsers obey. */
const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const HEXADECIMAL = 16;
const DIGITS = 4;

/**
 * A text that stands for itself: every text of these files is a template.
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1
 */
export function plainText(text: string): string {
  return text.replaceAll("\u0024{", () => "\u0024\u0024{").replaceAll("%{", "%%{");
}

/** An expression, computed by Terraform. */
export function expression(code: string): string {
  return `\u0024{${code}}`;
}

/** A text inside of an expression. */
export function quoted(text: string): string {
  return plainText(JSON.stringify(text));
}

/** The filter that finds what has a name; an apostrophe is doubled. @see OData 4.01, URL conventions, 5.1.1.6.1 */
export function nameFilter(field: string, name: string): string {
  return plainText(`${field} eq '${name.replaceAll("'", "''")}'`);
}

/** A file of Terraform: no byte of it is obeyed by a terminal, and the order is that of the object. */
export function tfJson(content: object): string {
  const text = JSON.stringify(content, null, 2).replaceAll(OBEYED, (character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(HEXADECIMAL).padStart(DIGITS, "0")}`)
      .join(""),
  );
  return `${text}\n`;
}

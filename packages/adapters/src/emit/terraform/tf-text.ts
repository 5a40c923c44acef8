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

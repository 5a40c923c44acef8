/** Where zod gives every text a method for each format that it knows. */
const TEXTS = /\/zod\/v4\/classic\/schemas\.js$/;
/** `email(params) { return this.check(core._email(ZodEmail, params)); },` */
const FORMAT_METHOD = /^ {4}\w+\(params\) \{\n {8}return this\.check\(core\._\w+\(Zod\w+, params\)\);\n {4}\},\n/gm;

/**
 * Leaves formats of texts out of a bundle that asks for none of them by `z.string().email()` and the like: `z.url()` and
 * `z.iso.date()` stay, as they are schemas of their own.
 */
export function withoutStringFormats() {
  return {
    name: "without-string-formats",
    enforce: "pre" as const,
    transform(code: string, id: string) {
      if (!TEXTS.test(id)) return undefined;
      return { code: code.replaceAll(FORMAT_METHOD, ""), map: null };
    },
  };
}

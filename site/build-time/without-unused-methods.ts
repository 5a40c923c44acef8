/** Where zod gives every schema a method for each thing that may be asked of it. */
const SCHEMAS = /\/zod\/v4\/classic\/schemas\.js$/;
/** Where it reads values. */
const READING = /\/zod\/v4\/core\/(?:schemas|checks|parse|util)\.js$/;
/** Where it draws trees of mistakes: every mistake is told in the planner's own words. */
const ERRORS = /\/zod\/v4\/(?:core|classic)\/errors\.js$/;

/** Where it keeps what schemas say of themselves, by schema and by name. */
const REGISTRY = /\/zod\/v4\/core\/registries\.js$/;
/** What empties it, and what is asked by name. */
const BY_NAME =
  /^ {4}(?:clear|remove|has)\([^)\n]*\) \{\n(?: {8}.*\n)+? {4}\}\n|^ {8}if \(meta && .*\) \{\n {12}.*\n {8}\}\n|^ {8}this\._idmap = .*;\n/gm;
/** Where it writes values back, which the planner never does: the mistake that says so. */
const CORE = /\/zod\/v4\/core\/core\.js$/;
const WRITTEN_BACK = /^export class \$ZodEncodeError [\s\S]*?\n\}\n/m;

/** What the planner asks of no schema: formats of texts, most other forms of an object, reading backwards or later. */
const UNUSED = [
  ..."email jwt emoji guid uuid uuidv4 uuidv6 uuidv7 nanoid cuid cuid2 ulid base64 base64url xid ksuid".split(" "),
  ..."ipv4 ipv6 cidrv4 cidrv6 e164 datetime date time duration".split(" "),
  ..."includes startsWith endsWith lowercase uppercase normalize toLowerCase toUpperCase slugify".split(" "),
  ..."keyof catchall passthrough loose strip array url extend safeExtend merge pick omit".split(" "),
  ..."partial exactPartial required rest properties strict".split(" "),
  ..."with brand pipe readonly describe toJSONSchema overwrite".split(" "),
  ..."nonempty length negative nonpositive gt gte lt lte".split(" "),
  ..."and or register unwrap prefault nonoptional isOptional isNullable apply safe multipleOf step finite".split(" "),
  ..."parseAsync safeParseAsync validate validateAsync encode decode encodeAsync decodeAsync".split(" "),
  ..."safeEncode safeDecode safeEncodeAsync safeDecodeAsync".split(" "),
].join("|");
/** `email(params) { … },` as one of a schema's methods, whether it is written `name()`, `async name()` or `name: function`. */
const METHOD = new RegExp(
  `^ {4}(?:async )?(?:${UNUSED})(?:: (?:async )?function \\w+)?\\([^)\\n]*\\) \\{\\n(?: {8}.*\\n)+? {4}\\},\\n`,
  "gm",
);
/** How each schema would be written as JSON Schema: schemas are written when the planner is built, never by a page. */
const WRITTEN = /^ {4}inst\._zod\.processJSONSchema = .*;\n/gm;
/** What is there under an older name, or for libraries that take schemas of any maker. */
const ALIASES = /^ {4}(?:get|set) (?:spa|description|_def|"~standard")\([^)\n]*\) \{\n(?: {8}.*\n)+? {4}\},\n/gm;
/** What picks among the values of a list of choices. */
const PICKED = /^ {4}inst\.(?:extract|exclude) = \(values, params\) => \{\n(?: {8}.*\n)+? {4}\};\n/gm;
/** What a schema tells of its own bounds. */
const BOUNDS =
  /^ {4}(?:format|minLength|maxLength|minValue|maxValue|isInt): \(inst\) => (?:\{\n(?: {8}.*\n)+? {4}\}|.*),\n/gm;
/** What leads from a schema to what is inside of it, or to what it is made of. */
const INSIDE = /^ {4}inst\.(?:removeDefault|removeCatch|out|enum|keyType|isFinite) = .*;\n/gm;
const SOLE_VALUE = /^ {4}Object\.defineProperty\(inst, "value", \{\n(?: {8}.*\n)+? {4}\}\);\n/gm;
/** What texts look like that a schema takes, for schemas of texts that are made of others. */
const PATTERN = /^ {4}util\.defineLazyInternal\(inst, "pattern", (?:\(zod\) => \{\n(?: {8}.*\n)+? {4}\}|.*)\);\n/gm;
/** What remembers values while they are read, for those that hold themselves: what `NEVER` leaves of reading asks for none. */
const REMEMBERED = /^ {4}if \(!core\.globalConfig\.memoizer\)\n {8}core\.config\(.*\);\n/m;
/** What writes a program for each object and has it compiled: the policy of the pages forbids that, and zod reads without. */
const COMPILED = /^export const \$ZodObjectJIT = [\s\S]*?\n\}\);\n/m;
/**
 * What no schema of the planner is asked for: checks that are waited for, values that are written instead of read or taken
 * for another type, an end at the first mistake, values that hold themselves.
 */
const NEVER = new RegExp(
  [
    String.raw`\b\w+ instanceof Promise\b`,
    String.raw`\bctx\??\.direction === "backward"`,
    String.raw`\bctx\??\.(?:skipChecks|abortEarly|async)\b`,
    String.raw`\basyncResult\b(?! =)(?!;)`,
    String.raw`\bdef\.coerce\b`,
    String.raw`\bcore\.globalConfig\.memoizer\b`,
    String.raw`\b(?:payload|result)\.memo\b(?! =)`,
  ].join("|"),
  "g",
);
/** Addresses with bounds of their own, and maps whose keys are a list of choices: no schema of the planner has any. */
const BOUNDED = /\bdef\.(?:hostname|protocol|normalize|keyType\._zod\.values)\b/g;
const MADE = /\bparseURLObject\(trimmed, def\)/;
const BAD_FORMAT = /\burl === URL_BAD_FORMAT\b/;
/** What a mistake says beside its code, in English, which nobody reads. */
const NOTES = /^ +note: ".*",\n/gm;
/** What is said to whoever makes a schema wrongly: all of them are made wherever the whole library runs, as in tests. */
const ILL_MADE = /\bnew Error\((?:`[^`]*`|"[^"]*")\)/g;
/** How many checks are waited for. */
const WAITED = /\bproms\.length\b/g;
/** What libraries ask that take schemas of any maker. */
const STANDARD = /, \{\n {4}\/\/.*\n {4}get "~standard"\(\) \{\n(?: {4}.*\n)+\}\);\n/;
/** What may be asked of a list of mistakes beside the list. */
const TOLD = /^ {4}const proto = Object\.getPrototypeOf\(inst\);\n[\s\S]*?\n\};\n/m;
const TREES = /^export function (flattenError|formatError|treeifyError|prettifyError)\([\s\S]*?\n\}\n/gm;

/** Leaves methods of schemas that nobody calls out of a bundle; `z.url()` and `z.iso.date()` are schemas of their own and stay. */
export function withoutUnusedMethods() {
  return {
    name: "without-unused-methods",
    enforce: "pre" as const,
    transform(code: string, id: string) {
      if (SCHEMAS.test(id))
        return {
          code: [METHOD, WRITTEN, ALIASES, PICKED, BOUNDS, INSIDE, SOLE_VALUE]
            .reduce((left, part) => left.replaceAll(part, ""), code)
            .replace(REMEMBERED, "")
            .replaceAll(NEVER, "undefined"),
          map: null,
        };
      if (READING.test(id))
        return {
          code: code
            .replace(COMPILED, () => "export const $ZodObjectJIT = $ZodObject;\n")
            .replace(STANDARD, ");\n")
            .replaceAll(PATTERN, "")
            .replaceAll(NOTES, "")
            .replaceAll(ILL_MADE, "new Error()")
            .replaceAll(NEVER, "undefined")
            .replaceAll(BOUNDED, "undefined")
            .replace(MADE, "URL_UNPARSEABLE")
            .replace(BAD_FORMAT, "undefined")
            .replaceAll(WAITED, "0"),
          map: null,
        };
      if (REGISTRY.test(id)) return { code: code.replaceAll(BY_NAME, ""), map: null };
      if (CORE.test(id)) return { code: code.replace(WRITTEN_BACK, "export class $ZodEncodeError {}\n"), map: null };
      if (ERRORS.test(id))
        return { code: code.replaceAll(TREES, "export function $1() {}\n").replace(TOLD, "};\n"), map: null };
      return undefined;
    },
  };
}

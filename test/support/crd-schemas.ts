import { Ajv, type ValidateFunction } from "ajv";
import { CEL_RULES } from "./cel-rules.ts";

/** A schema of a CustomResourceDefinition. */
// biome-ignore lint/suspicious/noExplicitAny: a schema as it is published
export type CrdSchema = any;

/** What an API server with strict field validation finds wrong with an object: by its schema, its rules in CEL, and fields it does not know. */
export function crdProblems(schema: CrdSchema, object: unknown): readonly string[] {
  const validate = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, validate);
  const errors = validate(object)
    ? []
    : (validate.errors ?? []).map((one) => `${one.instancePath}: ${one.keyword} ${JSON.stringify(one.params)}`);
  return [...errors, ...deeperProblems(schema, object, "")];
}

/** Each schema is read once. */
const compiled = new WeakMap<object, ValidateFunction>();

function compile({ $schema, $id, ...plain }: CrdSchema): ValidateFunction {
  return new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, validateFormats: false }).compile(plain);
}

/** Fields that no schema knows, and rules that do not hold, wherever they stand. */
function deeperProblems(schema: CrdSchema, value: unknown, path: string): readonly string[] {
  if (schema === undefined || typeof schema !== "object") return [];
  const own = (schema["x-kubernetes-validations"] ?? []).flatMap(({ rule }: { rule: string }) => {
    const holds = CEL_RULES[rule];
    if (holds === undefined) return [`${path}: a rule that is not written down: ${rule}`];
    return holds(value) ? [] : [`${path}: ${rule}`];
  });
  if (Array.isArray(value))
    return [...own, ...value.flatMap((item, index) => deeperProblems(schema.items, item, `${path}/${index}`))];
  if (typeof value !== "object" || value === null) return own;
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, child]) => {
      const known = schema.properties?.[key] ?? schema.additionalProperties;
      const keepsAny = schema["x-kubernetes-preserve-unknown-fields"] === true || known === true;
      if (known === undefined || known === false)
        return keepsAny || isRootField(path, key) ? [] : [`${path}/${key}: unknown field`];
      return deeperProblems(known, child, `${path}/${key}`);
    }),
  ];
}

/** What every object has, and no CustomResourceDefinition says. */
function isRootField(path: string, key: string): boolean {
  return path === "/metadata" && ["name", "namespace", "labels", "annotations"].includes(key);
}

/**
 * As much of a JSON Schema (draft 2020-12 and draft-07 alike) as the planner's own schemas say.
 * @see https://json-schema.org/understanding-json-schema/reference
 */
export interface JsonSchema {
  readonly $schema?: string;
  /** Its address, of a whole schema. */
  readonly $id?: string;
  readonly type?: string | readonly string[];
  /** What kind of value it is: of a number its unit, of text its form. */
  readonly title?: string;
  readonly description?: string;
  /** As people write them. */
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly contains?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
}

/** As much of a JSON Schema (draft 2020-12) as the planner's own schemas say. */
export interface JsonSchema {
  readonly $schema?: string;
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
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

import { type OperatingModel, operatingModels } from "@nkp-planner/core";

/** Flags that several commands share, each written once. */

const text = (input: string): string => input;

export const formatFlag = {
  kind: "enum",
  values: ["human", "json"],
  default: "human",
  brief: "What to print: a table for people, or the documented JSON",
} as const;

export const outputFlags = {
  out: {
    kind: "parsed",
    parse: text,
    optional: true,
    brief: "File to write to instead of standard output",
    placeholder: "FILE",
  },
  force: {
    kind: "boolean",
    default: false,
    withNegated: false,
    brief: "Write although the file is there already",
  },
} as const;

export const optionFlag = {
  kind: "parsed",
  parse: text,
  optional: true,
  variadic: true,
  brief: "An option of the format, as its help lists them",
  placeholder: "KEY=VALUE",
} as const;

export interface OptionFlags {
  readonly option?: readonly string[];
}

export const planningFlags = {
  asOf: {
    kind: "parsed",
    parse: text,
    optional: true,
    brief: "Day of the plan instead of the fleet's own: who is under contract, which prices hold",
    placeholder: "DATE",
  },
  release: {
    kind: "parsed",
    parse: text,
    optional: true,
    brief: "NKP release instead of the fleet's own",
    placeholder: "RELEASE",
  },
  prices: {
    kind: "parsed",
    parse: text,
    optional: true,
    brief: "Price book file (default: the invented example)",
    placeholder: "FILE",
  },
  priceList: {
    kind: "parsed",
    parse: text,
    optional: true,
    brief: "Price list file: what tenants pay (default: what is agreed with each)",
    placeholder: "FILE",
  },
  set: {
    kind: "parsed",
    parse: text,
    optional: true,
    variadic: true,
    brief: "Change an assumption, e.g. floors=none; list them with: catalog list",
    placeholder: "KEY=VALUE",
  },
} as const;

/** A parser of whole numbers within bounds; `what` completes "number of". */
export function wholeNumber(what: string, least: number, most: number): (input: string) => number {
  return (input) => {
    const count = Number(input);
    if (!/^\d+$/.test(input) || count < least || count > most)
      throw new SyntaxError(`${JSON.stringify(input)} is no number of ${what} from ${least} to ${most}`);
    return count;
  };
}

/** The id of an operating model; a type of its own, so that the command line checks the word. */
export type ModelId = string & { readonly isModelId: true };

export const modelIds = operatingModels.map(({ id }) => id) as unknown as readonly ModelId[];

export const DEFAULT_BASELINE = "ultimate-centralized" as ModelId;
export const DEFAULT_MODEL = "starter-self-managed" as ModelId;

export function modelOf(id: ModelId): OperatingModel {
  return operatingModels.find((model) => model.id === id) as OperatingModel;
}

export const fleetArgument = {
  brief: "Fleet file (YAML, JSON) or table of tenants (CSV), - for standard input (default: the example)",
  parse: text,
  placeholder: "FLEET",
  optional: true,
} as const;

export type Format = "human" | "json";

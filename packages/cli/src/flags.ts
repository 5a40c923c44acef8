import { defaultModels, numberInWords, type OperatingModel, operatingModels } from "@nkp-planner/core";

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
    brief: "File to write to, - for standard output (default: standard output)",
    placeholder: "FILE",
  },
  force: {
    kind: "boolean",
    default: false,
    withNegated: false,
    brief: "Write although the file is there already",
  },
} as const;

export const markerFlag = {
  kind: "parsed",
  parse: text,
  optional: true,
  brief: "Name in the hidden first line of a comment, where a repository has several (default: none)",
  placeholder: "NAME",
} as const;

export const optionFlag = {
  kind: "parsed",
  parse: text,
  optional: true,
  variadic: true,
  brief: "An option of the format, as this help lists them (default: none)",
  placeholder: "KEY=VALUE",
} as const;

export interface OptionFlags {
  readonly option?: readonly string[];
}

/** A day. */
const MOST_SECONDS = 86_400;

export const planningFlags = {
  asOf: {
    kind: "parsed",
    parse: text,
    optional: true,
    brief: "Day of the plan: who is under contract, which prices hold (default: the fleet's own)",
    placeholder: "DATE",
  },
  release: {
    kind: "parsed",
    parse: text,
    optional: true,
    brief: "NKP release (default: the fleet's own)",
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
    brief: "Change an assumption, e.g. floors=none; list them with: catalog list (default: as listed there)",
    placeholder: "KEY=VALUE",
  },
  limitSeconds: {
    kind: "parsed",
    parse: wholeNumber("seconds", 1, MOST_SECONDS),
    optional: true,
    brief: "End after so long with what is known until then, exit code 3 (default: no limit)",
    placeholder: "N",
  },
} as const;

/** A parser of whole numbers within bounds; `what` completes "number of". */
export function wholeNumber(what: string, least: number, most: number): (input: string) => number {
  return (input) => {
    const count = Number(input);
    if (!/^\d+$/.test(input) || count < least || count > most)
      throw new SyntaxError(`${JSON.stringify(input)} is no number of ${what} from ${least} to ${most}${meant(input)}`);
    return count;
  };
}

/** A number with a point before its fraction, zero or more. */
export function numeral(input: string): number {
  if (/^\d+(\.\d+)?$/.test(input)) return Number(input);
  throw new SyntaxError(`${JSON.stringify(input)} is no number such as 12 or 7.5${meant(input)}`);
}

/** The number alone, of `8%`, `7,5` and `36 months`. */
function meant(input: string): string {
  const read = numberInWords(input);
  if (read === undefined || read.number === input) return "";
  return `; write ${read.number}${read.unit === "%" ? ": it counts in percent" : ""}`;
}

/** The id of an operating model; a type of its own, so that the command line checks the word. */
export type ModelId = string & { readonly isModelId: true };

export const modelIds = operatingModels.map(({ id }) => id) as unknown as readonly ModelId[];

export const DEFAULT_BASELINE = "ultimate-centralized" as ModelId;
export const DEFAULT_MODEL = "starter-self-managed" as ModelId;

/** Every model there is, where a command plans by several. */
const ALL = "all" as ModelId;

/** A flag that names models, once for each; `brief` says what for. */
export function modelsFlag(brief: string) {
  const names = defaultModels.map(({ id }) => id).join(", ");
  return {
    kind: "enum",
    values: [...modelIds, ALL],
    optional: true,
    variadic: true,
    brief: `${brief}, several times for several, or all (default: ${names})`,
  } as const;
}

/** The models that are named, in the order of all; those that are compared by default where none is. */
export function modelsNamed(
  asked: readonly ModelId[] | undefined,
  ...also: readonly ModelId[]
): readonly OperatingModel[] {
  if (asked?.includes(ALL)) return operatingModels;
  const ids: readonly string[] = [...(asked ?? defaultModels.map(({ id }) => id)), ...also];
  return operatingModels.filter(({ id }) => ids.includes(id));
}

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

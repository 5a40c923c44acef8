import { didYouMean, shown } from "@nkp-planner/core";
import { ALLOWANCES } from "./allow.ts";
import type { ANSWERS } from "./answers.ts";
import { type Problem, receivedAt } from "./problem.ts";

type Raw = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

/** What an option must be, and an example of it. */
interface OptionRule {
  readonly is: Check;
  readonly expected: string;
  readonly example: string;
}

const MOST_SIZES = 5000;
const MOST_MONTHS = 120;
const isRecord = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === "string";
const isTextList: Check = (value) => Array.isArray(value) && value.every(isText);
const isLimit: Check = (value) => value === undefined || (typeof value === "number" && value > 0);
const isMargin: Check = (value) => typeof value === "number" && value >= 0 && value < 1;
const isModel: Check = (value) => isText(value) || isRecord(value);
const LIMITS = ["pods", "tenants", "milliseconds"];

const RULES: Readonly<Record<string, OptionRule>> = {
  model: { is: isModel, expected: "a model", example: "starter-self-managed" },
  against: { is: isModel, expected: "a model", example: "ultimate-centralized" },
  models: {
    is: (value) => Array.isArray(value) && value.length > 0 && value.every(isModel),
    expected: "a list of models",
    example: '["starter-self-managed", "hybrid"]',
  },
  baseline: { is: isText, expected: "the id of one of the models", example: "starter-self-managed" },
  allow: {
    is: (value) => Array.isArray(value) && value.every((one) => ALLOWANCES.some((name) => name === one)),
    expected: `a list of: ${ALLOWANCES.join(", ")}`,
    example: '["illustrative"]',
  },
  tenants: { is: isTextList, expected: "a list of ids of tenants", example: '["orchid"]' },
  figure: { is: isText, expected: "the name of a figure", example: "licensedVcpu" },
  goal: {
    is: (value) =>
      isRecord(value) && isMargin(value["margin"]) && (value["per"] === "tenant" ? true : isText(value["sku"])),
    expected: 'a margin from 0 to below 1, and per: "tenant" or the sku of an item',
    example: '{ margin: 0.25, per: "tenant" }',
  },
  upTo: {
    is: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_SIZES,
    expected: `a whole number from 1 to ${MOST_SIZES}`,
    example: "50",
  },
  months: {
    is: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_MONTHS,
    expected: `a whole number from 1 to ${MOST_MONTHS}`,
    example: "36",
  },
  limits: {
    is: (value) =>
      isRecord(value) && Object.entries(value).every(([key, limit]) => LIMITS.includes(key) && isLimit(limit)),
    expected: `numbers above 0 for any of: ${LIMITS.join(", ")}`,
    example: "{ milliseconds: 2000 }",
  },
  onProgress: { is: (value) => typeof value === "function", expected: "a function", example: "(progress) => {}" },
  signal: { is: (value) => value instanceof AbortSignal, expected: "an AbortSignal", example: "controller.signal" },
};

const OF_ALL = ["limits", "onProgress", "signal"];

/** What each question takes; the first of a list must be there. */
const OPTIONS_OF: Readonly<
  Record<keyof typeof ANSWERS, { readonly needed: readonly string[]; readonly more: readonly string[] }>
> = {
  plan: { needed: ["model"], more: [] },
  compare: { needed: [], more: ["models", "baseline"] },
  quote: { needed: ["model"], more: ["allow", "tenants"] },
  explain: { needed: ["model", "figure"], more: [] },
  priceFor: { needed: ["model", "goal"], more: [] },
  breakeven: { needed: ["model", "against"], more: ["upTo"] },
  lifecycle: { needed: [], more: ["models", "months"] },
};

/** What is wrong with the options of a question. */
export function optionsProblems(name: keyof typeof ANSWERS, options: object): readonly Problem[] {
  const { needed, more } = OPTIONS_OF[name];
  const known = [...needed, ...more, ...OF_ALL];
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const missing = needed.filter((key) => !given.some(([one]) => one === key));
  return [
    ...missing.map((key) => problem(key, "missing", "nothing", undefined)),
    ...given.flatMap(([key, value]): readonly Problem[] => {
      if (!known.includes(key)) return [unknownOption(key, known)];
      return isAsAsked(key, value) ? [] : [problem(key, "wrong-type", foundText(value), value)];
    }),
  ];
}

function isAsAsked(key: string, value: unknown): boolean {
  try {
    return RULES[key]?.is(value) === true;
  } catch {
    // A proxy may throw whatever it likes.
    return false;
  }
}

function problem(key: string, code: string, found: string, value: unknown): Problem {
  const { expected = "", example = "" } = RULES[key] ?? {};
  const fix = `write for example ${key}: ${example}`;
  return { code, in: "options", path: [key], ...receivedAt(value ?? {}, []), found, expected, fix };
}

function unknownOption(key: string, known: readonly string[]): Problem {
  const found = `the unknown option ${shown(key)}`;
  const expected = `one of: ${known.join(", ")}`;
  return { code: "unknown-key", in: "options", path: [key], found, expected, fix: didYouMean(key, known) };
}

function foundText(value: unknown): string {
  return typeof value === "object" || typeof value === "function" ? `a ${typeof value}` : shown(value);
}

import { type OwnItem, quoteLanguages } from "@nkp-planner/adapters/quote-paper";
import { InputError } from "@nkp-planner/core";

/** The id of a language that quotes are written in; a type of its own, so that the command line checks the word. */
type LanguageId = string & { readonly isLanguageId: true };

/** What is said of a quote that is sent: flags of the formats html and pdf, and of no other. */
export interface PaperFlags {
  readonly language?: LanguageId;
  readonly number?: string;
  readonly customer?: string;
  readonly validUntil?: string;
  readonly tax?: string;
  readonly item?: readonly OwnItem[];
  readonly letterhead?: string;
  readonly logo?: string;
}

const text = (input: string): string => input;

const optionalText = (placeholder: string, brief: string, parse: (input: string) => string = text) =>
  ({ kind: "parsed", parse, optional: true, brief, placeholder }) as const;

export const paperFlags = {
  language: {
    kind: "enum",
    values: quoteLanguages.map(({ language }) => language as LanguageId),
    optional: true,
    brief: "html, pdf: language of words and numbers (default: en)",
  },
  number: optionalText("TEXT", "html, pdf: number of the quote (default: none)"),
  customer: optionalText("TEXT", "html, pdf: who is written to (default: nobody is named)"),
  validUntil: optionalText("DATE", "html, pdf: last day of the quote (default: the price list's)", day),
  tax: optionalText("PERCENT", "html, pdf: tax that is added to the totals (default: none)", percentage),
  item: {
    kind: "parsed",
    parse: ownItem,
    optional: true,
    variadic: true,
    brief: "html, pdf: something of your own that is paid once, in its own block (default: none)",
    placeholder: "TITLE=AMOUNT",
  },
  letterhead: optionalText("FILE", "html, pdf: text, your company and below it the address (default: none)"),
  logo: optionalText("FILE", "html, pdf: PNG, JPEG or SVG, up to 256 KiB (default: none)"),
} as const;

const names = Object.keys(paperFlags) as readonly (keyof PaperFlags)[];

/** Flags of papers would be passed over by every other format. @throws InputError naming each */
export function refusePaperFlags(flags: PaperFlags, format: string): void {
  const given = names.filter((name) => flags[name] !== undefined);
  if (given.length === 0) return;
  throw new InputError(
    "quote",
    given.map((name) => ({
      path: [],
      found: `--${dashed(name)} with --format ${format}`,
      expected: "--format html or pdf, which have a place for it",
      fix: `add --format html, or leave --${dashed(name)} out`,
    })),
  );
}

/** `validUntil` → `valid-until` */
function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A day that the calendar has. */
function day(input: string): string {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(input) ? new Date(`${input}T00:00:00Z`) : undefined;
  const isDay = parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(input);
  if (isDay) return input;
  throw new SyntaxError(`${JSON.stringify(input)} is no day such as 2026-12-31`);
}

function percentage(input: string): string {
  if (/^\d{1,2}([.,]\d{1,3})?$/.test(input)) return input;
  throw new SyntaxError(`${JSON.stringify(input)} is no percentage such as 19 or 7.7`);
}

/** The last equals sign is the one before the amount: titles may have others. */
function ownItem(input: string): OwnItem {
  const at = input.lastIndexOf("=");
  const [title, amount] = [input.slice(0, at).trim(), input.slice(at + 1).trim()];
  if (at > 0 && title !== "" && /^\d{1,12}([.,]\d{1,2})?$/.test(amount)) return { title, amount };
  throw new SyntaxError(`${JSON.stringify(input)} is no item such as Set-up=1200 or "Migration of data=850.50"`);
}

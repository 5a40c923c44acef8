import { markerFlag, numeral } from "../flags.ts";

const text = (input: string): string => input;

const file = (brief: string) => ({ kind: "parsed", parse: text, optional: true, brief, placeholder: "FILE" }) as const;

/** A decimal text, as amounts are kept: nothing of it is lost. */
function decimal(input: string): string {
  numeral(input);
  return input;
}

export const FAIL_ON = ["more", "less", "any", "none"] as const;
export const DIFF_FORMATS = ["human", "json", "markdown"] as const;

/** What `diff` has beside the options of all that plan. */
export const diffFlags = {
  basePrices: file("Price book of BASE where it is another one (default: that of --prices)"),
  basePriceList: file("Price list of BASE where it is another one (default: that of --price-list)"),
  moreThanAmount: {
    kind: "parsed",
    parse: decimal,
    optional: true,
    brief: "Say little where the cost a month moves by no more, either way (default: say every change)",
    placeholder: "AMOUNT",
  },
  moreThanPercent: {
    kind: "parsed",
    parse: numeral,
    optional: true,
    brief: "The same in percent of BASE; of both, what exceeds one counts (default: say every change)",
    placeholder: "PERCENT",
  },
  failOn: {
    kind: "enum",
    values: FAIL_ON,
    default: "none",
    brief: "Exit code 1 where the cost a month moves beyond the limits that way, or is not known any more",
  },
  format: {
    kind: "enum",
    values: DIFF_FORMATS,
    default: "human",
    brief: "What to print: text, the documented JSON, or a comment for a pull request",
  },
  marker: markerFlag,
} as const;

export interface DiffFlags {
  readonly basePrices?: string;
  readonly basePriceList?: string;
  readonly moreThanAmount?: string;
  readonly moreThanPercent?: number;
  readonly failOn: (typeof FAIL_ON)[number];
  readonly format: (typeof DIFF_FORMATS)[number];
  readonly marker?: string;
}

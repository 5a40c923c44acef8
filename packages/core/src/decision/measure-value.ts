import type { CurrencyCode } from "../base/currency.ts";
import type { MessageValue } from "../base/findings/messages.ts";
import { money } from "../base/money.ts";
import type { MeasureUnit } from "./criteria/criterion.ts";

/** A measure as sentences and tables write it. */
export function measureValue(value: number, unit: MeasureUnit, currency: CurrencyCode): MessageValue {
  switch (unit) {
    case "money a month":
      // It was an amount with these digits before it was a number.
      return { kind: "money", value: money(String(value), currency) };
    case "ratio":
      return { kind: "ratio", value };
    default:
      return { kind: "number", value, unit };
  }
}

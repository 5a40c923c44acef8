import { money, sumMoney } from "@nkp-planner/core";
import { recordsOfCsv } from "../../text/csv-records.ts";

/** What a file of FOCUS rows comes to: what recurs, and what is due once, where that is among them. */
export function focusFigures(content: string | Uint8Array): Readonly<Record<string, string>> {
  const rows = recordsOfCsv(String(content));
  const currency = rows[0]?.["BillingCurrency"] ?? "EUR";
  const isOnce = (row: (typeof rows)[number]) => row["ChargeFrequency"] === "One-Time";
  const sumOf = (some: typeof rows) =>
    sumMoney(
      some.map((row) => money(row["BilledCost"] ?? "", currency)),
      currency,
    ).amount;
  const once = rows.filter(isOnce);
  const monthlyCost = sumOf(rows.filter((row) => !isOnce(row)));
  return once.length === 0 ? { monthlyCost } : { monthlyCost, oneTimeCost: sumOf(once) };
}

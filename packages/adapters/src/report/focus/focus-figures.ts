import { money, sumMoney } from "@nkp-planner/core";
import { recordsOfCsv } from "../../text/csv-records.ts";

/** What a file of FOCUS rows comes to: what recurs, and what is due once. */
export function focusFigures(content: string | Uint8Array): Readonly<Record<string, string>> {
  const rows = recordsOfCsv(String(content));
  const currency = rows[0]?.["BillingCurrency"] ?? "EUR";
  const sumOf = (isOnce: boolean) =>
    sumMoney(
      rows
        .filter((row) => (row["ChargeFrequency"] === "One-Time") === isOnce)
        .map((row) => money(row["BilledCost"] ?? "", currency)),
      currency,
    ).amount;
  return { monthlyCost: sumOf(false), oneTimeCost: sumOf(true) };
}

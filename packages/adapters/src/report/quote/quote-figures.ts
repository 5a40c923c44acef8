import { money, multiplyMoney, roundToMinorUnit, subtractMoney, sumMoney } from "@nkp-planner/core";
import { recordsOfCsv } from "../../text/csv-records.ts";

const ONE_PERCENT = 0.01;
/** Quote lines name no currency: amounts are compared as numbers of two digits. */
const ANY_CURRENCY = "EUR";

/** What a file of quote lines comes to: round(quantity × unitPrice × (1 − discountPercent ÷ 100)) a line. */
export function quoteFigures(content: string | Uint8Array): Readonly<Record<string, string>> {
  const rows = recordsOfCsv(String(content)).filter(({ billing }) => billing === "recurring");
  const amounts = rows.map(({ quantity, unitPrice, discountPercent }) => {
    const list = multiplyMoney(money(unitPrice ?? "", ANY_CURRENCY), Number(quantity));
    const discount = multiplyMoney(multiplyMoney(list, Number(discountPercent)), ONE_PERCENT);
    return roundToMinorUnit(subtractMoney(list, discount));
  });
  return { monthlyPrice: sumMoney(amounts, ANY_CURRENCY).amount };
}

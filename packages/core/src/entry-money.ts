/**
 * Money alone: exact amounts of one currency, shared to the cent, and prices for a margin. It needs no library, so that a
 * page which adds up prices carries neither the planner nor zod.
 */

export { type CurrencyCode, currencyCodes, minorUnitDigits } from "./base/currency.ts";
export {
  addMoney,
  allocateMoney,
  compareMoney,
  convertMoney,
  costOf,
  divideMoney,
  indexMoney,
  isNegativeMoney,
  isZeroMoney,
  largerMoney,
  type Money,
  marginRatioOf,
  minorUnitOf,
  money,
  moneyAsNumber,
  moneyOfMinorUnits,
  multiplyMoney,
  noMoney,
  priceAtMargin,
  ratioOf,
  roundRate,
  roundToMinorUnit,
  roundUpToMinorUnit,
  smallerMoney,
  subtractMoney,
  sumMoney,
  wholeMinorUnits,
} from "./base/money.ts";
export { perHour, perYear } from "./base/periods.ts";

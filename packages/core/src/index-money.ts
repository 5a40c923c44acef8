/** The public API of money: prices, costs, shares, margins, and the questions about them. Part of `index.ts`. */

export { type CurrencyCode, currencyCodes, minorUnitDigits } from "./base/currency.ts";
export {
  addMoney,
  allocateMoney,
  compareMoney,
  divideMoney,
  isNegativeMoney,
  isZeroMoney,
  type Money,
  minorUnitOf,
  money,
  moneyAsNumber,
  multiplyMoney,
  noMoney,
  ratioOf,
  roundRate,
  roundToMinorUnit,
  subtractMoney,
  sumMoney,
  wholeMinorUnits,
} from "./base/money.ts";
export { perHour, perYear } from "./base/periods.ts";
export { presentValue } from "./base/present-value.ts";
export { type InfrastructureRates, infrastructureRates, nodeCostOf } from "./clusters/pools/node-rates.ts";
export {
  ATTRIBUTIONS,
  type Attribution,
  type CostLine,
  type CostPortion,
  driversOf,
} from "./costs/cost-line.ts";
export { ratesNeeded } from "./costs/costs.ts";
export { type Effort, onboardingsOn } from "./costs/efforts.ts";
export { isLicensed } from "./costs/pool-costs.ts";
export {
  type Share,
  type SharedLine,
  type Split,
  shareCosts,
  shareOf,
  sharesOf,
} from "./costs/sharing.ts";
export { ownSharingMethod, type SharingDefinition, type SharingTenant } from "./costs/sharing-methods/own-sharing.ts";
export type { SharingMethod } from "./costs/sharing-methods/sharing-method.ts";
export { type SharingMethodId, sharingMethodNamed, sharingMethods } from "./costs/sharing-methods/sharing-methods.ts";
export type { DatedEffort, UpgradeEffortsOf } from "./costs/upgrade-labour.ts";
export type { ClusterEvent, PoolInEvent } from "./forecast/cluster-event.ts";
export { type Forecast, forecastOf } from "./forecast/forecast.ts";
export type { ForecastOptions } from "./forecast/forecast-options.ts";
export type { MonthOutcome } from "./forecast/month-outcome.ts";
export type { ForecastResult } from "./forecast/result.ts";
export { type SharingCheck, sharingChecksOf } from "./plan/sharing-check.ts";
export { lossMakersOf, type TenantEconomics } from "./plan/totals/margin.ts";
export type { PlanTotals } from "./plan/totals/totals.ts";
export {
  type ChargedCluster,
  type ChargedTenant,
  type ChargedWorkload,
  ownPriceBasis,
  type PriceBasisDefinition,
} from "./price-list/bases/own-basis.ts";
export { type PriceBasisId, priceBases } from "./price-list/bases/price-bases.ts";
export type { PriceBasis } from "./price-list/bases/price-basis.ts";
export { discountOf, type PriceLine, priceLinesOf } from "./price-list/price-lines.ts";
export {
  type Bundle,
  type Fee,
  type ListItem,
  type PriceList,
  parsePriceList,
  priceListIn,
  type SupportPlan,
} from "./price-list/price-list.ts";
export { PriceListFile, type PriceListFileInput } from "./price-list/price-list-file.ts";
export { contractProblemsWith } from "./price-list/price-problems.ts";
export { type CostDriver, costDriverOf, costDrivers, costDriverTitle } from "./prices/cost-drivers.ts";
export type { CoveredElsewhere } from "./prices/covered-elsewhere.ts";
export { type ExchangeRate, exchangeProblems } from "./prices/exchange.ts";
export { type UnitField, type UnitFieldName, unitFields } from "./prices/fields-of-units.ts";
export { kindsPaidElsewhere, leftOutAs } from "./prices/left-out.ts";
export {
  allRates,
  hasRate,
  hostRateOf,
  missingRates,
  type PriceBook,
  parsePriceBook,
  priceBookIn,
  requireRates,
  withRates,
} from "./prices/price-book.ts";
export { PriceBookFile, type PriceBookFileInput } from "./prices/price-book-file.ts";
export {
  isAdded,
  PRICE_KINDS,
  priceKindOf,
  type RateKind,
  rateKinds,
  unitFormsOf,
  unitsOf,
} from "./prices/price-kinds.ts";
export { PRICE_UNITS } from "./prices/price-units.ts";
export { resourcesPriced } from "./prices/priced-devices.ts";
export type { Purchase, Rate } from "./prices/rate.ts";
export { ServiceLine } from "./prices/service-line.ts";
export { type Charge, chargesFor, flatTariff, isFlat, type Tariff, type Tier } from "./prices/tariff.ts";
export { type BothCosts, type BreakEven, breakEvenOf } from "./questions/break-even.ts";
export {
  type SmallestTenant,
  type SmallestTenantQuestion,
  smallestTenantOf,
  type TriedTenant,
  tryTenant,
} from "./questions/smallest-tenant.ts";
export {
  type TenantPriceTargets,
  targetPricesOf,
  type UnitPriceAnswer,
  unitPriceForMargin,
  withUnitPrice,
} from "./questions/target-price.ts";
export { differenceIn, type TotalFigure, totalFigures } from "./views/figures/total-figures.ts";
export { type TotalGroup, totalRowsIn } from "./views/figures/total-tables.ts";
export { type Lever, leversOf } from "./views/levers.ts";
export {
  COST_REASON_TITLES,
  type CostReason,
  costReasonsOf,
  type LossReason,
  lossCountText,
  lossReasonsOf,
} from "./views/loss-reasons.ts";
export { platformCostOf } from "./views/platform-cost.ts";
export { type Quote, type Quotes, quotedQuantity, quotesOf } from "./views/quote.ts";
export { quoteFindings, quoteNotices } from "./views/quote-findings.ts";
export { type Recovery, recoveryOf } from "./views/recovery.ts";
export { type ServiceMargin, serviceMarginsOf } from "./views/service-margins.ts";
export { applied, rangeProblems } from "./whatif/applied.ts";
export {
  type DifferenceAt,
  type DifferenceSwing,
  type DifferenceTornado,
  differenceTornadosOf,
} from "./whatif/difference.ts";
export { drawsOf, valueAt } from "./whatif/draws.ts";
export { type Duel, type MonteCarlo, monteCarloOf, type Quantiles, type SampledModel } from "./whatif/monte-carlo.ts";
export {
  ASSUMED_RANGES,
  assumedRanges,
  baseValueOf,
  isStructural,
  type Range,
  rangeFindings,
  type Target,
  unitOfTarget,
  valuedRanges,
  type WhatIf,
} from "./whatif/range.ts";
export { type Amounts, amountsOf, type BasePlan, basePlans, measureOf, type Replanning } from "./whatif/replan.ts";
export { type Tie, type TieEnd, tieOf } from "./whatif/tie.ts";
export { type Swing, type Tornado, tornadoOf } from "./whatif/tornado.ts";
export { canBeDrawn, drawProblems, type Sampling, type TrialQuestion, trialQuestion } from "./whatif/trial-question.ts";
export { type TotalsOf, type TrialTotals, totalsFrom } from "./whatif/trial-totals.ts";
export { mergeTrials, type TrialShard, trialsOf } from "./whatif/trials.ts";
export { rangesNamed, stepsOf, type TwoWay, type TwoWayCell, twoWayOf } from "./whatif/two-way.ts";
export { parseWhatIf, WhatIfFile } from "./whatif/what-if-file.ts";

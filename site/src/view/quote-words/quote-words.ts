/** Everything that a quote says of itself, in one language. What the price list calls its services is the provider's own. */
export interface QuoteWords {
  /** As pages and hyphenation need it: `de`. */
  readonly language: string;
  readonly quoteFor: (names: string) => string;
  readonly number: string;
  readonly invented: string;
  readonly pods: string;
  readonly vcpu: string;
  readonly memory: string;
  readonly storage: string;
  readonly recurs: string;
  readonly once: string;
  readonly totalMonthly: string;
  readonly totalOnce: string;
  readonly service: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly cluster: string;
  readonly allRecurs: string;
  readonly allOnce: string;
  readonly total: string;
  readonly tax: (percent: string) => string;
  readonly totalWithTax: string;
  /** Behind a currency. */
  readonly aMonth: string;
  readonly onlyOnce: string;
  readonly restsOn: string;
  readonly provider: string;
  readonly customer: string;
  readonly placeAndDate: string;
  readonly platform: (version: string, kubernetes: string) => string;
  readonly services: (what: string) => string;
  readonly survives: (loss: string) => string;
  readonly otherLoss: (pool: string, loss: string) => string;
  readonly ownPace: string;
  readonly fleetPace: string;
  readonly pricesAsOf: (day: string, hasTax: boolean) => string;
  readonly holdsUntil: (day: string) => string;
  readonly holds: string;
  readonly term: (months: string) => string;
  readonly noTerm: string;
  readonly indexed: (percent: string) => string;
  readonly noPercentage: (text: string) => string;
  /** A unit as it is said of so many. */
  readonly unit: (unit: string) => string;
  /** A name that the planner gives a service. */
  readonly name: (name: string) => string;
  /** An option of the catalog, by its id; what has no words here is as the catalog has it. */
  readonly option: (parameterId: string, optionId: string, title: string) => string;
}

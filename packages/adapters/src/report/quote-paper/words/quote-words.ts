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
  /** A day such as `2026-11-23`; another text stays as it is. */
  readonly day: (text: string) => string;
  /** What is paid once in the words of whoever writes the quote. */
  readonly ownItems: string;
  readonly totalOwnItems: string;
  readonly itemWithoutTitle: (amount: string) => string;
  readonly noAmount: (title: string, amount: string) => string;
  readonly delivered: string;
  /** Where its sentences come from. */
  readonly deliveredAsPlanned: (day: string) => string;
  readonly availability: string;
  readonly supportAndUpgrades: string;
  readonly provider: string;
  readonly customer: string;
  readonly placeAndDate: string;
  readonly platform: (version: string, kubernetes: string) => string;
  readonly ownCluster: (edition: string) => string;
  readonly sharedCluster: (edition: string) => string;
  readonly managedByProvider: string;
  /** So many of one size. */
  readonly nodes: (count: string, isOne: boolean, vcpu: string, memoryGiB: string) => string;
  readonly controlPlane: (nodes: string) => string;
  readonly workers: (nodes: string) => string;
  readonly pool: (name: string, nodes: string) => string;
  readonly usable: (vcpu: string, memoryGiB: string) => string;
  readonly services: (what: string) => string;
  readonly apiSurvives: (nodeCount: string, lostCount: string) => string;
  readonly apiStops: string;
  readonly zones: (zoneCount: string) => string;
  /** What the loss of a zone means for the API. */
  readonly apiOfZone: (goesOn: boolean) => string;
  readonly survives: (loss: string) => string;
  readonly poolSurvives: (pool: string, loss: string) => string;
  readonly poolWithoutLoss: (pool: string) => string;
  readonly notSurvived: (pool: string) => string;
  readonly noLossPlanned: string;
  readonly noPercentPromised: string;
  readonly supportWindow: (minors: string, isOne: boolean) => string;
  readonly nkpSupport: (version: string, day: string, isPast: boolean) => string;
  readonly nkpSupportNotSaid: (version: string) => string;
  readonly kubernetesSupport: (minor: string, day: string, isPast: boolean) => string;
  readonly kubernetesSupportNotSaid: (version: string) => string;
  readonly ownPace: string;
  readonly fleetPace: string;
  readonly pricesAsOf: (day: string, hasTax: boolean) => string;
  readonly holdsUntil: (day: string) => string;
  readonly holds: string;
  readonly term: (months: string) => string;
  readonly noTerm: string;
  readonly indexed: (percent: string) => string;
  readonly noPercentage: (text: string) => string;
  /** Which page of how many: what stands before, between and behind both numbers. */
  readonly pageOf: readonly [string, string, string];
  /** A unit as it is said of so many. */
  readonly unit: (unit: string) => string;
  /** A name that the planner gives a service. */
  readonly name: (name: string) => string;
  /** An option of the catalog, by its id; what has no words here is as the catalog has it. */
  readonly option: (parameterId: string, optionId: string, title: string) => string;
}

import type { CurrencyCode } from "../base/currency.ts";
import { addMoney, type Money, noMoney, sumMoney } from "../base/money.ts";
import type { FleetPlan } from "../plan/plan.ts";
import { allRates, hasRate, hostRateOf, type PriceBook } from "../prices/price-book.ts";
import { HostLedger, type HostsBought } from "./host-ledger.ts";

/** What a month's hosts cost: those that are owned as they are written off, the others as they are rented. */
export interface HostsInMonth extends HostsBought {
  readonly cost: Money;
  /** Of it: what is written off. */
  readonly writtenOff: Money;
}

/** Hosts that a fleet has bought: those of each price for themselves. */
export class HostLedgers {
  readonly #priceBook: PriceBook;
  readonly #currency: CurrencyCode;
  readonly #byRate: ReadonlyMap<string, HostLedger>;

  constructor(priceBook: PriceBook, currency: CurrencyCode) {
    this.#priceBook = priceBook;
    this.#currency = currency;
    this.#byRate = new Map(
      allRates(priceBook).flatMap((rate) =>
        rate.kind === "host" && rate.purchase !== null
          ? [[rate.key, new HostLedger(rate, rate.purchase)] as const]
          : [],
      ),
    );
  }

  /** Buys what the plan of a month needs beyond what is owned. */
  hostsIn({ costs, infrastructure }: Pick<FleetPlan, "costs" | "infrastructure">, monthNumber: number): HostsInMonth {
    const none = noMoney(this.#currency);
    let bought: HostsBought = { hostsBoughtCount: 0, price: none };
    for (const { name, hostCount } of hasRate(this.#priceBook, "host") ? infrastructure.hostClusters : []) {
      const ledger = this.#byRate.get(hostRateOf(this.#priceBook, name).key);
      const more = ledger?.buyUpTo(hostCount, monthNumber, name) ?? { hostsBoughtCount: 0, price: none };
      bought = {
        hostsBoughtCount: bought.hostsBoughtCount + more.hostsBoughtCount,
        price: addMoney(bought.price, more.price),
      };
    }
    const owned = [...this.#byRate.values()].map((ledger) => ledger.amortisationIn(monthNumber));
    const rented = costs.filter(({ driver, rate }) => driver === "host" && !this.#byRate.has(rate.key));
    const writtenOff = sumMoney(owned, this.#currency);
    const cost = sumMoney([writtenOff, ...rented.map(({ amount }) => amount)], this.#currency);
    return { ...bought, cost, writtenOff };
  }

  residualValueAfter(monthNumber: number): Money {
    const values = [...this.#byRate.values()].map((ledger) => ledger.residualValueAfter(monthNumber));
    return sumMoney(values, this.#currency);
  }
}

import type { CurrencyCode } from "../base/currency.ts";
import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { addMoney, type Money, noMoney, sumMoney } from "../base/money.ts";
import { remember } from "../clusters/pools/cluster-cache.ts";
import type { FleetPlan } from "../plan/plan.ts";
import { hasRate, hostRateOf, type PriceBook } from "../prices/price-book.ts";
import { HostLedger, type HostsBought } from "./host-ledger.ts";

/** What a month's hosts cost: those that are owned as they are written off, the others as they are rented. */
export interface HostsInMonth extends HostsBought {
  readonly cost: Money;
  /** Of it: what is written off. */
  readonly writtenOff: Money;
}

/**
 * Hosts that a fleet has bought, in each cluster of hosts: they stay in it. Some are bought where a month needs more than
 * there are, at that month's price; those of each price are written off for themselves.
 */
export class HostLedgers {
  readonly #currency: CurrencyCode;
  readonly #byPrice = new Map<string, HostLedger>();
  readonly #ownedIn = new Map<string | null, number>();

  constructor(currency: CurrencyCode) {
    this.#currency = currency;
  }

  /**
   * Buys what the plan of a month needs beyond what is owned.
   * @param priceBook of that month
   * @throws InputError where it rents hosts that were bought before: what becomes of those, no price says
   */
  hostsIn(
    { costs, infrastructure }: Pick<FleetPlan, "costs" | "infrastructure">,
    monthNumber: number,
    priceBook: PriceBook,
  ): HostsInMonth {
    let bought: HostsBought = { hostsBoughtCount: 0, price: noMoney(this.#currency) };
    for (const { name, hostCount, siteCount } of hasRate(priceBook, "host") ? infrastructure.hostClusters : []) {
      const more = this.#buyUpTo(siteCount * hostCount, name, monthNumber, priceBook);
      bought = {
        hostsBoughtCount: bought.hostsBoughtCount + more.hostsBoughtCount,
        price: addMoney(bought.price, more.price),
      };
    }
    const owned = [...this.#byPrice.values()].map((ledger) => ledger.amortisationIn(monthNumber));
    const rented = costs.filter(({ driver, rate }) => driver === "host" && rate.purchase === null);
    const writtenOff = sumMoney(owned, this.#currency);
    const cost = sumMoney([writtenOff, ...rented.map(({ amount }) => amount)], this.#currency);
    return { ...bought, cost, writtenOff };
  }

  #buyUpTo(neededHostCount: number, hostCluster: string | null, monthNumber: number, book: PriceBook): HostsBought {
    const rate = hostRateOf(book, hostCluster);
    const { purchase } = rate;
    const owned = this.#ownedIn.get(hostCluster) ?? 0;
    if (purchase === null && owned > 0) throw new InputError(`price book ${book.id}`, [rentedAfter(monthNumber)]);
    if (purchase === null) return { hostsBoughtCount: 0, price: noMoney(this.#currency) };
    this.#ownedIn.set(hostCluster, Math.max(owned, neededHostCount));
    const price = JSON.stringify([rate.key, rate.tariff, purchase]);
    const ledger = remember(this.#byPrice, price, () => new HostLedger(rate, purchase));
    return ledger.buy(Math.max(0, neededHostCount - owned), monthNumber);
  }

  residualValueAfter(monthNumber: number): Money {
    const values = [...this.#byPrice.values()].map((ledger) => ledger.residualValueAfter(monthNumber));
    return sumMoney(values, this.#currency);
  }
}

function rentedAfter(monthNumber: number): Problem {
  return {
    path: ["items"],
    found: `hosts rented in month ${monthNumber} that were bought before`,
    expected: "hosts of a cluster of hosts that are bought in all months, or rented",
    fix: "keep the unit of the host, and change its price alone",
  };
}

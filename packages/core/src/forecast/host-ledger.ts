import type { CurrencyCode } from "../base/currency.ts";
import {
  costOf,
  divideMoney,
  type Money,
  multiplyMoney,
  roundToMinorUnit,
  subtractMoney,
  sumMoney,
} from "../base/money.ts";
import type { Purchase, Rate } from "../prices/rate.ts";
import { chargesFor } from "../prices/tariff.ts";

/** Hosts bought together. */
interface Delivery {
  readonly monthNumber: number;
  readonly hostCount: number;
}

/** Hosts that a month brings. */
export interface HostsBought {
  readonly hostsBoughtCount: number;
  readonly price: Money;
}

/**
 * Hosts that a fleet has bought at one price. None is sold before the end, and one that is written off goes on running
 * and costs nothing any more.
 */
export class HostLedger {
  readonly #rate: Rate;
  readonly #purchase: Purchase;
  readonly #currency: CurrencyCode;
  readonly #deliveries: Delivery[] = [];

  constructor(rate: Rate, purchase: Purchase) {
    this.#rate = rate;
    this.#purchase = purchase;
    this.#currency = purchase.price.currency;
  }

  /** Buys hosts on the first day of a month. */
  buy(hostCount: number, monthNumber: number): HostsBought {
    if (hostCount > 0) this.#deliveries.push({ monthNumber, hostCount });
    return { hostsBoughtCount: hostCount, price: costOf(this.#purchase.price, hostCount) };
  }

  /** What is written off in a month: the price book's cost a month of every host that is not yet paid off. */
  amortisationIn(monthNumber: number): Money {
    const running = this.#deliveries
      .filter((delivery) => monthNumber - delivery.monthNumber < this.#purchase.months)
      .reduce((sum, { hostCount }) => sum + hostCount, 0);
    const charges = chargesFor(this.#rate.tariff, running).map(({ unitPrice, quantity }) =>
      costOf(unitPrice, quantity),
    );
    return sumMoney(charges, this.#currency);
  }

  /**
   * What all hosts are worth at the end of a month: the price less what is written off, in equal parts from the
   * price to the value at the end of its life.
   */
  residualValueAfter(monthNumber: number): Money {
    const { price, residualValue, months } = this.#purchase;
    const worths = this.#deliveries.map((delivery) => {
      const ageMonths = Math.min(months, monthNumber - delivery.monthNumber + 1);
      const writtenOff = divideMoney(multiplyMoney(subtractMoney(price, residualValue), ageMonths), months);
      return roundToMinorUnit(multiplyMoney(subtractMoney(price, writtenOff), delivery.hostCount));
    });
    return sumMoney(worths, this.#currency);
  }
}

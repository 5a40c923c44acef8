import { noMoney } from "../base/money.ts";
import { type Choices, choiceOf } from "../input/parameters.ts";
import type { PriceBook } from "./price-book.ts";
import type { Rate } from "./rate.ts";
import { flatTariff } from "./tariff.ts";

const STARTER = "license-starter";
const INCLUDED = "Comes with the licence of the infrastructure below, and is paid with that.";

/**
 * A price book in which a Starter licence costs nothing, where a plan says that it comes with the licence of the
 * infrastructure; else the book itself. What that licence costs is an item of its own (`license-infrastructure`).
 */
export function withIncludedLicence(book: PriceBook, choices: Choices): PriceBook {
  const priced = book.rates[STARTER];
  if (choiceOf(choices, "starter-licence").chosen !== "included" || priced?.derivation === INCLUDED) return book;
  const unitPrice = noMoney(book.currency);
  const free: Rate = {
    key: STARTER,
    kind: STARTER,
    sku: priced?.sku ?? STARTER,
    name: priced?.name ?? "NKP Starter",
    unit: "vCPU-month",
    unitPrice,
    tariff: flatTariff(unitPrice),
    written: { unit: "vCPU-month", unitPrice, months: 1, residualValue: null },
    origin: { isInvented: false, pricesId: book.id, place: null },
    path: priced?.path ?? [],
    derivation: INCLUDED,
    vcpuPerCore: 1,
    wattsPerHost: 0,
    hostCluster: null,
    purchase: null,
  };
  return { ...book, rates: { ...book.rates, [STARTER]: free } };
}

import type { PlatformCatalog } from "./catalog.ts";
import type { Choices } from "./parameters.ts";
import type { PriceBook } from "./price-book.ts";

/** What a plan needs beside the tenants: how the platform behaves, what was assumed, what things cost. */
export interface PlanningContext {
  readonly catalog: PlatformCatalog;
  readonly choices: Choices;
  readonly priceBook: PriceBook;
}

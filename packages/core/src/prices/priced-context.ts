import type { PlatformContext } from "../input/platform-context.ts";
import type { PriceBook } from "./price-book.ts";

/** The platform, and what things cost on it. */
export interface PricedContext extends PlatformContext {
  readonly priceBook: PriceBook;
}

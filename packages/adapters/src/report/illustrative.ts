/** What every document says of which a price is invented. */
export const ILLUSTRATIVE = "Prices are invented: replace them by yours before quoting.";

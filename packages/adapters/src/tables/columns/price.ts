import { numberColumn } from "../column-kinds.ts";
import { amountPerMonth } from "../units/amount.ts";

/** What the tenant has agreed to pay. */
export const price = numberColumn({
  id: "price",
  heads: /^(price|fee|charge|revenue|preis|prix|precio|prezzo|prijs)$/,
  unit: amountPerMonth,
  addsUp: true,
  wanted: { expected: "an amount a month", fix: "write for example 4200.00" },
  fields: ["price.monthly"],
  grid: { title: "Price", unit: "a month", headIn: (currency) => `${currency} / month`, placeholder: "unknown" },
});

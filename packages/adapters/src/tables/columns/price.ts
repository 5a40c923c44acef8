import { numberColumn } from "../column-kinds.ts";
import { amountPerMonth } from "../units/amount.ts";

/** What the tenant has agreed to pay. */
export const price = numberColumn({
  id: "price",
  heads: /^(price|fee|charge|revenue|preis|entgelt|gebuhr|prix|tarif|precio|prezzo|canone|prijs)$/,
  unit: amountPerMonth,
  addsUp: true,
  wanted: { expected: "an amount a month", fix: "write for example 4200.00" },
  fields: ["price.monthly"],
  // Another amount is whoever wrote it: that the one before was invented does not stay.
  write({ price: before, ...tenant }, value) {
    if (value === undefined) return tenant;
    return { ...tenant, price: value === before?.monthly ? before : { monthly: value } };
  },
  grid: { title: "Price", unit: "a month", headIn: (currency) => `${currency} / month`, placeholder: "unknown" },
});

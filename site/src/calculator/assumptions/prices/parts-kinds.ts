import type { PartsKind } from "./PartsTable.tsx";

const NAME = { path: ["name"], title: "Name", is: "text", isNeeded: true } as const;

/** What a price list has beside its items, in the order of the page: a kind is an entry here. */
export const partsKinds: readonly PartsKind[] = [
  {
    name: "bundles",
    title: "Bundles",
    columns: [
      NAME,
      { path: ["upTo", "vcpu"], title: "Up to vCPU", is: "number" },
      { path: ["upTo", "memory"], title: "Up to memory", is: "text" },
      { path: ["upTo", "pods"], title: "Up to pods", is: "number" },
      { path: ["upTo", "storage"], title: "Up to volumes", is: "text" },
      { path: ["unitPrice"], title: "Price a month", is: "amount", isNeeded: true },
    ],
    isPriced: true,
    isOne: false,
    // One that holds everybody, so that no tenant is without; smaller ones come before it.
    first: { sku: "BUNDLE", name: "Any size", upTo: {}, unitPrice: "" },
    next: { sku: "BUNDLE", name: "Medium", upTo: { vcpu: 16, memory: "64Gi" }, unitPrice: "" },
    add: "Add a bundle, a size at one price",
  },
  {
    name: "minimumFee",
    title: "Minimum",
    columns: [NAME, { path: ["monthly"], title: "A month", is: "amount", isNeeded: true }],
    isPriced: true,
    isOne: true,
    first: { sku: "MINIMUM", name: "Minimum monthly fee", monthly: "" },
    add: "Add a minimum a month",
  },
  {
    name: "supportPlans",
    title: "Support plans",
    columns: [
      NAME,
      { path: ["id"], title: "Contracts call it", is: "text", isNeeded: true },
      { path: ["percent"], title: "Percent", is: "number", isNeeded: true },
      { path: ["minimum"], title: "At least a month", is: "amount", isNeeded: true },
    ],
    isPriced: true,
    isOne: false,
    first: { id: "support", sku: "SUPPORT", name: "Support", percent: 0, minimum: "" },
    add: "Add a support plan",
  },
  {
    name: "onboarding",
    title: "Once, when a tenant comes",
    columns: [NAME, { path: ["unitPrice"], title: "Once", is: "amount", isNeeded: true }],
    isPriced: true,
    isOne: true,
    first: { sku: "ONBOARDING", name: "Onboarding", unitPrice: "" },
    add: "Add a price for taking a tenant on",
  },
  {
    name: "termDiscounts",
    title: "Discounts by term",
    columns: [
      { path: ["months"], title: "From months", is: "number", isNeeded: true },
      { path: ["discountPercent"], title: "Percent off", is: "number", isNeeded: true },
    ],
    isPriced: false,
    isOne: false,
    first: { months: 12, discountPercent: 0 },
    add: "Add a discount for a longer term",
  },
];

import type { PriceBook, PriceList } from "@nkp-planner/core";
import { toyPriceBook, toyPriceList } from "./toy.ts";

const labour = { sku: "HOUR", name: "Engineer", appliesTo: "labour", unit: "hour", unitPrice: "50" };
const volume = {
  tierMode: "volume",
  tiers: [
    { from: 0, upTo: 40, unitPrice: "231" },
    { from: 40, unitPrice: "199" },
  ],
};

/** The toy's provider where it buys hosts, pays licences in dollars a year by tier, and much else besides. */
export const toyHostBook = (more: object = {}): PriceBook =>
  toyPriceBook({
    exchangeRates: [{ from: "USD", to: "EUR", rate: "0.91", on: "2026-11-02" }],
    items: [
      { sku: "HOST", name: "Host", appliesTo: "host", unit: "host", unitPrice: "6100", amortisedOverMonths: 47 },
      { sku: "KWH", name: "Power", appliesTo: "power", unit: "kWh", unitPrice: "0.2345", wattsPerHost: 511 },
      { sku: "RACK", name: "Rack", appliesTo: "rack", unit: "host-month", unitPrice: "13.37" },
      { sku: "SUP", name: "Support", appliesTo: "support", unit: "cluster-year", unitPrice: "100" },
      { sku: "NODE", name: "Agent", appliesTo: "other", unit: "node-month", unitPrice: "1.11" },
      { sku: "TEN", name: "Portal", appliesTo: "other", unit: "tenant-month", unitPrice: "3.33" },
      { sku: "BAK", name: "Backup", appliesTo: "backup", unit: "GiB-month", unitPrice: "0.017" },
      { sku: "PC", name: "Prism Central", appliesTo: "prism-central", unit: "VM-month", unitPrice: "99.99" },
      { sku: "ALL", name: "Insurance", appliesTo: "other", unit: "fleet-year", unitPrice: "1000" },
      { sku: "VCPU", name: "Scanner", appliesTo: "support", unit: "vCPU-month", unitPrice: "0.77" },
      { sku: "STR", name: "Starter", appliesTo: "license-starter", unit: "vCPU-year", unitPrice: "61", minimum: 30 },
      { sku: "ULT", name: "Ultimate", appliesTo: "license-ultimate", unit: "vCPU-year", currency: "USD", ...volume },
      { sku: "PRO", name: "Pro", appliesTo: "license-pro", unit: "vCPU-year", unitPrice: "133.7" },
      labour,
      { ...labour, sku: "UPG", appliesTo: "labour-upgrades", unitPrice: "70.01" },
      { sku: "KIT", name: "Kit", appliesTo: "onboarding", unit: "tenant", unitPrice: "33.33" },
    ],
    ...more,
  });

/** Rates by vCPU and GiB where storage is billed by tier and in steps. */
export const toyTieredBook = (more: object = {}): PriceBook =>
  toyPriceBook({
    items: [
      { sku: "V", name: "vCPU", appliesTo: "infrastructure-vcpu", unit: "vCPU-hour", unitPrice: "0.0137" },
      { sku: "M", name: "Memory", appliesTo: "infrastructure-memory", unit: "GiB-month", unitPrice: "2.0050" },
      {
        sku: "S",
        name: "Storage",
        appliesTo: "infrastructure-storage",
        unit: "GiB-month",
        step: 100,
        tiers: [
          { from: 0, upTo: 1000, unitPrice: "0.1" },
          { from: 1000, upTo: 3000, unitPrice: "0.07" },
          { from: 3000, unitPrice: "0.05" },
        ],
      },
      {
        sku: "STR",
        name: "Starter",
        appliesTo: "license-starter",
        unit: "core-term",
        termMonths: 36,
        vcpuPerCore: 3,
        unitPrice: "500",
      },
      { sku: "ULT", name: "Ultimate", appliesTo: "license-ultimate", unit: "vCPU-month", unitPrice: "20" },
      { sku: "PRO", name: "Pro", appliesTo: "license-pro", unit: "vCPU-month", unitPrice: "12" },
      labour,
    ],
    ...more,
  });

/** A list of every shape that providers publish. */
export const toyFullList = (more: object = {}): PriceList =>
  toyPriceList({
    items: [
      { sku: "BASE", name: "Cluster", per: "cluster", unitPrice: "99.99" },
      {
        sku: "VCPU",
        name: "vCPU",
        per: "requested-vcpu",
        included: 1,
        tiers: [
          { from: 0, upTo: 4, unitPrice: "51.37" },
          { from: 4, unitPrice: "44.4440" },
        ],
      },
      { sku: "GIB", name: "Memory", per: "requested-memory", unitPrice: "6.66" },
      { sku: "NODE", name: "Nodes", per: "node-vcpu", unitPrice: "3.21" },
      { sku: "STO", name: "Storage", per: "storage", step: 100, unitPrice: "0.21" },
    ],
    minimumFee: { sku: "MIN", name: "Minimum", monthly: "333.33" },
    termDiscounts: [{ months: 12, discountPercent: 7 }],
    discountCeiling: { percent: 15, monthly: "111.11" },
    supportPlans: [{ id: "gold", sku: "GOLD", name: "Gold", percent: 9, minimum: "44.44" }],
    defaultSupportPlan: "gold",
    onboarding: { sku: "ONB", name: "Onboarding", unitPrice: "777.77" },
    ...more,
  });

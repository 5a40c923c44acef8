import { ownFileReader } from "./own-file.ts";

/** The prices a provider plans with: `kind: PriceBook`. */
export const priceBookYaml = ownFileReader({
  id: "price-book-yaml",
  title: "Price book (YAML or JSON)",
  gives: "price-book",
  example: {
    name: "prices.yaml",
    text: `apiVersion: nkp-planner/v1
kind: PriceBook
id: example
title: Example price book
currency: EUR
validFrom: 2026-01-01
illustrative: true
items:
  - { sku: INFRA-VCPU, name: vCPU of a node, appliesTo: infrastructure-vcpu, unit: vCPU-month, unitPrice: "19.50" }
  - { sku: INFRA-MEM, name: Memory of a node, appliesTo: infrastructure-memory, unit: GiB-month, unitPrice: "5.20" }
  - { sku: INFRA-DISK, name: Disks, appliesTo: infrastructure-storage, unit: GiB-month, unitPrice: "0.14" }
  - { sku: NKP-STR, name: NKP Starter, appliesTo: license-starter, unit: vCPU-month, unitPrice: "11.00" }
  - { sku: NKP-ULT, name: NKP Ultimate, appliesTo: license-ultimate, unit: vCPU-month, unitPrice: "38.00" }
  - { sku: LABOUR, name: Platform engineer, appliesTo: labour, unit: hour, unitPrice: "95.00" }
`,
  },
});

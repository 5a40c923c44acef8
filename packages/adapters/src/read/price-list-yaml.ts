import { ownFileReader } from "./own-file.ts";

/** What a provider's tenants pay: `kind: PriceList`. */
export const priceListYaml = ownFileReader({
  id: "price-list-yaml",
  title: "Price list (YAML or JSON)",
  gives: "price-list",
  example: {
    name: "price-list.yaml",
    text: `apiVersion: nkp-planner/v1
kind: PriceList
id: example
title: Example price list
currency: EUR
validFrom: 2026-01-01
illustrative: true
items:
  - { sku: MK-CLUSTER, name: Managed Kubernetes cluster, per: cluster, unitPrice: "690.00" }
  - { sku: MK-VCPU, name: vCPU requested, per: requested-vcpu, unitPrice: "85.00" }
`,
  },
});

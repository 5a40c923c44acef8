import type { WrittenKind } from "./bad-files.ts";

const head = { apiVersion: "nkp-planner/v1", currency: "EUR" };
const dated = { validFrom: "2026-01-01", validUntil: "2027-12-31", illustrative: true };

/** A file of each kind with nearly every property, without a mistake: what bad ones are made from. */
export const WHOLE_FILES: Readonly<Record<WrittenKind, unknown>> = {
  fleet: {
    $schema: "https://example.com/fleet.schema.json",
    ...head,
    kind: "Fleet",
    title: "Some",
    note: "none",
    asOf: "2026-11-23",
    release: "nkp-2.17.1",
    illustrative: true,
    churnPercentPerYear: 5,
    newTenantsPerYear: 3,
    hostClusters: [
      { name: "gold", host: "48x1024x30", maxHosts: 16 },
      { name: "silver", stretched: true },
    ],
    placement: [{ hostCluster: "silver", tenants: ["orchid"], roles: ["management"] }],
    tenants: [
      {
        id: "orchid",
        name: "Orchid Foods",
        upgradeCadence: "own",
        growthPercentPerYear: 4,
        shareWeight: 2,
        origin: { file: "rvtools.xlsx", row: 14, date: "2026-11-29", reader: "vm-inventory", basis: "size of VMs" },
        price: { monthly: "1900.00", illustrative: true },
        contract: { termMonths: 36, discountPercent: 5, options: ["MK-DR"], from: "2026-01-01", until: "2029-01-01" },
        pools: [
          {
            name: "db",
            shape: "8x64x100",
            minNodes: 2,
            survives: 1,
            headroomPercent: 10,
            labels: { disk: "ssd" },
            taints: [{ key: "licence", value: "oracle", effect: "NoSchedule" }],
          },
        ],
        workloads: [
          {
            name: "web",
            kind: "Deployment",
            replicas: 3,
            requests: { cpu: "500m", memory: "1Gi", "example.com/gpu": 1 },
            storagePerReplica: "10Gi",
            storageClass: "gold",
            pool: "db",
            rollout: { maxSurge: 1, maxUnavailable: "25%" },
            disruptionBudget: { maxUnavailable: 1 },
            priority: 5,
            tolerations: [{ key: "dedicated", operator: "Exists", effect: "NoSchedule" }],
            topologySpread: [{ over: "zone", maxSkew: 1, whenUnsatisfiable: "DoNotSchedule", minDomains: 2 }],
            antiAffinity: "hostname",
            labels: { app: "web" },
            podAffinity: {
              required: [{ over: "zone", workloads: ["cache"] }],
              preferred: [{ weight: 5, over: "zone" }],
            },
            nodeAffinity: { required: [{ matchExpressions: [{ key: "disk", operator: "In", values: ["ssd"] }] }] },
          },
          { name: "cache", requests: { cpu: 2, memory: 2097152 }, pool: "db" },
        ],
      },
      {
        id: "basalt",
        demand: { pods: 45, cpu: "18", memory: "72Gi", storage: "1Ti", largestPod: { cpu: "2", memory: "8Gi" } },
      },
      { id: "clinic", preset: "M", applications: [{ application: "wordpress", count: 2 }] },
    ],
  },
  "price-book": {
    ...head,
    kind: "PriceBook",
    $schema: "https://example.com/price-book.schema.json",
    id: "rates",
    title: "Rates",
    ...dated,
    hoursPerMonth: 720,
    nodeShapes: ["8x32x100"],
    exchangeRates: [{ from: "USD", to: "EUR", rate: "0.92", on: "2026-11-02" }],
    items: [
      { sku: "LABOUR", name: "Engineer", appliesTo: "labour", unit: "hour", unitPrice: "95.00" },
      {
        sku: "NKP-ULT",
        name: "Ultimate",
        appliesTo: "license-ultimate",
        unit: "vCPU-term",
        currency: "USD",
        unitPrice: "900.00",
        termMonths: 36,
        tiers: [
          { from: 0, upTo: 300 },
          { from: 300, discountPercent: 5 },
        ],
        minimum: 30,
      },
      {
        sku: "HOST",
        name: "Host",
        appliesTo: "host",
        unit: "host",
        unitPrice: "46000.00",
        amortisedOverMonths: 60,
        residualValue: "4000.00",
      },
    ],
    changes: [
      {
        from: "2026-07-01",
        items: [{ sku: "LABOUR", name: "Engineer", appliesTo: "labour", unit: "hour", unitPrice: "98.00" }],
      },
    ],
  },
  "price-list": {
    ...head,
    kind: "PriceList",
    $schema: "https://example.com/price-list.schema.json",
    id: "list",
    title: "List",
    ...dated,
    items: [
      { sku: "MK-CLUSTER", name: "Cluster", per: "cluster", unitPrice: "690.00", recovers: "platform" },
      { sku: "MK-NODE", name: "Node", per: "node", flavour: "8x32x80", unitPrice: "90.00", optional: true },
    ],
    bundles: [],
    minimumFee: { sku: "MK-MIN", name: "Minimum", monthly: "1200.00" },
    termDiscounts: [{ months: 36, discountPercent: 8 }],
    discountCeiling: { percent: 15, monthly: "2000.00" },
    supportPlans: [{ id: "business", sku: "SUP", name: "Business", percent: 6, minimum: "150.00" }],
    defaultSupportPlan: "business",
    onboarding: { sku: "ONB", name: "Onboarding", unitPrice: "2400.00" },
    indexation: { percentPerYear: 2.5 },
    changes: [
      { from: "2026-07-01", items: [{ sku: "MK-CLUSTER", name: "Cluster", per: "cluster", unitPrice: "720.00" }] },
    ],
  },
  "what-if": {
    ...head,
    kind: "WhatIf",
    $schema: "https://example.com/what-if.schema.json",
    ranges: [
      { price: "NKP-ULT", low: "28.00", high: "42.00", mode: "38.00" },
      { listPrice: "MK-CLUSTER", low: "80%", high: "120%" },
      { setting: "days-between-minors", low: 75, high: 130 },
    ],
  },
};

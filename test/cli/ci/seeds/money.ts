import { change, FLEET, KITE, LIST, POLICY, PRICES, type Seed } from "../seed.ts";

export const moneySeeds: readonly Seed[] = [
  {
    name: "fewer licences than the plan needs",
    edit: change(POLICY, "ultimate: 224", "ultimate: 200"),
    finds: [
      {
        rule: "licences-short",
        file: FLEET,
        line: "apiVersion: nkp-planner/v1",
        text: "NKP Ultimate: licences are bought for 200 vCPU, the plan needs 216, the files declare 216.",
      },
    ],
  },
  {
    name: "larger nodes than licences are bought for",
    edit: change(KITE, "vcpuSockets: 8", "vcpuSockets: 12"),
    finds: [
      {
        rule: "oversized",
        file: KITE,
        line: "vcpuSockets: 12",
        text: "tenant-kite, pool workload: 5 nodes with 60 vCPU and 80 GiB declared, 5 nodes with 40 vCPU and 80 GiB planned: 20 vCPU more. What they cost is not known: the prices are those of an example.",
      },
      {
        rule: "licences-short",
        file: FLEET,
        line: "apiVersion: nkp-planner/v1",
        text: "NKP Ultimate: licences are bought for 224 vCPU, the plan needs 216, the files declare 236.",
      },
    ],
  },
  {
    name: "a plan above its budget",
    edit: change(POLICY, '"25000.00"', '"20000.00"'),
    finds: [
      {
        rule: "cost-above-budget",
        file: FLEET,
        line: "apiVersion: nkp-planner/v1",
        text: "The plan costs EUR 21,969.34 a month, the budget is EUR 20,000.00.",
      },
    ],
  },
  {
    name: "a tenant above its budget",
    edit: change(POLICY, 'mostMonthlyCost: "25000.00"', 'mostMonthlyCostByTenant: { kite: "4000.00" }'),
    finds: [
      {
        rule: "cost-above-budget",
        file: FLEET,
        line: "- id: kite",
        text: "kite: costs EUR 4,889.78 a month, the budget is EUR 4,000.00.",
      },
    ],
  },
  {
    name: "a budget for a tenant that there is not",
    edit: change(POLICY, 'mostMonthlyCost: "25000.00"', 'mostMonthlyCostByTenant: { heron: "4000.00" }'),
    finds: [
      {
        rule: "cost-above-budget",
        file: FLEET,
        line: "- id: kite",
        text: "heron: has a budget, but the plan has no tenant of this id, so that nobody knows what it costs.",
        isUnknown: true,
      },
    ],
  },
  {
    name: "a dearer licence",
    edit: change(PRICES, 'unitPrice: "40.00"', 'unitPrice: "90.00"'),
    finds: [
      {
        rule: "cost-above-budget",
        file: FLEET,
        line: "apiVersion: nkp-planner/v1",
        text: "The plan costs EUR 32,769.34 a month, the budget is EUR 25,000.00.",
      },
      {
        rule: "margin-below-floor",
        file: FLEET,
        line: "- id: orchid",
        text: "orchid: the margin is EUR 4,367.14 a month, 27.29 % of the price; at least 30 % are asked, EUR 4,800.00.",
      },
      {
        rule: "margin-below-floor",
        file: FLEET,
        line: "- id: lark",
        text: "lark: the margin is EUR 2,776.97 a month, 25.19 % of the price; at least 30 % are asked, EUR 3,306.24.",
      },
    ],
  },
  {
    name: "a price that leaves little",
    edit: change(FLEET, '"11000.00"', '"5000.00"'),
    finds: [
      {
        rule: "margin-below-floor",
        file: FLEET,
        line: "- id: kite",
        text: "kite: the margin is EUR 110.22 a month, 2.2 % of the price; at least 30 % are asked, EUR 1,500.00.",
      },
    ],
  },
  {
    name: "a tenant that pays nothing",
    edit: change(FLEET, '"11000.00"', '"0.00"'),
    finds: [
      {
        rule: "margin-below-floor",
        file: FLEET,
        line: "- id: kite",
        text: "kite: pays nothing and costs EUR 4,889.78 a month; at least 30 % of margin are asked.",
      },
    ],
  },
  {
    name: "half a price",
    edit: change(FLEET, '"8000.00"', '"4000.00"'),
    finds: [
      {
        rule: "margin-below-floor",
        file: FLEET,
        line: "- id: umbra",
        text: "umbra: the margin is EUR 320.70 a month, 8.01 % of the price; at least 30 % are asked, EUR 1,200.00.",
      },
    ],
  },
  {
    name: "a price list that asks too little for a cluster",
    edit: change(LIST, 'unitPrice: "5000.00"', 'unitPrice: "900.00"'),
    finds: [
      {
        rule: "margin-below-floor",
        file: FLEET,
        line: "- id: lark",
        text: "lark: the margin is EUR 1,477.43 a month, 20.85 % of the price; at least 30 % are asked, EUR 2,125.44.",
      },
    ],
  },
  {
    name: "a discount above the price list's ceiling",
    edit: change(FLEET, "discountPercent: 4", "discountPercent: 14"),
    finds: [
      {
        rule: "discount-above-ceiling",
        file: FLEET,
        line: "contract: { termMonths: 36, from: 2026-01-01, discountPercent: 14 }",
        text: "lark: 14 % of discount are agreed, the price list gives 10 % at most.",
      },
    ],
  },
  {
    name: "a discount above the policy's ceiling",
    edit: change(POLICY, "rules:", "rules:\n  discount-above-ceiling: { mostDiscountPercent: 3 }"),
    finds: [
      {
        rule: "discount-above-ceiling",
        file: FLEET,
        line: "contract: { termMonths: 36, from: 2026-01-01, discountPercent: 4 }",
        text: "lark: 4 % of discount are agreed, the policy allows 3 % at most.",
      },
    ],
  },
  {
    name: "a lower ceiling in the price list",
    edit: change(LIST, "percent: 10", "percent: 2"),
    finds: [
      {
        rule: "discount-above-ceiling",
        file: FLEET,
        line: "contract: { termMonths: 36, from: 2026-01-01, discountPercent: 4 }",
        text: "lark: 4 % of discount are agreed, the price list gives 2 % at most.",
      },
    ],
  },
];

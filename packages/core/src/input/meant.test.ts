import { describe, expect, it } from "vitest";
import { InputError, problemsOf } from "../base/findings/input-error.ts";
import { problemText } from "../base/findings/problem.ts";
import { parsePriceList } from "../price-list/price-list.ts";
import { parsePriceBook } from "../prices/price-book.ts";
import { parseWhatIf } from "../whatif/what-if-file.ts";
import { parseFleet } from "./fleet.ts";

/** What is said of an input: a line a problem. */
function said(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return problemsOf(error).map(problemText);
    throw error;
  }
  return [];
}

const apiVersion = "nkp-planner/v1";
const head = { apiVersion, kind: "Fleet", asOf: "2026-11-23", release: "nkp-2.17.1", currency: "EUR" };
const web = { name: "web", requests: { cpu: "500m", memory: "1Gi" } };
const totals = { pods: 4, cpu: "2", memory: "8Gi" };

const fleetWith = (fields: object) => said(() => parseFleet({ ...head, tenants: [], ...fields }));
const tenantWith = (fields: object) => fleetWith({ tenants: [{ id: "a", demand: totals, ...fields }] });
const workloadWith = (fields: object) => fleetWith({ tenants: [{ id: "a", workloads: [{ ...web, ...fields }] }] });
const requests = (fields: object) => workloadWith({ requests: { ...web.requests, ...fields } });

const prices = { apiVersion, id: "p", title: "P", currency: "EUR", validFrom: "2026-01-01", illustrative: false };
const rate = { sku: "V", name: "vCPU", appliesTo: "infrastructure-vcpu", unit: "vCPU-month", unitPrice: "1.00" };
const bookWith = (fields: object, item: object = {}) =>
  said(() => parsePriceBook({ ...prices, kind: "PriceBook", items: [{ ...rate, ...item }], ...fields }));
const listWith = (fields: object, item: object = {}) => {
  const items = [{ sku: "C", name: "Cluster", per: "cluster", unitPrice: "390.00", ...item }];
  return said(() => parsePriceList({ ...prices, kind: "PriceList", items, ...fields }));
};
const rangesWith = (fields: object) =>
  said(() => parseWhatIf({ apiVersion, kind: "WhatIf", currency: "EUR", ranges: [{ price: "V", ...fields }] }));

describe("what was meant", () => {
  it.each<[what: string, found: readonly string[], says: string]>([
    // amounts of another currency are not to be copied without it
    ["dollars", tenantWith({ price: { monthly: "500 USD" } }), "an amount in EUR; convert it to EUR"],
    ["a sign", bookWith({}, { unitPrice: "$38.00" }), 'write "38.00" if that is the file\'s currency, or convert it'],
    ["a comma", bookWith({}, { unitPrice: "38,00" }), 'write "38.00"'],
    // releases
    ["2.17 as a release", fleetWith({ release: 2.17 }), "found 2.17, expected text (id of an NKP release)"],
    ["2.10, which YAML reads as 2.1", fleetWith({ release: 2.1 }), "2.10 is 2.1"],
    ["a release as a number", fleetWith({ release: 2.17 }), "write for example release: nkp-2.17.1"],
    // vCPU
    ["500 milli", requests({ cpu: "500 milli" }), 'write "500m"'],
    ["500 millicores", requests({ cpu: "500 millicores" }), 'write "500m"'],
    ["500mCPU", requests({ cpu: "500mCPU" }), 'write "500m"'],
    ["0.5 cores", requests({ cpu: "0.5 cores" }), 'write "0.5"'],
    ["1,5 vCPU", requests({ cpu: "1,5 vCPU" }), 'write "1.5"'],
    ["2 GHz", requests({ cpu: "2 GHz" }), "expected vCPU, not the clock of a processor; write how many"],
    ["2.4GHz", tenantWith({ demand: { ...totals, cpu: "2.4GHz" } }), "not the clock of a processor"],
    ["50 % of a CPU", requests({ cpu: "50%" }), 'write "0.5" for half a vCPU'],
    ["500M of CPU", requests({ cpu: "500M" }), 'write "500m"'],
    ["2Gi of CPU", requests({ cpu: "2Gi" }), "a unit of memory"],
    // memory and storage
    ["64GiB", requests({ memory: "64GiB" }), 'write "64Gi" (64 GiB)'],
    ["64 gib", requests({ memory: "64 gib" }), 'write "64Gi" (64 GiB)'],
    ["64 GB", requests({ memory: "64 GB" }), 'write "64Gi" (64 GiB) or "64G" (59.6 GiB)'],
    ["1,5Gi", requests({ memory: "1,5Gi" }), 'write "1.5Gi" (1.5 GiB)'],
    ["1.5 TiB", workloadWith({ storagePerReplica: "1.5 TiB" }), 'write "1.5Ti" (1536 GiB)'],
    [
      "a bundle up to 64GiB",
      listWith({ bundles: [{ sku: "B", name: "B", upTo: { memory: "64GiB" }, unitPrice: 1 }] }),
      'write "64Gi"',
    ],
    // what is not modelled
    ["gpus of a tenant", tenantWith({ gpus: 2 }), "expected GPUs in the requests of a workload"],
    ["gpu in totals", tenantWith({ demand: { ...totals, gpu: 1 } }), "in the requests of a workload"],
    ["GPUs in totals", tenantWith({ demand: { ...totals, "nvidia.com/gpu": 1 } }), "in the requests of a workload"],
    ["a price of a GPU", bookWith({}, { appliesTo: "gpus" }), "A price book has appliesTo: gpu"],
    ["a charge for a GPU", listWith({}, { per: "gpu" }), "a price list charges nodes by flavour"],
    ["limits", workloadWith({ limits: { cpu: "1" } }), "sizes go by requests"],
    ["ephemeral storage", requests({ "ephemeral-storage": "1Gi" }), "not modelled"],
    ["an autoscaler's bounds", workloadWith({ maxReplicas: 9 }), "write the replicas to plan for"],
    // extended resources
    ["gpu: 1", requests({ gpu: 1 }), 'did you mean "nvidia.com/gpu" in requests?'],
    ["half a GPU", requests({ "nvidia.com/gpu": 0.5 }), 'found 0.5, expected a whole number of "nvidia.com/gpu"'],
    ["half a GPU in thousandths", requests({ "nvidia.com/gpu": "500m" }), "write 1; a part of a device has a name"],
    ["fewer than no GPU", requests({ "nvidia.com/gpu": -1 }), "from 0 to 999999"],
    ["a GPU in words", requests({ "nvidia.com/gpu": "two" }), 'found "two", expected a whole number'],
    ["a thousand GPUs", requests({ "nvidia.com/gpu": "1k" }), 'found "1k", expected a whole number'],
    ["no number of GPUs", requests({ "nvidia.com/gpu": null }), "found null, expected a whole number"],
    ["too many GPUs", requests({ "nvidia.com/gpu": 1_000_001 }), "from 0 to 999999"],
    ["a name of Kubernetes' own", requests({ "kubernetes.io/fpga": 1 }), 'the unknown key "kubernetes.io/fpga"'],
    ["a quota's name", requests({ "requests.intel.com/fpga": 1 }), "an extended resource by its full name"],
    ["a name without a slash", requests({ fpga: 1 }), "expected one of: cpu, memory, an extended resource by its full"],
    // numbers
    ["30% in percent", tenantWith({ growthPercentPerYear: "30%" }), "write 30: it counts in percent"],
    ["a discount of 5 %", tenantWith({ contract: { discountPercent: "5 %" } }), "write 5: it counts in percent"],
    [
      "support of 10%",
      listWith({ supportPlans: [{ id: "s", sku: "S", name: "S", percent: "10%", minimum: 0 }] }),
      "write 10: it counts in percent",
    ],
    ["an indexation of 2,5%", listWith({ indexation: { percentPerYear: "2,5%" } }), "write 2.5: it counts in percent"],
    ["30% of a weight", tenantWith({ shareWeight: "30%" }), "write 30"],
    ["a number in quotes", workloadWith({ replicas: "3" }), "write 3, without quotation marks"],
    ["a number with its unit", tenantWith({ contract: { termMonths: "12 months" } }), "write 12"],
    ["a decimal comma", bookWith({}, { vcpuPerCore: "1,5" }), "write 1.5"],
    ["hours as text", bookWith({ hoursPerMonth: "730h" }), "write 730"],
    // words, dates, maps
    ["yes", bookWith({ illustrative: "yes" }), "write true"],
    ["an id that is a number", bookWith({ id: 2026 }), 'write "2026", between quotation marks'],
    ["a name as an id", tenantWith({ id: "Orchid Foods" }), 'write "orchid-foods"'],
    ["a day by points", fleetWith({ asOf: "23.11.2026" }), "write 2026-11-23"],
    ["a day by slashes", bookWith({ validFrom: "2026/1/5" }), "write 2026-01-05"],
    ["a day of America", fleetWith({ asOf: "11/23/2026" }), "write 2026-11-23"],
    ["a day that may be two", fleetWith({ asOf: "05/06/2026" }), "write 2026-05-06 or 2026-06-05"],
    ["a price without its month", tenantWith({ price: 1900 }), "write { monthly: 1900 }"],
    [
      "an application by its name",
      fleetWith({ tenants: [{ id: "a", applications: ["ghost"] }] }),
      "write { application: ghost }",
    ],
    ["totals beside demand", tenantWith({ cpu: "2" }), "write it within demand"],
    ["requests beside them", workloadWith({ memory: "1Gi" }), "write it within requests"],
    ["one tenant, no list", fleetWith({ tenants: { id: "a" } }), 'begin each entry with "- "'],
    // money
    ["an amount in euro", tenantWith({ price: { monthly: "€ 1.900,50" } }), 'write "1900.50"'],
    ["a currency by its name", fleetWith({ currency: "euro" }), 'did you mean "EUR"?'],
    ["a range of a setting with a unit", rangesWith({ low: "2 h", high: "3 h" }), 'write "2"'],
  ])("%s", (_what, found, says) => expect(found.join("\n")).toContain(says));

  it("says no more than that of a key that is not modelled", () => {
    expect(requests({ gpu: 1 })).toHaveLength(1);
    expect(requests({ "ephemeral-storage": "1Gi", "hugepages-2Mi": "4Mi" })).toHaveLength(2);
  });

  it("says all that is wrong with requests at once", () => {
    const wrong = requests({ cpu: "x", "nvidia.com/gpu": 0.5, fpga: 1, "a.b/c": -1 });
    expect(wrong.map((text) => text.split(":")[0])).toEqual(
      ["cpu", "nvidia.com/gpu", "a.b/c", "fpga"].map((key) => `tenants[0].workloads[0].requests.${key}`),
    );
  });
});

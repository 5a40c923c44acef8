import { examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { findingText, loudFindings } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { fleetOf, pods, type TenantDraft } from "./support/toy.ts";

const context = planningContext({ release: "nkp-2.17.1", priceBook: examplePriceBook });
const said = (...tenants: readonly TenantDraft[]) =>
  loudFindings({ input: fleetOf(...tenants), context })
    .filter(({ code }) => code === "requests-tiny" || code === "name-repeated")
    .map((finding) => findingText(finding));

it("memory in which no container runs is said on every output, with what was probably meant", () => {
  expect(said({ name: "A", workloads: [pods(2, "1", "512k")] })).toEqual([
    "A asks for less than a MiB of memory a pod, in which no container runs: pods-of-1 (512000 bytes). Probably Mi or Gi was meant.",
  ]);
  expect(said({ name: "A", demand: { pods: 4, cpu: "4", memory: "3Mi" } })).toEqual([
    expect.stringContaining("all (786432 bytes a pod)"),
  ]);
  expect(said({ name: "A", workloads: [pods(2, "1", "1Mi")] })).toEqual([]);
});

it("several tenants of one name are said, by their ids", () => {
  const of = (id: string, name: string) => ({ id, name, workloads: [pods(1, "1", "1Gi")] });
  expect(said(of("a", "Same"), of("b", "Same"), of("c", "Other"))).toEqual([
    "Same is the name of several tenants: a, b. Give each a name of its own, as tables and quotes show.",
  ]);
});

import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { shown } from "../base/shown.ts";
import { upgradeLabourOf } from "../costs/upgrade-labour.ts";
import type { PlanInput } from "../input/fleet.ts";
import { operatingModels } from "../models/index.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { allRates, hasRate } from "../prices/price-book.ts";
import { isFlat } from "../prices/tariff.ts";
import { isOfHosts } from "./unit-prices.ts";

/**
 * Lets pass what can be added up exactly, tenant by tenant. @throws InputError with all that asks for every tenant at
 * once, none of which is ever approximated
 */
export function requireStreamed(some: PlanInput, model: OperatingModel, context: PlanningContext): void {
  const problems = [...modelProblems(model), ...priceProblems(context), ...labourProblems(some, context)];
  if (problems.length > 0) throw new InputError("a fleet that streams", problems);
}

/** A model of somebody's own may lay out one tenant by what the others are. */
function modelProblems(model: OperatingModel): readonly Problem[] {
  if (operatingModels.includes(model)) return [];
  const expected = `one of ${operatingModels.map(({ id }) => id).join(", ")}, which lay out each tenant for itself`;
  return [{ path: ["model"], found: shown(model.id), expected, fix: ALL_AT_ONCE }];
}

function priceProblems({ priceBook }: PlanningContext): readonly Problem[] {
  const rates = allRates(priceBook);
  const byQuantity = rates.filter(({ tariff }) => !isFlat(tariff));
  const ofHosts = rates.filter((rate) => isOfHosts(rate) || (rate.kind === "host" && hasRate(priceBook, "host")));
  return [
    ...byQuantity.map(({ sku }) => ({
      path: ["prices", sku],
      found: "a price that depends on how much the whole fleet uses",
      expected: "one price for each unit, as each tenant's part of a tier follows from all others",
      fix: `give ${sku} one price, without tiers, steps, minimum and included quantity, or ${ALL_AT_ONCE}`,
    })),
    ...ofHosts.map(({ sku }) => ({
      path: ["prices", sku],
      found: "a price that is divided as hosts are",
      expected: "prices of vCPU, memory and storage, as each cluster's part of a host follows from all others",
      fix: `take a price book that prices infrastructure by what nodes have, or ${ALL_AT_ONCE}`,
    })),
  ];
}

function labourProblems(some: PlanInput, context: PlanningContext): readonly Problem[] {
  if (upgradeLabourOf(some, context) !== "counted") return [];
  const expected = "hours for each cluster, as a calendar is played for all clusters together";
  return [{ path: ["upgrade-labour"], found: "counted by a calendar", expected, fix: "--set upgrade-labour=flat" }];
}

const ALL_AT_ONCE = "plan all tenants at once, without --stream";

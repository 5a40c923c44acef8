import type { TenantId } from "../input/fleet.ts";
import { defineOperatingModel, type OperatingModel } from "../models/operating-model.ts";
import type { BothWays } from "./both-ways.ts";

/** A model of some tenants attached and all others self-managed, each laid out as the two models do it. */
export function dividedModel(ways: BothWays, attachedIds: ReadonlySet<TenantId>): OperatingModel {
  return defineOperatingModel({
    id: "divided-by-figures",
    title: "Divided by figures",
    phrase: "the division by figures",
    summary: "Each tenant attached or self-managed as figures advise for it.",
    tone: "olive",
    layout: (tenants) => [
      ...ways.attached.model.layout(tenants.filter(({ id }) => attachedIds.has(id))),
      ...ways["self-managed"].model.layout(tenants.filter(({ id }) => !attachedIds.has(id))),
    ],
  });
}

import * as z from "zod";
import { gibOf, vcpuOf } from "../base/units.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";
import { operatingLayersOf } from "../views/operating-layers.ts";
import { MoneyPart } from "./parts.ts";

const amount = z.number().nonnegative();

/** What one layer of running a fleet takes of a plan. */
export const OperatingLayerPart = z.strictObject({
  layerId: z.enum(["desired-state", "observed-state", "alerting"]),
  title: z.string(),
  parts: z.array(z.string()),
  clusterCount: z.int().nonnegative(),
  vcpu: amount,
  memoryGiB: amount,
  storageGiB: amount,
  monthlyCost: MoneyPart.nullable(),
  withoutIt: z.string(),
});

/** GitOps, Prism Central with Konnector, and central alerting of a plan. */
export function operatingLayerParts(plan: PlannedFleet): z.infer<typeof OperatingLayerPart>[] {
  return operatingLayersOf(plan).map(({ layer, parts, clusterCount, requests, monthlyCost }) => ({
    layerId: layer.id,
    title: layer.title,
    parts: [...parts],
    clusterCount,
    vcpu: vcpuOf(requests.cpuMillicores),
    memoryGiB: gibOf(requests.memoryBytes),
    storageGiB: gibOf(requests.storageBytes),
    monthlyCost,
    withoutIt: layer.withoutIt,
  }));
}

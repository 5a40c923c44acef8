import { type Money, multiplyMoney, roundToMinorUnit, sumMoney } from "../base/money.ts";
import {
  BYTES_PER_GIB,
  gibOf,
  MILLICORES_PER_VCPU,
  multiplyResources,
  NOTHING,
  type Resources,
  sumResources,
  vcpuOf,
} from "../base/units.ts";
import { timesOn } from "../demand/footprint.ts";
import type { OperatingLayer } from "../input/operating-layer.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";
import { findRate, type PriceBook } from "../prices/price-book.ts";

/** What one layer of running a fleet takes in a plan. */
export interface LayerInPlan {
  readonly layer: OperatingLayer;
  /** Clusters that run some of it; 0: the plan has nothing of it but Prism Central. */
  readonly clusterCount: number;
  /** Of these applications and components, those that the plan has. */
  readonly parts: readonly string[];
  /** What its pods request in all clusters, and the VMs of Prism Central where it is of the layer. */
  readonly requests: Resources;
  /** requests × the price book's rates; null: the book has no rate for each of them, as where hosts are priced. */
  readonly monthlyCost: Money | null;
}

/**
 * GitOps, Prism Central with Konnector, and central alerting: what each takes of the plan. The cost is that of what is
 * requested, at the price of a vCPU and a GiB; nodes that are rounded up are not divided here.
 * `operatingLayersOf(plan)[1]` is observed state: one agent a cluster, and Prism Central.
 */
export function operatingLayersOf(plan: PlannedFleet): readonly LayerInPlan[] {
  return plan.context.catalog.operatingLayers.map((layer) => layerIn(layer, plan));
}

function layerIn(layer: OperatingLayer, { clusters, infrastructure, context }: PlannedFleet): LayerInPlan {
  const found = clusters.map(({ footprint, nodes }) => {
    const lines = footprint.filter(({ application, component }) =>
      application === null ? layer.components.includes(component) : layer.applications.includes(application),
    );
    const requests = sumResources(lines.map((line) => multiplyResources(line.requestsEach, timesOn(line, nodes))));
    return { names: lines.map(({ application, component }) => application ?? component), requests };
  });
  const vms = layer.hasPrismCentral ? prismCentralOf(infrastructure) : NOTHING;
  const requests = sumResources([...found.map((one) => one.requests), vms]);
  return {
    layer,
    clusterCount: found.filter(({ names }) => names.length > 0).length,
    parts: [...new Set(found.flatMap(({ names }) => names))],
    requests,
    monthlyCost: costOf(requests, context.priceBook),
  };
}

function prismCentralOf({ prismCentral }: PlannedFleet["infrastructure"]): Resources {
  if (prismCentral === null) return NOTHING;
  const { vmCount, vcpu, memoryGiB, diskGiB } = prismCentral.group;
  const each = {
    cpuMillicores: vcpu * MILLICORES_PER_VCPU,
    memoryBytes: memoryGiB * BYTES_PER_GIB,
    storageBytes: diskGiB * BYTES_PER_GIB,
  };
  return multiplyResources(each, vmCount);
}

function costOf({ cpuMillicores, memoryBytes, storageBytes }: Resources, priceBook: PriceBook): Money | null {
  const rated = [
    ["infrastructure-vcpu", vcpuOf(cpuMillicores)],
    ["infrastructure-memory", gibOf(memoryBytes)],
    ["infrastructure-storage", gibOf(storageBytes)],
  ] as const;
  const amounts = rated.flatMap(([kind, quantity]) => {
    const rate = findRate(priceBook, kind);
    return rate === undefined ? [] : [roundToMinorUnit(multiplyMoney(rate.unitPrice, quantity))];
  });
  return amounts.length < rated.length ? null : sumMoney(amounts, amounts[0]?.currency ?? priceBook.currency);
}

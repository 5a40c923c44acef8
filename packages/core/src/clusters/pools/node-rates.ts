import { addMoney, divideMoney, type Money, multiplyMoney } from "../../base/money.ts";
import type { Edition, NodeShape } from "../../input/catalog.ts";
import { hasRate, rateOf } from "../../prices/price-book.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import { hostCapacityOf, hostProfileOf } from "../host-capacity/host-capacity.ts";
import { hostStorageOf } from "../host-capacity/host-storage.ts";

/**
 * What a node of a shape costs a month by its size: vCPU, memory, disk, and the licence of its vCPU. Shapes are ranked
 * by it. Where the price depends on the quantity, at the first tier's.
 */
export function nodeCostOf({ vcpu, memoryGiB, diskGiB }: NodeShape, edition: Edition, context: PricedContext): Money {
  const { priceBook } = context;
  const licence = rateOf(priceBook, `license-${edition}`);
  const rates = infrastructureRates(context);
  return [
    multiplyMoney(rates.perVcpu, vcpu),
    multiplyMoney(rates.perMemoryGiB, memoryGiB),
    ...(rates.perStorageGiB === null ? [] : [multiplyMoney(rates.perStorageGiB, diskGiB)]),
  ].reduce(addMoney, multiplyMoney(licence.unitPrice, vcpu / licence.vcpuPerCore));
}

export interface InfrastructureRates {
  readonly perVcpu: Money;
  readonly perMemoryGiB: Money;
  /** null: the host's price is for its disks too. */
  readonly perStorageGiB: Money | null;
}

const HALVES = 2;

/**
 * What infrastructure costs a month by size. Where hosts are priced: half of a host's cost over the vCPU it offers,
 * half over its memory, as the cost of hosts is divided.
 */
export function infrastructureRates({ catalog, choices, priceBook }: PricedContext): InfrastructureRates {
  if (!hasRate(priceBook, "host")) {
    return {
      perVcpu: rateOf(priceBook, "infrastructure-vcpu").unitPrice,
      perMemoryGiB: rateOf(priceBook, "infrastructure-memory").unitPrice,
      perStorageGiB: rateOf(priceBook, "infrastructure-storage").unitPrice,
    };
  }
  const { usable } = hostCapacityOf(hostProfileOf(choices), hostStorageOf({ catalog, choices }), choices);
  const half = divideMoney(rateOf(priceBook, "host").unitPrice, HALVES);
  return {
    perVcpu: divideMoney(half, Math.max(1, usable.vcpu)),
    perMemoryGiB: divideMoney(half, Math.max(1, usable.memoryGiB)),
    perStorageGiB: null,
  };
}

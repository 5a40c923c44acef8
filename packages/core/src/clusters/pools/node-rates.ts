import { pieceCount } from "../../base/extended-resources.ts";
import { addMoney, divideMoney, type Money, multiplyMoney } from "../../base/money.ts";
import { WATTS_PER_KILOWATT } from "../../base/units.ts";
import type { NodeShape } from "../../input/catalog.ts";
import type { Edition } from "../../input/edition-facts.ts";
import { hasRate, type PriceBook, rateOf } from "../../prices/price-book.ts";
import { type BaseUnit, splitUnit } from "../../prices/price-units.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import { resourcesPriced } from "../../prices/priced-devices.ts";
import type { Rate } from "../../prices/rate.ts";
import { hostCapacityOf, hostProfileOf } from "../host-capacity/host-capacity.ts";
import { hostStorageOf } from "../host-capacity/host-storage.ts";

/**
 * What a node of a shape costs a month: vCPU, memory, disk, the licence of its vCPU, and what the price book adds for
 * each node, vCPU, GPU or host. Shapes are ranked by it. Where the price depends on the quantity, at the first tier's.
 */
export function nodeCostOf(shape: NodeShape, edition: Edition, context: PricedContext): Money {
  const { vcpu, memoryGiB, diskGiB } = shape;
  const { priceBook } = context;
  const licence = rateOf(priceBook, `license-${edition}`);
  const rates = infrastructureRates(context);
  return [
    multiplyMoney(rates.perVcpu, vcpu),
    multiplyMoney(rates.perMemoryGiB, memoryGiB),
    ...(rates.perStorageGiB === null ? [] : [multiplyMoney(rates.perStorageGiB, diskGiB)]),
    ...addedFor(shape, context),
  ].reduce(addMoney, multiplyMoney(licence.unitPrice, vcpu / licence.vcpuPerCore));
}

/** How much of a unit comes with one node of a shape; units that are not there do not move with nodes. */
const COUNTS: Readonly<Partial<Record<BaseUnit, (node: CountedNode, rate: Rate) => number>>> = {
  node: () => 1,
  vCPU: ({ shape }) => shape.vcpu,
  GPU: ({ shape, priceBook }, rate) => pieceCount(shape, resourcesPriced(rate, priceBook)),
  host: ({ hostRatio }) => hostRatio,
  core: ({ hostRatio, coresPerHost }) => hostRatio * coresPerHost,
  kWh: ({ hostRatio, hoursPerMonth }, { wattsPerHost }) =>
    (hostRatio * wattsPerHost * hoursPerMonth) / WATTS_PER_KILOWATT,
};

interface CountedNode {
  readonly shape: NodeShape;
  /** Its part of a host: half by vCPU, half by memory. */
  readonly hostRatio: number;
  readonly coresPerHost: number;
  readonly hoursPerMonth: number;
  readonly priceBook: PriceBook;
}

function addedFor(shape: NodeShape, { catalog, choices, priceBook }: PricedContext): readonly Money[] {
  const counted = priceBook.added.flatMap((rate) => {
    const count = COUNTS[splitUnit(rate.unit).base];
    return count === undefined ? [] : [{ rate, count }];
  });
  if (counted.length === 0) return [];
  const profile = hostProfileOf(choices);
  const { usable } = hostCapacityOf(profile, hostStorageOf({ catalog, choices }), choices);
  const shares = shape.vcpu / Math.max(1, usable.vcpu) + shape.memoryGiB / Math.max(1, usable.memoryGiB);
  const { hoursPerMonth } = priceBook;
  const node = { shape, hostRatio: shares / HALVES, coresPerHost: profile.coreCount, hoursPerMonth, priceBook };
  return counted.map(({ rate, count }) => multiplyMoney(rate.unitPrice, count(node, rate)));
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

import {
  divideMoney,
  findingText,
  hasRate,
  type InfrastructureRates,
  infrastructureRates,
  isInfeasible,
  type Money,
  missingRates,
  type PlannedFleet,
  resourcesPriced,
  roundRate,
  sumMoney,
} from "@nkp-planner/core";
import type { DecidedRequest } from "../report.ts";

/**
 * The plan's own unit costs as OpenCost's custom prices: texts, in the plan's currency, by the hour.
 *
 * CPU, RAM, storage = what a vCPU, a GiB of memory, a GiB of disk of a node costs a month ÷ the price book's hours a
 * month, at ten digits. Where hosts are priced, half of a host's cost is over the vCPU it offers and half over its
 * memory, and disks have no price of their own. First tier, usual class of volumes; licences, labour and everything
 * else apart. What the plan has no price for (traffic, GPUs where the book has none) is left out and said in the description: it is unknown,
 * not free, and whoever loads the file adds it.
 * @see https://github.com/opencost/opencost/blob/5f653330/configs/default.json
 * @see https://github.com/opencost/opencost/blob/0d1f69cc/pkg/cloud/provider/customprovider.go (traffic without a price is an error there)
 */
export function opencostPricesJson(
  plan: PlannedFleet,
  { findings }: Pick<DecidedRequest<unknown>, "findings">,
): string {
  const rates = ratesOf(plan);
  const { hoursPerMonth } = plan.context.priceBook;
  const hourly = (monthly: Money | null | undefined) =>
    monthly === null || monthly === undefined ? undefined : roundRate(divideMoney(monthly, hoursPerMonth)).amount;
  const prices = {
    CPU: hourly(rates?.perVcpu),
    RAM: hourly(rates?.perMemoryGiB),
    GPU: hourly(gpuRate(plan)),
    storage: hourly(rates?.perStorageGiB),
    zoneNetworkEgress: undefined,
    regionNetworkEgress: undefined,
    internetNetworkEgress: undefined,
  };
  const unknown = Object.entries(prices).flatMap(([name, price]) => (price === undefined ? [name] : []));
  const description = [...sentencesOf(plan, unknown), ...findings.map((finding) => findingText(finding))].join(" ");
  return `${JSON.stringify({ provider: "custom", description, ...prices }, null, 2)}\n`;
}

/** What the book's items for the GPUs that OpenCost counts come to, first tier; undefined where it has none. */
function gpuRate({ context: { priceBook }, currency }: PlannedFleet): Money | undefined {
  const rates = priceBook.added.filter(({ kind }) => kind === "gpu");
  const counted = rates.filter((rate) => resourcesPriced(rate, priceBook)(GPUS_OF_OPENCOST));
  const prices = counted.map(({ unitPrice }) => unitPrice);
  return prices.length === 0 ? undefined : sumMoney(prices, currency);
}

/** It counts one kind; prices of others are for none of its figures. */
const GPUS_OF_OPENCOST = "nvidia.com/gpu";

/** null: the price book has no prices of infrastructure, as an empty fleet needs none. */
function ratesOf({ context }: PlannedFleet): InfrastructureRates | null {
  const needed = ["infrastructure-vcpu", "infrastructure-memory", "infrastructure-storage"];
  return missingRates(context.priceBook, needed).length > 0 ? null : infrastructureRates(context);
}

function sentencesOf(plan: PlannedFleet, unknown: readonly string[]) {
  const { context, currency, input, model } = plan;
  const { priceBook } = context;
  return [
    ...(isInfeasible(plan)
      ? ["CANNOT RUN: the plan falls short as it is described; these are costs of what can be planned of it."]
      : []),
    ...(priceBook.illustrative
      ? [`ILLUSTRATIVE: ${priceBook.inventedSkus?.join(", ") ?? "the prices"} are invented.`]
      : []),
    `Internal unit costs planned by nkp-planner as of ${input.asOf}: price book ${priceBook.id}, model ${model.id}.`,
    `${currency} an hour of a vCPU (CPU), of a GiB of memory (RAM), of a GiB of disk (storage)${unknown.includes("GPU") ? "" : `, of a ${GPUS_OF_OPENCOST} (GPU)`}.`,
    `A month has ${priceBook.hoursPerMonth} hours.`,
    "Licences, labour and other costs apart.",
    ...(hasRate(priceBook, "host")
      ? ["Hosts are taken as full: spare ones and unfilled room apart. Their price is for disks too, in CPU and RAM."]
      : []),
    `Left out as unknown, not free: ${unknown.join(", ")}.`,
  ];
}

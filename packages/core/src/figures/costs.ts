import { type CostLine, costDrivers, DRIVER_TITLES } from "../costs.ts";
import { compareMoney, multiplyMoney, sumMoney } from "../money.ts";
import { weakestOf } from "../provenance.ts";
import type { SharedLine } from "../sharing.ts";
import type { FigureLine } from "./figure.ts";

/** quantity × unit price of one line of the bill. */
export function costLine(line: CostLine, label = `${line.clusterName}, ${line.label}`): FigureLine {
  return {
    label,
    quantity: line.quantity,
    quantityUnit: unitOfQuantity(line),
    rate: line.rate.unitPrice,
    rateUnit: `per ${line.rate.unit} (${line.rate.sku})`,
    value: line.monthlyCost,
    confidence: line.confidence,
    sources: line.sources,
    note: line.note,
  };
}

function unitOfQuantity({ rate }: CostLine): string {
  return rate.unit.replace("-month", "").replace("hour", "hours");
}

/** One line a rate, in the order of the drivers: the whole bill on a few lines. */
export function costSummary(lines: readonly CostLine[]): readonly FigureLine[] {
  return costDrivers.flatMap((driver) => {
    const ofDriver = lines.filter((line) => line.driver === driver);
    const skus = [...new Set(ofDriver.map(({ rate }) => rate.sku))];
    return skus.map((sku) => summaryLine(ofDriver.filter(({ rate }) => rate.sku === sku)));
  });
}

function summaryLine(lines: readonly CostLine[]): FigureLine {
  const [first] = lines as [CostLine, ...CostLine[]];
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  const value = sumMoney(
    lines.map(({ monthlyCost }) => monthlyCost),
    first.monthlyCost.currency,
  );
  const isProduct = compareMoney(multiplyMoney(first.rate.unitPrice, quantity), value) === 0;
  return {
    ...costLine(first, `${DRIVER_TITLES[first.driver]}: ${first.rate.name}`),
    quantity,
    value,
    sources: [...new Set(lines.flatMap(({ sources }) => sources))],
    confidence: weakestOf(lines.map(({ confidence }) => confidence)),
    note: isProduct ? undefined : `the sum of ${lines.length} lines, each rounded to the cent`,
    opens: `monthlyCost.${first.driver}`,
  };
}

/** What a tenant bears of a line: all of its own cluster's, a share of what serves several. */
export function shareLine({ line, basis, shares }: SharedLine, tenantId: string): FigureLine | null {
  const share = shares.get(tenantId);
  if (share === undefined) return null;
  if (basis === "own") return costLine(line);
  const whole = line.monthlyCost;
  return {
    ...costLine(line),
    label: `share of ${line.clusterName}, ${line.label}`,
    quantity: null,
    quantityUnit: "",
    rate: whole,
    rateUnit: `shared ${basis} among ${shares.size}`,
    value: share,
  };
}

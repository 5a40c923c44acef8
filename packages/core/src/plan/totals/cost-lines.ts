import type { FigureLine } from "../../base/figure.ts";
import { compareMoney, isZeroMoney, multiplyMoney, sumMoney } from "../../base/money.ts";
import { weakestOf } from "../../base/provenance.ts";
import type { CostLine } from "../../costs/cost-line.ts";
import { type SharedLine, shareOf } from "../../costs/sharing.ts";
import { costDrivers, costDriverTitle } from "../../prices/cost-drivers.ts";

/** quantity × unit price of one line of the bill. */
export function costLine(line: CostLine, label = `${line.clusterName ?? "fleet"}, ${line.label}`): FigureLine {
  return {
    label,
    quantity: line.quantity,
    quantityUnit: unitOfQuantity(line),
    rate: line.unitPrice,
    rateUnit: `per ${line.rate.unit} (${line.rate.sku})`,
    value: line.amount,
    confidence: line.confidence,
    sources: line.sources,
    rateOrigin: line.rate.origin,
    note: [line.note, line.rate.derivation].filter((text) => text !== undefined).join("; ") || undefined,
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
    lines.map(({ amount }) => amount),
    first.amount.currency,
  );
  const isProduct = compareMoney(multiplyMoney(first.unitPrice, quantity), value) === 0;
  return {
    ...costLine(first, `${costDriverTitle(first.driver)}: ${first.rate.name}`),
    quantity,
    value,
    sources: [...new Set(lines.flatMap(({ sources }) => sources))],
    confidence: weakestOf(lines.map(({ confidence }) => confidence)),
    note: isProduct ? undefined : `the sum of ${lines.length} lines, each rounded to the cent`,
    opens: `monthlyCost.${first.driver}`,
  };
}

/** What a tenant bears of a line: all of what is its own, a share of what serves several. */
export function shareLines(
  { line, splits: all }: SharedLine,
  tenantId: string,
  part: "own" | "shared" | "all" = "all",
): readonly FigureLine[] {
  const splits = all.filter(({ basis }) => part === "all" || (basis === "own") === (part === "own"));
  const [only, ...others] = splits.length === all.length ? splits : [];
  if (only?.basis === "own" && others.length === 0)
    return shareOf(only.shares, tenantId) !== undefined ? [costLine(line)] : [];
  return splits.flatMap(({ basis, portion, shares }) => {
    const share = shareOf(shares, tenantId);
    if (share === undefined || isZeroMoney(share)) return [];
    const stack = portion.isForCentralStack ? ", central stack" : "";
    const place = `${portion.clusterName ?? "fleet"}${stack}`;
    const how = basis === "own" ? "its own part" : `shared ${basis} among ${shares.length}`;
    return [
      {
        ...costLine(line),
        label: `${basis === "own" ? "part" : "share"} of ${place}, ${line.label}`,
        quantity: null,
        quantityUnit: "",
        rate: basis === "own" ? line.amount : portion.amount,
        rateUnit: how,
        value: share,
      },
    ];
  });
}

/** What a cluster costs of a line: all of it, or the parts of what was bought for several. */
export function costLinesIn(clusterName: string, line: CostLine): readonly FigureLine[] {
  if (line.clusterName === clusterName) return [costLine(line, line.label)];
  return line.portions
    .filter((portion) => portion.clusterName === clusterName && !isZeroMoney(portion.amount))
    .map(({ poolName, amount }) => ({
      ...costLine(line, `part of ${line.label}${poolName === null ? "" : `: ${poolName}`}`),
      quantity: null,
      quantityUnit: "",
      rate: line.amount,
      rateUnit: "divided by what runs there",
      value: amount,
    }));
}

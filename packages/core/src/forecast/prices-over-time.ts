import type { Finding } from "../base/findings/finding.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { Tenant } from "../input/fleet.ts";
import { named, text } from "../plan/rules/figures.ts";
import { changesIn } from "../plan/rules/prices-change.ts";
import { inventedAgreed } from "../plan/rules/prices-invented.ts";
import { pricesOutOf } from "../plan/rules/prices-valid.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { forecastFinding } from "./forecast-texts.ts";

const ID = "prices-over-time";

/**
 * Prices that do not hold on a forecast's first day, that change within its months or end before the last begins, and
 * agreed ones that are invented.
 * @param tenants who is there in any of its months
 */
export function pricesOver(
  start: IsoDate,
  lastDay: IsoDate,
  tenants: readonly Tenant[],
  context: PlanningContext,
): readonly Finding[] {
  const { priceBook, priceList } = context;
  const notYetOrNoMore = pricesOutOf(start, context);
  const ending = [priceBook, ...(priceList === undefined ? [] : [priceList])].flatMap(({ id, validUntil }) =>
    validUntil === null || validUntil < start || validUntil >= lastDay
      ? []
      : [
          forecastFinding(ID, "prices-carried-on", {
            figures: { prices: named(id), until: text(validUntil), last: text(lastDay) },
            evidence: {},
          }),
        ],
  );
  const changing = changesIn(context, "prices-change", (from) => from > start && from <= lastDay).flat();
  return [...inventedAgreed(tenants, context), ...notYetOrNoMore, ...changing, ...ending];
}

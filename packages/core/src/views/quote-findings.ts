import { distinctFindings, type Finding, findingOf, isInfeasible } from "../base/findings/finding.ts";
import type { Tenant, TenantId } from "../input/fleet.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";
import { inventedAgreed } from "../plan/rules/prices-invented.ts";
import { chargesByShapes } from "../price-list/invented-prices.ts";
import type { PriceList } from "../price-list/price-list.ts";
import { paysAgreedPrice } from "../price-list/tenant-prices.ts";
import { quoteFinding } from "./quote-texts.ts";

const RULE_ID = "quote";

/** What must be known before quotes for these tenants are sent, in words that name no other tenant and no cost. */
export function quoteFindings(plan: PlannedFleet, tenantIds: readonly TenantId[]): readonly Finding[] {
  const { priceBook } = plan.context;
  const lists = listsBehind(plan, tenantIds);
  const paysByList = lists.length > 0;
  const behind = [...lists, ...(lists.some(chargesByShapes) ? [priceBook] : [])].map(({ id }) => id);
  const isBundled = lists.some(({ bundles }) => bundles.length > 0);
  const isSaid = (code: string) =>
    plan.findings.some(
      (one) => one.code === code && tenantIds.some((id) => one.subject?.in === "plan" && one.subject.tenantId === id),
    );
  return [
    ...(paysByList && isSaid("daemonsets-by-node")
      ? [quoteFinding(RULE_ID, isBundled ? "quoted-by-node.bundled" : "quoted-by-node")]
      : []),
    ...(paysByList && isSaid("jobs-always-running") ? [quoteFinding(RULE_ID, "quoted-as-always-running")] : []),
    // Why, the plan says: its reasons name other tenants' clusters.
    ...(isInfeasible(plan) ? [findingOf(RULE_ID, "quote-of-what-cannot-run")] : []),
    ...plan.findings.filter(
      ({ code, message }) =>
        code === "prices-not-valid" && behind.some((id) => message.figures["prices"]?.value === id),
    ),
  ];
}

/** What a quote says in words of its own, what names other tenants, and what is the provider's alone. */
const NEVER_SAID: readonly string[] = [
  "prices-not-valid",
  "tenants-not-under-contract",
  "name-repeated",
  "sku-repeated",
];

/**
 * All that must be known before quotes for these tenants are sent: of what was said of the inputs, what concerns them and
 * the prices that they pay; and what a quote says of itself.
 */
export function quoteNotices(
  plan: PlannedFleet,
  tenantIds: readonly TenantId[],
  said: readonly Finding[],
): readonly Finding[] {
  const lists = listsBehind(plan, tenantIds);
  const concerns: Readonly<Record<string, boolean>> = {
    "illustrative-prices": lists.some(chargesByShapes),
    "illustrative-price-list": lists.some(({ inventedSkus }) => isAnyCharged(plan, tenantIds, inventedSkus)),
  };
  const isOfOthers = ({ subject }: Finding) =>
    subject.in === "plan" && subject.tenantId !== undefined && !tenantIds.includes(subject.tenantId);
  const concerning = said.filter(
    (finding) => !NEVER_SAID.includes(finding.code) && (concerns[finding.code] ?? true) && !isOfOthers(finding),
  );
  // Said of these tenants alone: the plan names others.
  const quoted = tenantIds.map((id) => quotedTenant(plan, id));
  const own = concerning.flatMap((finding) =>
    finding.code === "illustrative-agreed-prices" ? inventedAgreed(quoted, plan.context) : withoutFile(finding),
  );
  return distinctFindings([{ findings: [...own, ...quoteFindings(plan, tenantIds)] }]);
}

/** Whether any of these tenants pays for any of some items; for whatever it is where nobody says which. */
function isAnyCharged(
  { tenants }: PlannedFleet,
  tenantIds: readonly TenantId[],
  skus: readonly string[] | undefined,
): boolean {
  if (skus === undefined) return true;
  const quoted = tenants.filter(({ tenantId }) => tenantIds.includes(tenantId));
  return quoted.some(({ priceLines }) => priceLines.some(({ sku }) => skus.includes(sku)));
}

/** Where the provider keeps its files is nothing to a customer. */
function withoutFile(finding: Finding): Finding {
  return finding.subject.in === "input" ? { ...finding, subject: { in: "plan" } } : finding;
}

/** The list, where any of these tenants pays by it. */
function listsBehind(plan: PlannedFleet, tenantIds: readonly TenantId[]): readonly PriceList[] {
  const { priceList } = plan.context;
  const isPaid = tenantIds.some((id) => !paysAgreedPrice(quotedTenant(plan, id), plan.context));
  return priceList !== undefined && isPaid ? [priceList] : [];
}

/** A tenant of a plan as it was given. */
export function quotedTenant({ input }: PlannedFleet, tenantId: TenantId): Tenant {
  return input.tenants.find(({ id }) => id === tenantId) as Tenant;
}

import {
  findingText,
  forecastDocument,
  forecastOf,
  hasIllustrativePrices,
  loudFindings,
  operatingModels,
  type PlanInput,
  parseFleet,
  plannedFleet,
  quoteDocument,
  quoteNotices,
  quotesOf,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetFile, pods, type TenantDraft, toyContext, toyPriceBook, toyPriceList } from "./support/toy.ts";

const [firstModel] = operatingModels as readonly [(typeof operatingModels)[number]];
const SAID = "Prices agreed in the fleet are invented: replace them by yours before quoting.";
const workloads = [pods(1, "1", "1Gi")];
const real = { ...toyContext(), priceBook: toyPriceBook({ illustrative: false }) };

const agreed = (id: string, more: object = {}): TenantDraft => ({
  id,
  workloads,
  price: { monthly: "10.00", ...more },
});
const fleetThatSays = (illustrative: boolean | undefined, ...tenants: readonly TenantDraft[]): PlanInput =>
  parseFleet({ ...fleetFile(...tenants), ...(illustrative === undefined ? {} : { illustrative }) });

function quotedOf(input: PlanInput, context = real) {
  const plan = plannedFleet(input, firstModel, context);
  return Object.fromEntries(quotesOf(plan).quotes.map(({ tenantId, illustrative }) => [tenantId, illustrative]));
}

describe("whose agreed prices are", () => {
  it("is the user's where the fleet says nothing, whatever the price book is", () => {
    expect(quotedOf(fleetThatSays(undefined, agreed("a")), toyContext())).toEqual({ a: false });
    expect(quotedOf(fleetThatSays(false, agreed("a")), toyContext())).toEqual({ a: false });
    expect(quotedOf(fleetThatSays(true, agreed("a")))).toEqual({ a: true });
  });

  it("is said of one price where it is another's than the fleet's", () => {
    const fleet = fleetThatSays(true, agreed("a"), agreed("b", { illustrative: false }));
    expect(quotedOf(fleet)).toEqual({ a: true, b: false });
    const plan = plannedFleet(fleet, firstModel, real);
    const said = loudFindings({ input: fleet, context: real });
    const texts = (ids: readonly string[]) => quoteNotices(plan, ids, said).map((finding) => findingText(finding));
    const named = "Prices agreed with a are invented: replace them by yours before quoting.";
    expect(said.map((finding) => findingText(finding))).toEqual([named]);
    // A quote names nobody but whom it is for.
    expect(texts(["b"])).toEqual([]);
    expect(texts(["a"])).toEqual([SAID]);
    expect(texts(["a", "b"])).toEqual([named]);
    const { findings } = quoteDocument({ ...quotesOf(plan, ["a"]), findings: quoteNotices(plan, ["a"], said) });
    expect(findings.map(({ code }) => code)).toEqual(["illustrative-agreed-prices"]);
  });

  it("is nothing to a plan whose tenants pay by a list, or nothing", () => {
    const priceList = toyPriceList({
      items: [{ sku: "T", name: "T", per: "tenant", unitPrice: "5" }],
      illustrative: false,
    });
    const context = { ...toyContext({ "agreed-prices": "ignored" }), priceBook: real.priceBook, priceList };
    const input = fleetThatSays(true, agreed("a"));
    expect(loudFindings({ input, context })).toEqual([]);
    expect(hasIllustrativePrices(context, input.tenants)).toBe(false);
    expect(hasIllustrativePrices(real, fleetThatSays(true, { id: "a", workloads }).tenants)).toBe(false);
  });

  it("is said by a forecast of whoever comes later, and not of whoever never does", () => {
    const from = (day: string) => fleetThatSays(true, { ...agreed("a"), contract: { from: day } });
    for (const [day, isSaid] of [
      ["2027-03-01", true],
      ["2030-01-01", false],
    ] as const) {
      const input = from(day);
      expect(loudFindings({ input, context: real }).map(({ code }) => code)).toEqual(["tenants-not-under-contract"]);
      const forecast = forecastOf(input, firstModel, real, { months: 12, discountPercentPerYear: 0 });
      expect(forecast.findings.some(({ code }) => code === "illustrative-agreed-prices")).toBe(isSaid);
    }
    const input = from("2027-03-01");
    const prices = { context: real, tenants: input.tenants };
    expect(forecastDocument({ currency: "EUR", forecasts: [] }, prices).illustrativePrices).toBe(true);
  });

  it.each([
    ["yes", "write true"],
    [1, "true or false"],
  ])("refuses %j", (illustrative, fix) => {
    expect(() => parseFleet({ ...fleetFile(agreed("a")), illustrative })).toThrow(fix);
  });
});

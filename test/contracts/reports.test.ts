import {
  type Audience,
  type Report,
  type ReportRequest,
  type ReportSubjects,
  reports,
  reportsOf,
} from "@nkp-planner/adapters";
import {
  exampleFleet,
  exampleHostPriceBook,
  examplePriceBook,
  examplePriceList,
  planningContext,
} from "@nkp-planner/catalog";
import {
  compareModels,
  InputError,
  money,
  moneyAsNumber,
  operatingModels,
  type PlannedFleet,
  type PriceBook,
  parseFleet,
  plannedFleet,
} from "@nkp-planner/core";
import { beforeAll, describe, expect, it } from "vitest";
import { noticeOf } from "../support/findings.ts";
import { checkReport, type Row, rowsIn, sumIn, textIn, where } from "../support/report-checks.ts";
import { fleetFile, fleetOf, pods, toyContext, toyPriceBook } from "../support/toy.ts";

function examplePlan(model: (typeof operatingModels)[number], priceBook: PriceBook): PlannedFleet {
  const { release } = exampleFleet;
  const chosen = { "agreed-prices": "ignored" };
  const context = planningContext({ release, priceBook, priceList: examplePriceList, settings: chosen });
  return plannedFleet(exampleFleet, model, context);
}

const examples = operatingModels.flatMap((model) =>
  [examplePriceBook, exampleHostPriceBook].map((book) => [model.id, book.id, examplePlan(model, book)] as const),
);
const [firstModel] = operatingModels as readonly [(typeof operatingModels)[number]];
const SUBJECTS: ReportSubjects = {
  inputs: { fleet: exampleFleet, prices: examplePriceBook, priceList: examplePriceList },
  comparison: compareModels(
    exampleFleet,
    operatingModels,
    planningContext({ release: exampleFleet.release, priceBook: examplePriceBook }),
    firstModel.id,
  ),
  plan: examplePlan(firstModel, examplePriceBook),
};

const HOSTILE_NAMES = [
  '=HYPERLINK("http://x","y")',
  "+1",
  "-2+3",
  "@SUM(A1)",
  "＝1",
  'a "quoted", name',
  "semi;colon;=1",
  "Zürich & Söhne",
];
const hostilePlan = plannedFleet(
  fleetOf(...HOSTILE_NAMES.map((name) => ({ name, workloads: [pods(3, "1", "2Gi")], price: { monthly: "1234.50" } }))),
  firstModel,
  toyContext(),
);

function reportOf(id: string): Report<"plan"> {
  return reportsOf("plan").find((report) => report.id === id) as Report<"plan">;
}

const written = async (id: string, plan: PlannedFleet, request?: ReportRequest) =>
  String(await reportOf(id).write(plan, request));

describe.each(reports.map((report) => [report.id, report] as const))("report %s", (id, report) => {
  it("says what it is", () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(reports.filter((other) => other.id === id)).toHaveLength(1);
    for (const words of [report.title, report.summary, report.file.mediaType]) expect(words).toMatch(/\S/);
    expect(report.file.name).toMatch(/^[a-z0-9-]+\.[a-z]+$/);
  });

  it("refuses options that it does not know", async () => {
    const subject = SUBJECTS[report.of] as never;
    await expect(report.write(subject, { options: { nonsense: "1" } })).rejects.toThrow(InputError);
  });

  it("writes the same bytes for the same, and nothing that a terminal would act on", async () => {
    const subject = SUBJECTS[report.of] as never;
    const content = await report.write(subject);
    expect(await report.write(structuredClone(subject), { audience: report.audiences[0] })).toEqual(content);
    expect(content instanceof Uint8Array).toBe(report.file.isBinary);
    if (typeof content === "string") expect(content).not.toMatch(/(?![\r\n])\p{Cc}/u);
  });
});

const plansReports = reportsOf("plan").map((report) => [report.id, report] as const);

describe.each(plansReports)("report %s of a plan", (_id, report) => {
  const check = (plan: PlannedFleet) => checkReport(report, plan, (request) => report.write(plan, request));

  it.each(examples)("agrees with the example fleet, %s, %s", async (_model, _book, plan) => {
    await check(plan);
  });

  it("says that prices are invented, and does not where they are not", async () => {
    for (const [, , plan] of examples) {
      for (const audience of report.audiences)
        expect(saysInvented(await textIn(await report.write(plan, { audience })))).toBe(true);
    }
    const real = { ...toyContext(), priceBook: toyPriceBook({ illustrative: false }) };
    for (const illustrative of [false, true]) {
      const price = { monthly: "7654.32", illustrative };
      const plan = plannedFleet(fleetOf({ workloads: [pods(1, "1", "1Gi")], price }), firstModel, real);
      for (const audience of report.audiences) {
        const text = await textIn(await report.write(plan, { audience }));
        // What is agreed is in no file of costs alone.
        expect(saysInvented(text)).toBe(illustrative && /7,?654\.32/.test(text));
      }
    }
  });

  it("takes no name for a formula", async () => {
    await check(hostilePlan);
    if (!report.file.name.endsWith(".csv")) return;
    for (const audience of report.audiences) {
      const text = String(await report.write(hostilePlan, { audience }));
      for (const value of rowsIn(text).flatMap((row) => Object.values(row))) {
        if (!/^-?[\d.]+$/.test(value)) expect(value).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]|;[\s"]*[=+\-@]/u);
      }
    }
  });

  it("refuses a tenant that the plan does not have, and readers it is not for", async () => {
    await expect(report.write(hostilePlan, { tenantIds: ["tenant-1", "tenant-x"] })).rejects.toThrow(/tenant-x/);
    for (const audience of ["customer", "internal"] as const satisfies readonly Audience[]) {
      const writing = report.write(hostilePlan, { audience });
      if (report.audiences.includes(audience)) await expect(writing).resolves.toBeDefined();
      else await expect(writing).rejects.toThrow(/keep it inside/);
    }
  });

  it("writes an empty fleet", async () => {
    await check(plannedFleet(fleetOf(), firstModel, toyContext()));
  });
});

/** In words for people, or as the field of a document. */
function saysInvented(text: string): boolean {
  if (text.includes("x_Illustrative")) return rowsIn(text).every((row) => row["x_Illustrative"] === "true");
  return /illustrative prices|invented|ILLUSTRATIVE|"illustrative": true/.test(text);
}

describe.each(plansReports.filter(([, { file }]) => file.name.endsWith(".csv")))(
  "report %s of tenants",
  (_id, report) => {
    it("says nothing of other tenants than those asked for", async () => {
      const { tenantId } = hostilePlan.tenants[7] ?? expect.unreachable();
      for (const audience of report.audiences) {
        const text = await report.write(hostilePlan, { audience, tenantIds: [tenantId] });
        for (const other of ["HYPERLINK", "SUM(A1)", "quoted", "semi;colon"]) expect(text).not.toContain(other);
      }
    });
  },
);

describe("quote lines", () => {
  const [, , plan] = examples[0] ?? expect.unreachable();
  const tenantId = plan.tenants[0]?.tenantId ?? "";

  it("of one tenant, as a customer gets them", async () => {
    const text = await written("quote-csv", plan, { tenantIds: [tenantId] });
    await expect(text).toMatchFileSnapshot("../golden/quote-customer.csv");
  });

  it("keep names apart from formulas, and readable", async () => {
    const groups = new Set(rowsIn(await written("quote-csv", hostilePlan)).map(({ group }) => group));
    expect([...groups]).toEqual([
      `'=HYPERLINK("http://x","y")`,
      "'+1",
      "'-2+3",
      "'@SUM(A1)",
      "'＝1",
      'a "quoted", name',
      "semi;colon;'=1",
      "Zürich & Söhne",
    ]);
  });

  /** The example fleet, each tenant bound for so long, at so many percent off a list that grants at most so much. */
  function discounted(termMonths: number, discountPercent: number, ceiling: string | null): PlannedFleet {
    const { release } = exampleFleet;
    const monthly = ceiling === null ? null : money(ceiling, "EUR");
    const priceList = { ...examplePriceList, discountCeiling: { percent: 100, monthly } };
    const chosen = { "agreed-prices": "ignored" };
    const context = planningContext({ release, priceBook: examplePriceBook, priceList, settings: chosen });
    const contractOf = ({ contract }: (typeof exampleFleet.tenants)[number]) => ({
      ...contract,
      termMonths,
      discountPercent,
    });
    const all = exampleFleet.tenants.map((tenant) => ({ ...tenant, contract: contractOf(tenant) }));
    return plannedFleet({ ...exampleFleet, tenants: all }, firstModel, context);
  }
  const rowsOfQuote = async (of: PlannedFleet) => rowsIn(await written("quote-csv", of));
  const checkQuote = (of: PlannedFleet) =>
    checkReport(reportOf("quote-csv"), of, (request) => reportOf("quote-csv").write(of, request));

  it.each([2.5, 12.5, 33.33, 87.13, 99])("say the percentage that was agreed: %d", async (percent) => {
    const each = discounted(1, percent, null);
    await checkQuote(each);
    const rows = await rowsOfQuote(each);
    const plain = where(rows, "discountPercent", String(percent));
    expect(plain.length).toBeGreaterThan(0.9 * (rows.length - where(rows, "discountPercent", "0").length));
    expect(rows[0]).toMatchObject({ billing: "recurring", period: "month", term: "1" });
    for (const row of where(rows, "billing", "one-time")) expect(row).toMatchObject({ period: "", term: "" });
  });

  it.each([1, 10, 333.33])("say a percentage that gives the amount where a ceiling of %d cuts it", async (ceiling) => {
    const each = discounted(1, 20, ceiling.toFixed(2));
    await checkQuote(each);
  });

  it("show what is given away", async () => {
    const each = discounted(1, 100, null);
    await checkQuote(each);
    expect(where(await rowsOfQuote(each), "discountPercent", "100").length).toBeGreaterThan(0);
  });

  it("keep tenants of the same name apart", async () => {
    const twins = fleetOf(...["a", "b"].map((id) => ({ id, name: "Twin", price: { monthly: "5.00" } })));
    const rows = rowsIn(await written("quote-csv", plannedFleet(twins, firstModel, toyContext())));
    expect(rows.map(({ group }) => group)).toEqual(["Twin (a)", "Twin (b)"]);
  });
});

describe("currencies", () => {
  const exchangeRates = [{ from: "EUR", to: "JPY", rate: "171.35", on: "2026-11-01" }];
  const context = { ...toyContext(), priceBook: { ...toyPriceBook(), exchangeRates } };
  const draft = { workloads: [pods(3, "1", "2Gi")], price: { monthly: "123457" } };
  const yen = plannedFleet(parseFleet({ ...fleetFile(draft, draft, draft), currency: "JPY" }), firstModel, context);
  const sum = (values: readonly (string | undefined)[]) => values.reduce((all, value) => all + Number(value), 0);

  it("without cents have none", async () => {
    const costs = rowsIn(await written("focus-csv", yen));
    const monthly = costs.map((row) => row["BilledCost"]);
    expect(monthly.filter((cost) => !/^\d+$/.test(cost ?? ""))).toEqual([]);
    expect(sum(monthly)).toBe(moneyAsNumber(yen.totals.monthlyCost));
    const quote = rowsIn(await written("quote-csv", yen, { audience: "internal" }));
    expect(quote.map((row) => row["unitPrice"])).toEqual(["123457", "123457", "123457"]);
    expect(sum(quote.map((row) => row["unitCost"]))).toBe(moneyAsNumber(yen.totals.monthlyCost));
  });

  it("are said where there is a place", async () => {
    expect(JSON.parse(await written("opencost-json", yen)).description).toContain("JPY an hour");
    expect(rowsIn(await written("focus-csv", yen))[0]).toMatchObject({
      BillingCurrency: "JPY",
      PricingCurrency: "JPY",
    });
  });
});

describe("FOCUS", () => {
  const [, , plan] = examples[0] ?? expect.unreachable();
  let rows: readonly Row[];
  beforeAll(async () => {
    const options = { "billing-account-id": "msp-1", "billing-account-name": "MSP" };
    rows = rowsIn(await written("focus-csv", plan, { options }));
  });

  it("has our own columns last, and none of another currency", async () => {
    const columns = Object.keys(rows[0] ?? {});
    const own = columns.filter((name) => name.startsWith("x_"));
    expect(columns.slice(-own.length)).toEqual(own);
    expect(own.at(-1)).toBe("x_Estimate");
    expect(columns.filter((name) => !/^(x_)?([A-Z][a-z]+)+$/.test(name))).toEqual([]);
    expect(new Set(rows.flatMap((row) => [row["BillingCurrency"], row["PricingCurrency"]]))).toEqual(new Set(["EUR"]));
  });

  it("is of the month of the plan's day, its end no part of it", async () => {
    expect(exampleFleet.asOf).toMatch(/^2026-11-/);
    expect(rows[0]).toMatchObject({
      BillingPeriodStart: "2026-11-01T00:00:00Z",
      BillingPeriodEnd: "2026-12-01T00:00:00Z",
      ChargePeriodStart: "2026-11-01T00:00:00Z",
      ChargePeriodEnd: "2026-12-01T00:00:00Z",
      BillingAccountId: "msp-1",
      InvoiceIssuerName: "MSP",
      ChargeClass: "",
      x_Estimate: "true",
    });
    const december = { ...plan, input: { ...plan.input, asOf: "2026-12-31" } };
    const [row] = rowsIn(await written("focus-csv", december));
    expect([row?.["ChargePeriodStart"], row?.["ChargePeriodEnd"]]).toEqual([
      "2026-12-01T00:00:00Z",
      "2027-01-01T00:00:00Z",
    ]);
  });

  it("leaves out rows of nothing, and leaves unknown fields empty", async () => {
    expect(rows.filter(({ BilledCost }) => Number(BilledCost) === 0)).toEqual([]);
    expect(new Set(rows.map(({ InvoiceId, RegionId }) => `${InvoiceId}${RegionId}`))).toEqual(new Set([""]));
    for (const row of rows) {
      expect(row["ConsumedQuantity"] === "").toBe(row["ChargeCategory"] !== "Usage");
      expect(row["ChargeFrequency"] === "Usage-Based").toBe(row["ChargeCategory"] === "Usage");
    }
  });

  it("of one tenant has its rows alone", async () => {
    const tenant = plan.tenants[1] ?? expect.unreachable();
    const own = rowsIn(await written("focus-csv", plan, { tenantIds: [tenant.tenantId] }));
    expect(new Set(own.map((row) => row["SubAccountName"]))).toEqual(new Set([tenant.name]));
    expect(sumIn(own, "BilledCost")).toBe(tenant.monthlyCost.amount);
  });
});

describe("OpenCost's prices", () => {
  it("are a month's ÷ its hours: 10 ÷ 730, 2 ÷ 730, 0.10 ÷ 730", async () => {
    const text = await written("opencost-json", hostilePlan, { findings: [noticeOf("Old prices.")] });
    expect(JSON.parse(text)).toMatchObject({ CPU: "0.0136986301", RAM: "0.002739726", storage: "0.0001369863" });
    expect(JSON.parse(text).description).toMatch(/Old prices\.$/);
  });
});

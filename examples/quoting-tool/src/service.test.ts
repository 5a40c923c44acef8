import { mkdtempSync, readFileSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import { createPlanner, type FleetInput, type Planner, problemLine } from "nkp-planner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serviceOf } from "./service.ts";
import { QuoteStore } from "./store.ts";

const KEY = "a key of this test";
const folder = mkdtempSync(join(tmpdir(), "quotes-"));
const planner = madePlanner();
let server: ServerType;
let origin: string;

/** The request that the README shows. */
const { opportunity, allow } = bodyOfReadme();

beforeAll(async () => {
  ({ server, origin } = await started());
});
afterAll(() => stopped(server));

function madePlanner(): Planner {
  const priceList = JSON.parse(readFileSync(new URL("../price-list.json", import.meta.url), "utf8"));
  const made = createPlanner({ priceList });
  if (!made.ok) throw new Error(made.problems.map(problemLine).join("\n"));
  return made.value;
}

interface Site {
  readonly id: string;
  readonly agreedMonthlyPrice?: string;
  readonly pods: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
}

function bodyOfReadme(): { opportunity: Readonly<Record<string, unknown>> & { sites: Site[] }; allow: string[] } {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, body = ""] = /curl [^']* -H 'content-type: application\/json' -d '(\{[^']*\})'/.exec(readme) ?? [];
  return JSON.parse(body);
}

/** @param milliseconds that a body may take: long, as many requests at once hold the thread */
function started(milliseconds = 20_000): Promise<{ server: ServerType; origin: string }> {
  const body = { bytes: 256 * 1024, milliseconds };
  const service = serviceOf({ planner, store: new QuoteStore(folder), internalKey: KEY, body });
  return new Promise((resolve) => {
    const server = serve({ fetch: service.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }: AddressInfo) =>
      resolve({ server, origin: `http://127.0.0.1:${port}` }),
    );
  });
}

function stopped(one: ServerType): Promise<void> {
  return new Promise((resolve) => {
    one.close(() => resolve());
    if ("closeAllConnections" in one) one.closeAllConnections();
  });
}

function post(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return fetch(`${origin}/quotes`, {
    method: "POST",
    body: text,
    headers: { "content-type": "application/json", ...headers },
  });
}

/** JSON of which a test says what it expects; reading it as anything else is a failure of the test. */
// biome-ignore lint/suspicious/noExplicitAny: what comes over HTTP has no type, and each test compares all that it reads.
async function jsonOf(response: Response): Promise<any> {
  return response.json();
}

async function problemsOf(response: Response) {
  const { problems } = (await response.json()) as { problems: { code: string; path: (string | number)[] }[] };
  return problems.map(({ code, path }) => [code, path.join(".")]);
}

describe("an opportunity", () => {
  it("is quoted: 500 + 6 × 80 + 24 × 10 by the list, and 1,900 as agreed", async () => {
    const response = await post({ opportunity, allow });
    expect(response.status).toBe(200);
    const { quoteId, lines, monthly, margin, provenance, findings } = await jsonOf(response);
    expect(monthly).toEqual({ amount: "3120.00", currency: "EUR" }); // 500 + 480 + 240 = 1,220; 1,220 + 1,900 = 3,120
    expect(margin).toBeUndefined();
    expect(quoteId).toMatch(/^[0-9a-f]{32}$/);
    expect(provenance).toEqual(planner.provenance);
    const fleet: FleetInput = {
      release: "nkp-2.17.1",
      asOf: "2026-12-01",
      currency: "EUR",
      tenants: opportunity.sites.map(({ id, agreedMonthlyPrice, ...size }) => ({
        id,
        size,
        ...(agreedMonthlyPrice === undefined ? {} : { agreedMonthlyPrice }),
      })),
    };
    const direct = planner.quote(fleet, { model: "starter-self-managed", allow: ["illustrative"] });
    if (!direct.ok) throw new Error(direct.problems.map(problemLine).join("\n"));
    expect(findings).toEqual(direct.value.findings);
    expect(lines.map((line: { amount: unknown }) => line.amount)).toEqual(
      direct.value.quotes.flatMap(({ recurring, oneTime }) => [...recurring, ...oneTime].map(({ amount }) => amount)),
    );
  });

  it("shows its margin to who has the key alone", async () => {
    const withKey = await jsonOf(await post({ opportunity, allow }, { "x-internal-key": KEY }));
    const wrong = await jsonOf(await post({ opportunity, allow }, { "x-internal-key": "another" }));
    const cents = (money: { amount: string }) => Number(money.amount.replace(".", ""));
    const { monthlyCost, monthlyMargin } = withKey.margin;
    expect(cents(monthlyCost) + cents(monthlyMargin)).toBe(cents(withKey.monthly));
    expect(wrong.margin).toBeUndefined();
    const page = await (await fetch(`${origin}/quotes/${withKey.quoteId}.html`)).text();
    expect(page).not.toContain(monthlyCost.amount);
  });

  it("asked twice is answered with the same bytes, in whatever order its keys are", async () => {
    const [one, two] = await Promise.all([post({ opportunity, allow }), post({ allow, opportunity })]);
    expect(await one?.text()).toBe(await two?.text());
  });

  it("is refused with what would allow it", async () => {
    const invented = await post({ opportunity });
    expect(invented.status).toBe(409);
    const { problems } = await jsonOf(invented);
    expect(problems[0]).toMatchObject({ code: "price-invented", fix: expect.stringContaining("illustrative") });
    const late = await post({ opportunity: { ...opportunity, startsOn: "2030-01-01" }, allow });
    expect([late.status, await problemsOf(late)]).toEqual([
      409,
      expect.arrayContaining([["price-expired", "opportunity"]]),
    ]);
    const huge = { ...opportunity, sites: [{ id: "one", pods: 1, vcpu: 900, memoryGiB: 9000 }] };
    expect((await post({ opportunity: huge, allow })).status).toBe(409);
  });

  it("that is wrong is told in its own words, all at once", async () => {
    const wrong = {
      id: "",
      currency: "EUR",
      startsOn: "someday",
      colour: 1,
      sites: [{ id: "x", pods: 4, vcpu: -1, memoryGiB: "8", extra: 1, agreedMonthlyPrice: "19O0" }],
    };
    const response = await post({ opportunity: wrong, model: "hybrid", allow: [] });
    expect(response.status).toBe(400);
    expect(new Set((await problemsOf(response)).map((one) => one.join(" ")))).toEqual(
      new Set([
        "wrong-type opportunity.id",
        "missing opportunity.customer",
        "unknown-key opportunity.colour",
        "unknown-key opportunity.sites.0.extra",
        "out-of-range opportunity.sites.0.vcpu",
        "wrong-type opportunity.sites.0.memoryGiB",
        "not-accepted opportunity.sites.0.agreedMonthlyPrice",
        "wrong-form opportunity.startsOn",
      ]),
    );
    expect(await problemsOf(await post({ opportunity, allow, model: "hybird" }))).toEqual([["not-a-choice", "model"]]);
    expect((await post({ opportunity: { ...opportunity, sites: [] }, allow })).status).toBe(400);
  });
});

describe("a page to print", () => {
  it("holds HTML in a customer's name as text, and runs nothing", async () => {
    const customer = `<script>alert(1)</script>"'&`;
    const { quoteId } = await jsonOf(await post({ opportunity: { ...opportunity, customer }, allow }));
    const response = await fetch(`${origin}/quotes/${quoteId}.html`);
    const page = await response.text();
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
    expect(page).toContain("3120.00 EUR");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await fetch(`${origin}/quotes/${"0".repeat(32)}.html`)).status).toBe(404);
    expect((await fetch(`${origin}/quotes/..%2f${quoteId}.html`)).status).toBe(404);
  });

  it("is there after a restart", async () => {
    const { quoteId } = await jsonOf(await post({ opportunity, allow }));
    const before = await (await fetch(`${origin}/quotes/${quoteId}.html`)).text();
    await stopped(server);
    ({ server, origin } = await started());
    expect(await (await fetch(`${origin}/quotes/${quoteId}.html`)).text()).toBe(before);
  });
});

describe("what no opportunity looks like", () => {
  it.each([
    ["broken JSON", "{", 400],
    ["nothing", "", 400],
    ["a text", '"x"', 400],
    ["deep lists", "[".repeat(50_000) + "]".repeat(50_000), 400],
    ["deep sites", `{"opportunity":{"sites":${"[".repeat(50_000)}${"]".repeat(50_000)}}}`, 400],
    ["a prototype", '{"__proto__":{"polluted":1},"opportunity":{"__proto__":{"polluted":1},"sites":[]}}', 400],
    [
      "huge numbers",
      { opportunity: { ...opportunity, sites: [{ id: "a", pods: 1e300, vcpu: 1e308, memoryGiB: 1 }] } },
      400,
    ],
    ["numbers past all numbers", JSON.stringify({ opportunity }).replace('"pods":12', '"pods":1e999'), 400],
    ["ids that no text can be made of", { opportunity: { ...opportunity, id: { toString: 1, valueOf: 1 } } }, 400],
    ["too much", { opportunity, more: "x".repeat(300_000) }, 413],
  ])("is refused: %s", async (_, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(Object.prototype).not.toHaveProperty("polluted");
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  it("is refused by its type", async () => {
    expect((await post({ opportunity, allow }, { "content-type": "text/plain" })).status).toBe(415);
  });

  it("is refused when it does not come: a slow client, and one without a length that sends too much", async () => {
    const hasty = await started(400);
    const slow = new Promise<number>((resolve, reject) => {
      const asked = request(
        `${hasty.origin}/quotes`,
        { method: "POST", headers: { "content-type": "application/json" } },
        (answer) => {
          resolve(answer.statusCode ?? 0);
          asked.destroy();
        },
      );
      asked.on("error", reject);
      asked.write("{");
    });
    expect(await slow).toBe(408);
    await stopped(hasty.server);
    const large = new Promise<number>((resolve, reject) => {
      const asked = request(
        `${origin}/quotes`,
        { method: "POST", headers: { "content-type": "application/json" } },
        (answer) => {
          resolve(answer.statusCode ?? 0);
          asked.destroy();
        },
      );
      asked.on("error", reject);
      asked.write(" ".repeat(300_000));
    });
    expect(await large).toBe(413);
  });
});

describe("many at once", () => {
  it("answers 200 different opportunities", async () => {
    const took: number[] = [];
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const startedAt = performance.now();
        const sites = [{ id: `site-${index}`, pods: 5 + (index % 40), vcpu: 2 + (index % 16), memoryGiB: 8 + index }];
        const response = await post({ opportunity: { ...opportunity, id: `${index}`, sites }, allow });
        took.push(performance.now() - startedAt);
        return response.status;
      }),
    );
    const [percentile = 0] = took.toSorted((one, other) => other - one).slice(2);
    console.log(`200 at once: 99th percentile ${Math.round(percentile)} ms`);
    expect(new Set(answers)).toEqual(new Set([200]));
  });

  it("ends what takes longer than it may, and answers a small one beside it", async () => {
    const limits = { pods: 20_000, tenants: 800, milliseconds: 1500 };
    const service = serviceOf({ planner, store: new QuoteStore(folder), internalKey: KEY, limits });
    const post = async (body: unknown) => {
      const headers = { "content-type": "application/json" };
      return await service.request("/quotes", { method: "POST", body: JSON.stringify(body), headers });
    };
    // No two alike: several times as long as it may take.
    const sites = Array.from({ length: 800 }, (_, index) => ({
      id: `s${index}`,
      pods: 25,
      vcpu: 20 + index / 7,
      memoryGiB: 90 + index,
    }));
    const ended: string[] = [];
    const startedAt = performance.now();
    const large = post({ opportunity: { ...opportunity, sites }, allow, model: "ultimate-centralized" }).then(
      (response) => {
        ended.push("large");
        console.log(`large: ${response.status} in ${Math.round(performance.now() - startedAt)} ms`);
        return response;
      },
    );
    const small = post({ opportunity: { ...opportunity, id: "beside" }, allow }).then((response) => {
      ended.push("small");
      console.log(`small: ${response.status} in ${Math.round(performance.now() - startedAt)} ms`);
      return response;
    });
    expect((await small).status).toBe(200);
    expect((await large).status).toBe(422);
    expect(await problemsOf(await large)).toEqual([["too-long", "opportunity"]]);
    expect(ended).toEqual(["small", "large"]);
    const over = await post({ opportunity: { ...opportunity, sites: [{ ...sites[0], pods: 100_000 }] }, allow });
    expect([over.status, await problemsOf(over)]).toEqual([422, [["too-large", "opportunity.sites"]]]);
  });
});

import { describe, expect, it } from "vitest";
import { fileOf, PRICES } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const tenant = (id: string, contract: string) => `
  - id: ${id}
    demand: { pods: 4, cpu: "4", memory: 16Gi }
    price: { monthly: "2000.00" }
    contract: { ${contract} }`;

const FLEET = fileOf(
  "come-and-go.yaml",
  `apiVersion: nkp-planner/v1
kind: Fleet
asOf: 2026-11-23
release: nkp-2.17.1
currency: EUR
tenants:${tenant("gone", "from: 2018-01-01, until: 2021-01-01")}${tenant("here", "from: 2018-01-01")}${tenant("later", "from: 2027-03-01")}
`,
);
const GONE = "gone (until 2021-01-01)";
const LATER = "later (from 2027-03-01)";
const flat = (text: string) => text.replaceAll(/\s+/g, " ");

describe("the day of a plan", () => {
  it.each([
    ["compare", FLEET],
    ["plan", FLEET],
    ["cost", FLEET],
    ["quote", FLEET],
    ["quote", FLEET, "--audience", "internal"],
    ["explain", FLEET, "nodeCount"],
    ["breakeven", FLEET, "--up-to", "1"],
    ["whatif", FLEET, "--trials", "0"],
    ["sizes", FLEET, "--up-to", "1"],
  ])("leaves those out who are not under contract on it, and names them: %s", async (...args) => {
    const { stdout, stderr, code } = await cli([...args, "--prices", PRICES]);
    expect(code, stderr).toBe(0);
    const said = flat(stdout + stderr);
    expect(said).toContain(`Not under contract on 2026-11-23, so in no figure: ${GONE}, ${LATER}.`);
  });

  it.each([
    ["compare", FLEET],
    ["plan", FLEET],
    ["cost", FLEET],
    ["explain", FLEET, "nodeCount"],
    ["breakeven", FLEET, "--up-to", "1"],
    ["whatif", FLEET, "--trials", "0"],
    ["sizes", FLEET, "--up-to", "1"],
  ])("stands so in the documents too: %s", async (...args) => {
    const { stdout } = await cli([...args, "--prices", PRICES, "--format", "json"]);
    const { findings } = JSON.parse(stdout) as Pick<PlanJson, "findings">;
    expect(findings.map(({ code }) => code)).toContain("tenants-not-under-contract");
  });

  it("is another one with --as-of", async () => {
    const tenantsOn = async (...day: readonly string[]) => {
      const { stdout } = await cli(["plan", FLEET, "--prices", PRICES, ...day, "--format", "json"]);
      const { plan, findings } = JSON.parse(stdout) as PlanJson;
      const absent = findings.find(({ code }) => code === "tenants-not-under-contract");
      return [plan.tenants.map(({ tenantId }) => tenantId), absent?.message.figures["tenants"]?.value ?? []];
    };
    expect(await tenantsOn()).toEqual([["here"], [GONE, LATER]]);
    expect(await tenantsOn("--as-of", "2020-06-01", "--allow", "invalid-prices")).toEqual([["gone", "here"], [LATER]]);
    expect(await tenantsOn("--as-of", "2027-03-01")).toEqual([["here", "later"], [GONE]]);
  });

  it("is one of the calendar", async () => {
    const { stderr, code } = await cli(["compare", FLEET, "--as-of", "2026-02-30"]);
    expect([code, flat(stderr)]).toEqual([
      2,
      '--as-of found "2026-02-30", expected a day of the calendar as year-month-day write for example 2026-11-23 ',
    ]);
  });

  it("gets no quote for a tenant of another day, and no customer reads of others", async () => {
    const asked = await cli(["quote", FLEET, "--prices", PRICES, "--tenant", "gone"]);
    expect([asked.code, asked.stdout]).toEqual([2, ""]);
    expect(flat(asked.stderr)).toContain(
      "expected a tenant under contract on 2026-11-23; it is under contract from 2018-01-01 until 2021-01-01",
    );
    for (const format of ["human", "json", "quote-csv"]) {
      const { stdout } = await cli(["quote", FLEET, "--prices", PRICES, "--format", format]);
      expect(stdout).toContain("here");
      expect(stdout).not.toMatch(/gone|later/);
    }
  });

  it("is what a forecast begins after, with the first whole month, and nobody is left out of it", async () => {
    const { stdout } = await cli(["forecast", FLEET, "--prices", PRICES, "--months", "12", "--every", "month"]);
    expect(stdout).not.toContain("Not under contract");
    const counts = [...stdout.matchAll(/^\d+ +\d{4}-\d\d +(\d+) /gm)].map(([, count]) => Number(count));
    expect(counts.slice(0, 12)).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  });
});

interface PlanJson {
  readonly plan: { readonly tenants: readonly { readonly tenantId: string }[] };
  readonly findings: readonly {
    readonly code: string;
    readonly message: { readonly figures: Readonly<Record<string, { readonly value: unknown }>> };
  }[];
}

import { describe, expect, it } from "vitest";
import { fileOf, PRICES } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const HEAD = {
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  asOf: "2026-11-23",
  release: "nkp-2.17.1",
  currency: "EUR",
};

/** More rows than a table is told by, of one size. */
const COUNT = 1300;
const tenants = Array.from({ length: COUNT }, (_, index) => ({
  id: `t${index}`,
  name: `Tenant ${index}`,
  demand: { pods: 10 + (index % 2), cpu: "2.5", memory: "8Gi" },
  upgradeCadence: index % 7 === 0 ? "own" : "fleet",
  price: { monthly: "1200.50" },
}));

const NAMES = "id,tenant,pods,vCPU,memory GiB,upgrades,price EUR";
const rows = tenants.map(
  ({ id, name, demand, upgradeCadence }) => `${id},"${name}",${demand.pods},2.5,8,${upgradeCadence},"1,200.50"`,
);
const ndjson = [HEAD, ...tenants].map((one) => `${JSON.stringify(one)}\n`).join("");
const csv = `${[NAMES, ...rows].join("\r\n")}\r\n`;
const documents = tenants.map(
  ({ id, name, demand, upgradeCadence }) => `id: ${id}
name: ${name}
demand: { pods: ${demand.pods}, cpu: "2.5", memory: 8Gi }
upgradeCadence: ${upgradeCadence} # as agreed

price:
  monthly: "1200.50"
`,
);
const yaml = ["# The fleet, and its tenants.\n", `${JSON.stringify(HEAD)}\n`, "\n", ...documents].join("---\n");

const GIVEN = ["--prices", PRICES, "--workers", "1", "--model", "starter-self-managed", "--format", "json"];
const AS_HEAD = ["--as-of", HEAD.asOf, "--release", HEAD.release];
const wordsOf = (text: string) => text.replaceAll(/\s+/g, " ");
const stream = (path: string, ...more: readonly string[]) => cli(["compare", "--stream", path, ...GIVEN, ...more]);

async function refusal(name: string, text: string): Promise<string> {
  const { code, stdout, stderr } = await stream(fileOf(name, text), ...AS_HEAD);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  return wordsOf(stderr);
}

describe("a fleet that streams", () => {
  it("comes to the same bytes as NDJSON, CSV and YAML documents, of a file or from standard input", async () => {
    const expected = await stream(fileOf("forms.ndjson", ndjson), ...AS_HEAD);
    expect(expected.code).toBe(0);
    expect(JSON.parse(expected.stdout).streamedPlans[0].tenantCount).toBe(COUNT);
    for (const [name, text] of [
      ["forms.csv", csv],
      ["forms.yaml", yaml],
    ] as const) {
      const { code, stdout, stderr } = await stream(fileOf(name, text), ...AS_HEAD);
      expect({ name, code, stderr: stderr.split("\n").length }).toEqual({ name, code: 0, stderr: 2 });
      expect(stdout).toBe(expected.stdout);
      const format = name.slice("forms.".length);
      const piped = await cli(["compare", "--stream", "-", "--stream-format", format, ...GIVEN, ...AS_HEAD], {
        stdin: text,
      });
      expect(piped.stdout).toBe(expected.stdout);
    }
  });

  it("adds up from shards of a table and of documents", async () => {
    const parts = async (path: string) => {
      const files = [0, 1].map((index) => `${path}.${index}.json`);
      for (const [index, out] of files.entries()) {
        const of = ["--index", String(index), "--of", "2", "--out", out, "--force"];
        expect(await cli(["shard", path, ...GIVEN.slice(0, -2), ...AS_HEAD, ...of])).toMatchObject({
          code: 0,
          stdout: "",
        });
      }
      return (await cli(["merge", ...files, "--format", "json"])).stdout;
    };
    const few = 300;
    const table = fileOf("parts.csv", `${[NAMES, ...rows.slice(0, few)].join("\n")}\n`);
    const yamls = fileOf("parts.yml", [JSON.stringify(HEAD), ...documents.slice(0, few)].join("\n---\n"));
    const merged = await parts(table);
    expect(JSON.parse(merged).streamedPlans[0].tenantCount).toBe(few);
    expect(await parts(yamls)).toBe(merged);
  });

  it("says of a table what is left out, and the row of what is wrong", async () => {
    const few = fileOf("few.csv", "tenant,pods,vCPU,memory,colour\nKite,3,1,4,red\nOrchid,3,1,4,blue\nTotal,6,2,8,\n");
    const { code, stdout, stderr } = await stream(few, ...AS_HEAD);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).streamedPlans[0].tenantCount).toBe(2);
    expect(wordsOf(stderr)).toContain('few.csv: The column "colour" says nothing of a tenant that is known here');
    expect(wordsOf(stderr)).toContain(
      'few.csv: The column "memory" names no unit: its numbers without one are read as GiB',
    );
    expect(wordsOf(stderr)).toContain('few.csv: Line 4, "Total", adds up the rows above it and is left out');

    const one = await refusal("one.csv", `${NAMES}\n${rows[0]}\nx,X,many,1,1,,\ny,X,1,1,1,,\n,X,1,1,1,,\n`);
    expect(one).toMatch(/one\.csv:3\b.*pods.*found "many"/);
    expect(one).toMatch(/one\.csv:5\b.*"X" a second time, as in line 3/);
    expect(await refusal("heads.csv", "tenant,pods\nKite,3\n")).toMatch(/heads\.csv:1\b.*one named vCPU/i);
    expect(await refusal("open.csv", `${NAMES}\n${rows[0]}\nx,"X,1,1,1,,\n`)).toContain(
      "a quotation mark that is not closed",
    );
    expect(await refusal("empty.csv", "")).toContain("no rows of tenants");
    expect(await refusal("limits.csv", `${NAMES}\n${rows[0]}\nx,X,1,1,99999999999,,\n`)).toMatch(/limits\.csv:3\b/);
  });

  it("refuses rows that say otherwise than the first thousand, by which a table is read", async () => {
    const among = (...last: readonly string[]) => [NAMES, ...rows, ...last].join("\n");
    const comma = await refusal("comma.csv", among('x,X,1,"1,5",1,,'));
    expect(comma).toMatch(/comma\.csv:1302\b.*found "1,5".*a point before fractions, as in the rows above/);
    const pods = tenants.reduce((sum, { demand }) => sum + demand.pods, 0);
    const total = await refusal("total.csv", among(`,Alle zusammen,${pods},${COUNT * 2.5},${COUNT * 8},,`));
    expect(total).toMatch(/total\.csv:1302\b.*"Alle zusammen", which may add up other rows/);
    const currency = [`${NAMES},of`, ...rows.map((row) => `${row},`), "x,X,1,1,1,,5,USD"].join("\n");
    expect(await refusal("currency.csv", currency)).toMatch(/currency\.csv:1302\b.*found "USD"/);
  });

  it("says the line of what is wrong in a document, and refuses what is no tenant", async () => {
    const bad = [...documents.slice(0, 2), "id: x\ndemand:\n  pods: many\n  cpu: 1\n  memory: 1Gi\n"].join("---\n");
    expect(await refusal("bad.yaml", bad)).toMatch(/bad\.yaml:19:9\b.*demand\.pods/);
    expect(await refusal("list.yaml", `${documents[0]}---\n- id: x\n`)).toMatch(
      /list\.yaml:9 .*a document that is no tenant/,
    );
    expect(await refusal("open.yaml", `${documents[0]}---\nid: [x\n`)).toMatch(/open\.yaml:(9|10):\d/);
    const whole = JSON.stringify({ ...HEAD, tenants: tenants.slice(0, 1) });
    expect(await refusal("whole.yaml", whole)).toContain("a whole fleet in one document");
  });

  it("is what a fleet is told that is too large for a file", async () => {
    const many = Array.from({ length: 100_001 }, (_, index) => ({ id: `t${index}` }));
    const large = [
      ["many.json", JSON.stringify({ ...HEAD, tenants: many }), "leave some out"],
      ["large.yaml", "#".repeat(10 * 2 ** 20 + 1), "split the file"],
      ["many.csv", `${NAMES}\n${"a,a,1,1,1,,\n".repeat(5001)}`, "give a larger fleet as YAML or JSON"],
    ] as const;
    for (const [name, text, fix] of large) {
      const { code, stderr } = await cli(["compare", fileOf(name, text)]);
      expect(code).toBe(2);
      expect(wordsOf(stderr)).toContain(`${fix}, or stream it: nkp-planner compare --stream FILE`);
    }
    const { stderr } = await cli([
      "compare",
      fileOf("one.json", "{}"),
      "--prices",
      fileOf("p.yaml", "#".repeat(10 * 2 ** 20 + 1)),
    ]);
    expect(stderr).toContain("split the file");
    expect(stderr).not.toContain("--stream");
  });
});

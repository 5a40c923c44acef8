import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { FEW, fewText, fileOf, LIST } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const own = (path: string) => readFileSync(path, "utf8").replace("illustrative: true", "illustrative: false");
const MINE = fileOf("my-list.yaml", own(LIST));
const UNPRICED = fileOf("unpriced.yaml", fewText.replaceAll(/^ +price: .*\n/gm, ""));

/** The line in which a text stands first, as editors count. */
const lineOf = (path: string, text: string) =>
  readFileSync(path, "utf8")
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

async function linesOf(figure: string, ...args: readonly string[]) {
  const [fleet = "", ...flags] = args;
  const { stdout } = await cli(["explain", fleet, figure, ...flags, "--model", "hybrid", "--format", "json"]);
  const [first] = JSON.parse(stdout).figures;
  return first.lines as readonly { label: string; rateUnit: string; rateOrigin: object }[];
}

describe("whose price it is, of what tenants pay", () => {
  it("is the user's, with the line of the price list, for items, fees and support alike", async () => {
    const cheap = fileOf("minimum.yaml", own(LIST).replace('monthly: "1200.00"', 'monthly: "9000.00"'));
    const lines = [
      ...(await linesOf("tenant.orchid.monthlyPrice", UNPRICED, "--price-list", cheap)),
      ...(await linesOf("tenant.orchid.oneTimePrice", UNPRICED, "--price-list", cheap)),
    ];
    const skus = ["MK-CLUSTER", "MK-VCPU", "MK-MEM", "MK-STO", "MK-MIN", "SUP-BUS", "ONB"];
    for (const sku of skus) {
      const { rateOrigin } = lines.find(({ rateUnit }) => rateUnit.includes(`(${sku})`)) ?? {};
      const place = { file: cheap, line: lineOf(cheap, `sku: ${sku}`) };
      expect(rateOrigin, sku).toEqual({ isInvented: false, pricesId: "example-list-eur", place });
    }
  });

  it("is told to people so, and an invented list stays one", async () => {
    const said = async (list: string) =>
      (await cli(["explain", UNPRICED, "tenant.orchid.monthlyPrice", "--price-list", list, "--model", "hybrid"]))
        .stdout;
    expect((await said(MINE)).replaceAll(/\s+/g, " ")).toContain(
      `yours, line ${lineOf(MINE, "sku: MK-CLUSTER")} of ${MINE}`,
    );
    expect(await said(LIST)).toContain("invented (example-list-eur)");
  });

  it("is agreed, in its line of the fleet file or of the table", async () => {
    const [ofFile] = await linesOf("tenant.basalt.monthlyPrice", FEW);
    const line = lineOf(FEW, "9800.00");
    expect(ofFile?.rateOrigin).toEqual({ isInvented: true, pricesId: null, place: { file: FEW, line } });
    const said = async (file: string) =>
      (await cli(["explain", file, "tenant.basalt.monthlyPrice", "--model", "hybrid"])).stdout.replaceAll(/\s+/g, " ");
    expect(await said(FEW)).toContain(`invented, as agreed in line ${line} of ${FEW}`);
    const own = fileOf("own-agreed.yaml", fewText.replace("illustrative: true", "illustrative: false"));
    expect(await said(own)).toContain(`yours, as agreed in line ${line} of ${own}`);
    const table = fileOf("agreed.csv", "tenant,pods,vcpu,memory GiB,price\nAegir,4,2,8,100.00\nLast,4,2,8,200.00\n");
    const [ofTable] = await linesOf("tenant.last.monthlyPrice", table);
    expect(ofTable?.rateOrigin).toEqual({ isInvented: false, pricesId: null, place: { file: table, line: 3 } });
  });

  it("stays what it was when tenants join a fleet that says otherwise", async () => {
    const table = fileOf("joining.csv", "tenant,pods,vcpu,memory GiB,price\nAegir,4,2,8,100.00\nLast,4,2,8,\n");
    const head = ["--as-of", "2026-11-23", "--release", "nkp-2.17.1", "--currency", "EUR"];
    const pricesIn = async (args: readonly string[]) =>
      parse((await cli(["import", ...args])).stdout).tenants.map(({ price }: { price?: object }) => price);
    expect((await pricesIn([table, "--into", FEW])).slice(-3)).toEqual([
      { monthly: "1900.00" },
      { illustrative: false, monthly: "100.00" },
      undefined,
    ]);
    expect((await pricesIn([FEW, ...head])).at(-1)).toEqual({ illustrative: true, monthly: "1900.00" });
    expect((await pricesIn([table, ...head]))[0]).toEqual({ monthly: "100.00" });
  });

  it("is in no quote: customers see no file of yours", async () => {
    const args = ["quote", UNPRICED, "--price-list", MINE];
    expect((await cli([...args, "--format", "json"])).stdout).not.toContain("my-list.yaml");
    expect((await cli(args)).stdout).not.toContain("my-list.yaml");
  });
});

import { readFileSync } from "node:fs";
import { schemaAddress, schemaHeader } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { FEW, FLEET, fileOf, folder } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const NEW_FLEET = ["--as-of", "2026-11-23", "--release", "nkp-2.17.1", "--currency", "EUR"];
const TABLE = "tenant;pods;vCPU;memory GiB;EUR / month;Colour\nÄgir;10;2,5;8;900;red\nLast;3;1;4;;\n";

/** Lines as they were before the page's edge broke them. */
const unbroken = (text: string) => text.replaceAll(/\s+/g, " ");

describe("import", () => {
  it("makes a fleet of a table, says what it left out, and what is made can be planned", async () => {
    const out = fileOf("imported.yaml", "");
    const { code, stdout, stderr } = await cli([
      "import",
      fileOf("tenants.csv", TABLE),
      ...NEW_FLEET,
      "--out",
      out,
      "--force",
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(unbroken(stderr)).toContain("2 tenants found, 2 used.");
    expect(stderr).toContain('"Colour"');
    expect(readFileSync(out, "utf8").split("\n")[0]).toBe(`# ${schemaHeader("fleet")}`);
    const plan = await cli(["plan", out, "--format", "json"]);
    expect(plan.code).toBe(0);
    expect(JSON.parse(plan.stdout).plan.tenants.map(({ tenantId }: { tenantId: string }) => tenantId)).toEqual([
      "agir",
      "last",
    ]);
  });

  it("takes tables and fleets together into a fleet, whatever their letters are written in", async () => {
    const { code, stdout } = await cli(
      [
        "import",
        fileOf("utf16.csv", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TABLE, "utf16le")])),
        "-",
        "--into",
        FLEET,
        "--release",
        "nkp-2.16.1",
      ],
      { stdin: "tenant,preset\nPelican,S\n" },
    );
    expect(code).toBe(0);
    const fleet = parse(stdout);
    expect(fleet.release).toBe("nkp-2.16.1");
    expect(fleet.tenants.slice(-3).map(({ id }: { id: string }) => id)).toEqual(["agir", "last", "pelican"]);
  });

  it("leaves the fleet's file as it was but for who joins, comments and order included", async () => {
    const text = readFileSync(FLEET, "utf8");
    const { code, stdout } = await cli(["import", "-", "--into", FLEET], { stdin: "tenant,preset\nPelican,S\n" });
    expect(code).toBe(0);
    expect(text).toContain("#");
    expect(stdout.startsWith(text.trimEnd())).toBe(true);
    expect(stdout.slice(text.trimEnd().length).trim().split("\n")[0]).toBe("- name: Pelican");
  });

  it("keeps the schema that a JSON fleet names, and plans it as without", async () => {
    const fleet = { ...parse(readFileSync(FEW, "utf8")), $schema: schemaAddress("fleet", "draft-07") };
    const file = fileOf("named.json", JSON.stringify(fleet));
    const joined = await cli(["import", "-", "--into", file], { stdin: "tenant,preset\nPelican,S\n" });
    expect({ code: joined.code, $schema: parse(joined.stdout).$schema }).toEqual({ code: 0, $schema: fleet.$schema });
    const [named, unnamed] = await Promise.all([file, FEW].map((one) => cli(["plan", one, "--format", "json"])));
    expect(JSON.parse(named?.stdout ?? "").plan).toEqual(JSON.parse(unnamed?.stdout ?? "").plan);
  });

  it("refuses a file of which a row cannot be read, unless that is allowed", async () => {
    const file = fileOf("bad.csv", "tenant,pods,vcpu,memory\nA,ten,1,1\nB,1,1,1\nC,2,x,1\n");
    const refused = await cli(["import", file, ...NEW_FLEET]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain(`${file}:2:2  pods`);
    expect(refused.stderr).toContain(`${file}:4:3  vcpu`);
    const { code, stdout, stderr } = await cli(["import", file, ...NEW_FLEET, "--skip-unreadable"]);
    expect(code).toBe(0);
    expect(parse(stdout).tenants).toHaveLength(1);
    expect(unbroken(stderr)).toContain("3 tenants found, 1 used, 2 unreadable.");
    expect(stderr).toContain("Line 2: ");
  });

  it.each([
    ["a fleet to be", ["x.csv"], "add --into FLEET"],
    ["a price book", ["prices.yaml", ...NEW_FLEET], "--prices"],
    ["a format that there is not", ["x.csv", ...NEW_FLEET, "--as", "tenants-cvs"], 'did you mean "tenants-csv"?'],
    ["an option that there is not", ["x.csv", ...NEW_FLEET, "--option", "colour=red"], "colour"],
    ["a picture", ["picture.png", ...NEW_FLEET], "none of them"],
    ["no such file", [`${folder}/none.csv`, ...NEW_FLEET], "no such file"],
    ["the same tenants twice", ["x.csv", "x.csv", ...NEW_FLEET], "an id that no tenant of"],
  ])("says what is wrong with %s", async (_what, args, words) => {
    fileOf("x.csv", "tenant,preset\nA,S\n");
    fileOf("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]));
    fileOf(
      "prices.yaml",
      'apiVersion: nkp-planner/v1\nkind: PriceBook\nid: a\ntitle: A\ncurrency: EUR\nvalidFrom: 2026-01-01\nillustrative: true\nitems:\n  - { sku: A, name: A, appliesTo: labour, unit: hour, unitPrice: "1" }\n',
    );
    const paths = args.map((word) => (/^[a-z]+\.[a-z]+$/.test(word) ? `${folder}/${word}` : word));
    const { code, stdout, stderr } = await cli(["import", ...paths]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });
});

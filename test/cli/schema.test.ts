import { readFileSync } from "node:fs";
import { parameters } from "@nkp-planner/catalog";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../packages/cli/src/human/layout.ts";
import { jsonSchemas } from "../../packages/core/scripts/schemas.ts";
import { cliOnce } from "../support/command-line.ts";

const show = async (...args: readonly string[]) => cliOnce(["schema", "show", ...args]);

/** Made of the catalog, or of rules of checks, which core does not have. */
const OTHERS = ["settings", "sizing-policy", "check-baseline"];

function shippedWithAdapters(name: string) {
  return JSON.parse(
    readFileSync(new URL(`../../packages/adapters/schema/${name}.schema.json`, import.meta.url), "utf8"),
  );
}

describe("schema show", () => {
  it("lists every schema that ships, and settings, where no name is given", async () => {
    const { code, stdout } = await show();
    expect(code).toBe(0);
    const files = [...jsonSchemas().keys()].filter((file) => !file.startsWith("draft-07/"));
    const names = files.map((file) => file.replace(".schema.json", ""));
    const listed = [...stdout.matchAll(/^([a-z-]+) {2,}/gm)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual([...names, ...OTHERS].toSorted());
    const { schemas } = JSON.parse((await show("--format", "json")).stdout);
    expect(schemas).toHaveLength(names.length + OTHERS.length);
    const ids = [...jsonSchemas().values()].map((text) => JSON.parse(text).$id);
    const addresses = schemas.flatMap((one: Record<string, string | null>) => [one["address"], one["draft07Address"]]);
    const ofChecks = ["sizing-policy", "check-baseline"].map(shippedWithAdapters).map(({ $id }) => $id);
    expect(addresses.filter((one: string | null) => one !== null).toSorted()).toEqual([...ids, ...ofChecks].toSorted());
  });

  it("says of a property its type, its unit, what it means, an example, and whether it is required", async () => {
    const { stdout } = await show("fleet");
    expect(stdout).toContain(
      [
        "  termMonths       whole number from 1 to 600; months",
        "      For how long the tenant is bound; term discounts go by it. Left out: it is",
        "      not bound.",
        "      termMonths: 36",
      ].join("\n"),
    );
    expect(stdout).toMatch(/\n {2}tenants +required; list\n/);
    expect(stdout).toContain("\ntenants[].workloads[]\n");
    expect(stdout).toMatch(/\n {2}upgradeCadence +one of: fleet, own; default fleet\n/);
  });

  it("says of the last day of a contract and of prices that one is without and the other with", async () => {
    const flat = async (name: string) => (await show(name)).stdout.replaceAll(/\s+/g, " ");
    expect(await flat("fleet")).toContain(
      "The first day it is no tenant any more, where validUntil of prices is their",
    );
    for (const name of ["price-book", "price-list"])
      expect(await flat(name)).toContain("The last day on which they hold, where until of a contract is the first day");
  });

  it.each(["", "fleet", "price-book", "price-list", "what-if", "settings", "sizing-policy", "check-baseline", "plan"])(
    "%s: fits 80 columns",
    async (name) => {
      const { code, stdout } = await show(...(name === "" ? [] : [name]));
      expect(code).toBe(0);
      expect(stdout.split("\n").filter((line) => widthOf(line) > 80)).toEqual([]);
    },
  );

  it.each(["sizing-policy", "check-baseline"])("prints %s as it ships with its package", async (name) => {
    expect(JSON.parse((await show(name, "--format", "json")).stdout)).toEqual(shippedWithAdapters(name));
  });

  it("prints the JSON Schema that ships, and that of settings", async () => {
    expect((await show("price-list", "--format", "json")).stdout).toBe(jsonSchemas().get("price-list.schema.json"));
    const settings = JSON.parse((await show("settings", "--format", "json")).stdout);
    expect(Object.keys(settings.properties)).toEqual(parameters.map(({ id }) => id));
    expect((await show("settings")).stdout).toMatch(/\n {2}floors +one of: /);
  });

  it("says in which units each kind of price may be", async () => {
    expect((await show("price-book")).stdout).toMatch(/\nhost +Hosts +host-\*, host\n/);
  });

  it("knows which name was meant", async () => {
    const { code, stdout, stderr } = await show("price-lst");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain('did you mean "price-list"?');
  });
});

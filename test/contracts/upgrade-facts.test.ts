import { catalogOf, upgradeFacts, versions } from "@nkp-planner/catalog";
import { describe, expect, it } from "vitest";

const { infrastructure, floors, couplingScopes, paths, risks } = upgradeFacts;
const minorOf = (version: string) => version.split(".").slice(0, 2).join(".");
const minors = [...new Set(versions.map(({ version }) => minorOf(version)))];
const minorNumber = (minor: string) => Number(minor.split(".")[1]);

describe("what the catalog knows of upgrades", () => {
  it("travels with the platform of every release", () => {
    expect(catalogOf("nkp-2.17.1").upgradeFacts).toBe(upgradeFacts);
    expect(catalogOf("nkp-2.16.1").upgradeFacts).toBe(upgradeFacts);
  });

  it("has the vendor's table of steps: known versions, forward, and no minor version skipped", () => {
    expect(paths).toHaveLength(17);
    const order = versions.map(({ version }) => version);
    for (const { from, to } of paths) {
      expect(order).toEqual(expect.arrayContaining([from, to]));
      expect(minorNumber(minorOf(to)) - minorNumber(minorOf(from))).toBeOneOf([0, 1]);
    }
  });

  it("says who advises against a step that the table allows, and keeps both sources", () => {
    const advised = paths.filter(({ advisedAgainst }) => advisedAgainst !== null);
    expect(advised).toMatchObject([{ from: "2.17.0", to: "2.18.0", isSupported: true, confidence: "documented" }]);
    expect(advised[0]?.sources).toEqual(["nkpGuide218", expect.stringContaining("nkp-field-docs")]);
    // The way round that it names is in the table.
    expect(paths).toEqual(expect.arrayContaining([expect.objectContaining({ from: "2.17.1", to: "2.18.0" })]));
  });

  it("knows until when everything that a release needs beneath it is looked after", () => {
    const known = (product: string) => infrastructure.filter((one) => one.product === product);
    expect(known("prism-central")).toHaveLength(5);
    expect(known("aos")).toHaveLength(5);
    for (const { minor, prismCentral, aos } of floors) {
      expect(minors).toContain(minor);
      expect(known("prism-central").map(({ version }) => version)).toContain(prismCentral);
      expect(known("aos").map(({ version }) => version)).toContain(aos);
    }
    for (const { releasedOn, maintenanceEndsOn, supportEndsOn } of infrastructure)
      expect([releasedOn, maintenanceEndsOn, supportEndsOn].toSorted()).toEqual([
        releasedOn,
        maintenanceEndsOn,
        supportEndsOn,
      ]);
  });

  it("has a scope of coupling for every minor version there is, oldest first, and says where sources differ", () => {
    const begins = couplingScopes.map(({ fromMinor }) => minorNumber(fromMinor));
    expect(begins).toEqual(begins.toSorted((a, b) => a - b));
    expect(begins[0]).toBe(minorNumber(minors[0] ?? ""));
    expect(couplingScopes.map(({ fromMinor, scope, otherScope }) => [fromMinor, scope, otherScope])).toEqual([
      ["2.12", "workspace", null],
      ["2.18", "workspace", "cluster"],
      ["2.19", "cluster", null],
    ]);
  });

  it("tells each risk in one sentence, and has a limit exactly where its condition is one of length", () => {
    expect(new Set(risks.map(({ id }) => id)).size).toBe(risks.length);
    for (const { id, message, condition, limit, toMinor } of risks) {
      expect(message, id).toMatch(/^[A-Z][^!?]*\.$/);
      expect(message.match(/\. /g), id).toBeNull();
      expect(limit !== null, id).toBe(condition === "cluster-name-longer");
      expect(minors, id).toContain(toMinor);
    }
    expect(risks.find(({ condition }) => condition === "cluster-name-longer")?.limit).toBe(58);
  });
});

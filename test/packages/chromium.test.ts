import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { hasBrowser, launchBrowser } from "../site/support/browser.ts";
import { userProject } from "./support/user.ts";

const folder = join(inject("scratchFolder"), "chromium");
const scratch = userProject(folder);

/** Answers to the same questions, as text; and each of them as it comes out of the other end of a channel. */
const ASKED = `
import { createPlanner } from "nkp-planner";
import { fromJSON, toJSON } from "nkp-planner/documents";
const worthOf = (result) => { if (!result.ok) throw new Error(JSON.stringify(result.problems)); return result.value; };
const tenants = [
  { id: "orchid", size: { pods: 12, vcpu: 6, memoryGiB: 24, storageGiB: 100 }, agreedMonthlyPrice: "4200.00" },
  { id: "basalt", preset: "M", agreedMonthlyPrice: "9800.00" },
];
const fleet = { asOf: "2026-11-29", release: "nkp-2.17.1", currency: "EUR", tenants };
const sent = (value) => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = ({ data }) => { port1.close(); resolve(data); };
  port1.postMessage(value);
});
export async function answers() {
  const planner = worthOf(createPlanner());
  const model = "hybrid";
  const all = [
    planner.plan(fleet, { model }),
    planner.compare(fleet, {}),
    planner.quote(fleet, { model, allow: ["illustrative"] }),
    planner.explain(fleet, { model, figure: "monthlyCost" }),
    planner.priceFor(fleet, { model, goal: { margin: 0.25, per: "tenant" } }),
    planner.breakeven(fleet, { model, against: "ultimate-centralized", upTo: 2 }),
    planner.plan({ ...fleet, release: "none" }, { model }),
  ];
  const texts = all.map(toJSON);
  const travelled = (await Promise.all(all.map(sent))).map(toJSON);
  const cloned = all.map((one) => toJSON(structuredClone(one)));
  const kinds = all.slice(0, 4).map((one) => worthOf(fromJSON(toJSON(worthOf(one)))).kind);
  return { texts, travelled, cloned, kinds };
}
`;

interface Answers {
  readonly texts: readonly string[];
  readonly travelled: readonly string[];
  readonly cloned: readonly string[];
  readonly kinds: readonly string[];
}

describe.runIf(hasBrowser())("in Chromium, from the tarballs", () => {
  let bundle = "";

  beforeAll(async () => {
    await scratch.install(...Object.values(inject("tarballs")));
    scratch.write("asked.js", ASKED);
    scratch.write("node.js", 'import { answers } from "./asked.js"; console.log(JSON.stringify(await answers()));');
    const built = await build({
      entryPoints: [join(folder, "asked.js")],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "asked",
      platform: "browser",
      minify: true,
    });
    bundle = built.outputFiles[0]?.text ?? "";
  });

  it("every answer is the same bytes as in Node, and travels by messages and clones", async () => {
    const { stdout, stderr } = scratch.run(process.execPath, "node.js");
    expect(stderr).toBe("");
    const inNode: Answers = JSON.parse(stdout);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: bundle });
      const inBrowser: Answers = JSON.parse(await page.evaluate("asked.answers().then(JSON.stringify)"));
      expect(inBrowser.texts).toEqual(inNode.texts);
      expect(inBrowser.travelled).toEqual(inNode.texts);
      expect(inBrowser.cloned).toEqual(inNode.texts);
      expect(inBrowser.kinds).toEqual(["plan", "comparison", "quote", "figure"]);
      expect(inBrowser.texts.map((text) => JSON.parse(text).ok)).toEqual([true, true, true, true, true, true, false]);
    } finally {
      await browser.close();
    }
  });
});

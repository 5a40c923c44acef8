import { adapters } from "@nkp-planner/adapters";
import { beforeAll, describe, expect, it } from "vitest";
import { builtData } from "../site/build-time/built-data.ts";
import { Desk } from "../site/src/worker/desk.ts";
import { filesOfZip } from "./support/zip.ts";

/** Files that the page gives away, as it asks for them. */
describe("provisioning files of the page", () => {
  const desk = new Desk(builtData);
  beforeAll(() => desk.answer("plan", builtData.example as never));

  it.each(adapters.map(({ id }) => id))("%s: a zip by the example's options", async (adapterId) => {
    const ask = { adapterId, modelId: "ultimate-centralized" };
    const options = await desk.answer("provisionOptions", ask);
    expect(options).toContain(`nkp-planner emit ${adapterId}`);
    const answer = await desk.answer("provision", { ...ask, options });
    expect(answer.problems).toEqual([]);
    expect(answer.file?.fileName).toBe(`${adapterId}-ultimate-centralized.zip`);
    const names = Object.keys(filesOfZip(answer.file?.content as Uint8Array));
    expect(names.sort()).toEqual([...answer.paths].sort());
    const again = await desk.answer("provision", { ...ask, options });
    expect(again.file?.content).toEqual(answer.file?.content);
  });

  it("says what is wrong with options, by its line", async () => {
    const ask = { adapterId: "cluster-api-yaml", modelId: "ultimate-centralized" };
    const wrong = await desk.answer("provision", {
      ...ask,
      options: "prismCentral: { url: https://pc:9440 }\nimagee: x\n",
    });
    expect(wrong.file).toBeNull();
    expect(wrong.problems.join("\n")).toContain("Line 2: ");
    expect(wrong.problems.join("\n")).toContain('did you mean "image"?');
    const none = await desk.answer("provision", { ...ask, options: "" });
    expect(none.problems[0]).toContain("prismCentral");
    const broken = await desk.answer("provision", { ...ask, options: "a: [" });
    expect(broken.file).toBeNull();
    expect(broken.problems).not.toEqual([]);
  });

  it("uses a file of options of several adapters, and tells what it wrote beside it", async () => {
    const ask = { adapterId: "nkp-cli", modelId: "hybrid" };
    const options = `${await desk.answer("provisionOptions", ask)}\napiVersion: v1beta2\n`;
    const answer = await desk.answer("provision", { ...ask, options });
    expect(answer.problems).toEqual([]);
    expect(answer.notices.length).toBeGreaterThan(0);
  });

  it("writes nothing of a plan that cannot run", async () => {
    const { example } = builtData;
    const big = { id: "big", name: "Big", demand: { pods: 1, cpu: "500", memory: "4Ti" } };
    const other = new Desk(builtData);
    const fleet = { ...example.fleet, tenants: [big] };
    await other.answer("plan", { ...example, fleet } as never);
    const ask = { adapterId: "kwok-cluster", modelId: "ultimate-centralized", options: "" };
    const answer = await other.answer("provision", ask);
    expect(answer.file).toBeNull();
    expect(answer.problems.length).toBeGreaterThan(0);
  });
});

import { LifecycleDocument } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { cluster, release, yamlOf } from "../support/calendar-objects.ts";
import { FEW, fileOf } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const OBJECTS = fileOf(
  "nkp.yaml",
  yamlOf(
    release("2.18.0", { timeline: { releaseDate: "2026-07-20T00:00:00Z" } }),
    cluster("tenant-orchid", { platformVersion: "v2.16.1" }),
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "x" } },
  ),
);
const OTHERS = fileOf("others.json", JSON.stringify(cluster("elsewhere", { platformVersion: "v2.17.1" })));
const asked = (...args: readonly string[]) => ["lifecycle", FEW, "--model", "starter-self-managed", ...args];

describe("lifecycle --calendar", () => {
  it("says what the objects of several files change, and plays by them", async () => {
    const { code, stdout, stderr } = await cli(asked("--calendar", OBJECTS, "--calendar", OTHERS, "--format", "json"));
    expect([code, stderr]).toEqual([0, ""]);
    const { findings, calendars } = LifecycleDocument.parse(JSON.parse(stdout));
    const said = findings.map(({ statement }) => statement);
    expect(said).toContain("Objects of other kinds are left out: ConfigMap.");
    expect(said).toContain("The day of 2.18.0 is 2026-07-20, as its object says; before: 2026-07-16.");
    expect(said).toContain("What tenant-orchid runs is 2.16.1, as its object says; before: 2.17.1.");
    expect(said.some((sentence) => sentence.startsWith("Left out, as none of the fleet's clusters: elsewhere."))).toBe(
      true,
    );
    const orchid = calendars[0]?.clusters.find(({ name }) => name === "tenant-orchid");
    expect(orchid?.steps.map(({ from, minor }) => `${from} ${minor}`).slice(0, 2)).toEqual([
      "2.16.1 2.17",
      "2.17.1 2.18",
    ]);
    const place = findings.find(({ statement }) => statement.startsWith("What tenant-orchid runs"))?.subject;
    expect(place).toMatchObject({ in: "input", file: OBJECTS });
  });

  it("prints them for people, and beside the file of a calendar format", async () => {
    const sentence = "2.18.0 is 2026-07-20";
    expect((await cli(asked("--calendar", OBJECTS))).stdout).toContain(sentence);
    const { stdout, stderr } = await cli(asked("--calendar", OBJECTS, "--format", "ics"));
    expect(stderr).toContain(sentence);
    expect(stdout).not.toContain(sentence);
  });

  it("tells every problem of every file at once, each with its place", async () => {
    const bad = fileOf("bad.yaml", yamlOf(release("2.18.0", { timeline: { releaseDate: "soon" } })));
    const fleet = fileOf("bad-fleet.yaml", "apiVersion: nkp-planner/v1\nkind: Fleet\n");
    const args = ["--calendar", bad, "--calendar", FEW, "--calendar", "no-such-file.yaml"];
    const { code, stdout, stderr } = await cli(["lifecycle", fleet, ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    for (const told of ["bad-fleet.yaml", "soon", "found objects of the kind Fleet", "no-such-file.yaml"])
      expect(stderr).toContain(told);
  });

  it("says where such a file belongs, when it is given as something else", async () => {
    const { code, stderr } = await cli(["lifecycle", OTHERS]);
    expect(code).toBe(2);
    expect(stderr).toContain("give it with lifecycle --calendar");
  });
});

describe("lifecycle --format endoflife", () => {
  it("dates releases by the moves of a cluster, from the vendor's own days", async () => {
    const options = ["--option", "cluster=tenant-orchid", "--calendar", OBJECTS];
    const { code, stdout } = await cli(asked("--format", "endoflife-array", ...options));
    expect(code).toBe(0);
    const [first, second, third] = JSON.parse(stdout);
    // It runs 2.16.1, and 30 days after 2.17 and 2.18 came out have passed: a minor version a day, from the first day on.
    expect(first).toMatchObject({ cycle: "2.18", releaseDate: "2026-11-24", latest: "2.18.0" });
    expect(second).toMatchObject({ cycle: "2.17", releaseDate: "2026-11-23", latest: "2.17.1" });
    expect(third).toMatchObject({ cycle: "2.16", releaseDate: "2025-09-05" });
  });

  it("takes one model, its own options, and none beside another format", async () => {
    const all = await cli(["lifecycle", FEW, "--format", "endoflife"]);
    expect(all).toMatchObject({ code: 2, stdout: "" });
    expect(all.stderr).toMatch(/one model\s+for endoflife/);
    const strange = await cli(asked("--format", "endoflife", "--option", "cluster=tenant-orkid"));
    expect(strange.stderr).toContain('did you mean "tenant-orchid"?');
    expect((await cli(asked("--option", "assumed=true"))).stderr).toContain("name the format with --format");
  });
});

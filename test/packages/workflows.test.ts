import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "./support/user.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly uses?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = join(ROOT, ".github/workflows");
const FILES = readdirSync(FOLDER);

function textOf(file: string): string {
  return readFileSync(join(FOLDER, file), "utf8");
}

function jobsOf(file: string): readonly (readonly [string, Job])[] {
  return Object.entries((parse(textOf(file)) as Workflow).jobs);
}

const allJobs = FILES.flatMap((file) => jobsOf(file).map(([name, job]) => ({ at: `${file} ${name}`, job })));

describe("the workflows", () => {
  it("are three", () => expect(FILES.toSorted()).toEqual(["ci.yml", "release.yml", "site.yml"]));

  it.each(FILES)("%s: what it uses is pinned to a commit, with the version beside it", (file) => {
    for (const [line, uses] of textOf(file).matchAll(/^.*\buses: *(.*)$/gm)) {
      if (uses?.startsWith("./.github/workflows/")) continue;
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
    const used = jobsOf(file).flatMap(([, job]) => [job.uses, ...(job.steps ?? []).map((step) => step.uses)]);
    expect(used.filter((one) => one !== undefined).length).toBe([...textOf(file).matchAll(/\buses:/g)].length);
  });

  it("one action is of one commit everywhere", () => {
    const pins = new Set(FILES.flatMap((file) => textOf(file).match(/[\w-]+\/[\w-]+@[0-9a-f]{40}.*/g) ?? []));
    expect(new Set([...pins].map((pin) => pin.split("@")[0])).size).toBe(pins.size);
  });

  it.each(FILES)("%s: may read and no more, where a job does not say otherwise", (file) => {
    const { permissions } = parse(textOf(file)) as Workflow;
    expect(permissions).toEqual({ contents: "read" });
  });

  it("one job may ask for an identity, and one may write", () => {
    const asking = allJobs.flatMap(({ at, job }) =>
      Object.entries(job.permissions ?? {})
        .filter(([, level]) => level !== "read")
        .map(([scope, level]) => `${at}: ${scope} ${level}`),
    );
    expect(asking).toEqual(["release.yml publish: id-token write", "release.yml notes: contents write"]);
  });

  it("a job that may more than read, or has a secret, runs nothing of the repository nor of a dependency", () => {
    const trusted = allJobs.filter(({ job }) => /write|secrets\./.test(JSON.stringify([job.permissions, job.steps])));
    expect(trusted.map(({ at }) => at)).toEqual(["release.yml publish", "release.yml notes", "site.yml publish"]);
    for (const { at, job } of trusted) {
      const steps = JSON.stringify(job.steps);
      expect(steps, at).not.toMatch(/actions\/checkout|npx|pnpm|npm (install|ci|exec)|bash |\bnode /);
    }
  });

  it("what publishes is asked for by a tag alone, in an environment that somebody guards", () => {
    const { on } = parse(textOf("release.yml")) as Workflow;
    expect(on).toEqual({ push: { tags: ["v[0-9]+.[0-9]+.[0-9]+"] } });
    const jobs = new Map(allJobs.map(({ at, job }) => [at, job]));
    expect(jobs.get("release.yml publish")?.environment).toBe("npm");
    expect(jobs.get("site.yml publish")?.environment).toBe("site");
  });

  it("no token of npm is anywhere: one that strays in takes the place of the identity", () => {
    for (const file of FILES) expect(textOf(file)).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN|registry-url/);
  });

  it("what anybody can name in a pull request or a tag is not written into a command", () => {
    for (const { at, job } of allJobs) for (const { run = "" } of job.steps ?? []) expect(run, at).not.toContain("${{");
  });

  it("every checkout leaves no key behind", () => {
    const checkouts = allJobs.flatMap(({ job }) => job.steps ?? []).filter(({ uses }) => uses?.includes("/checkout@"));
    expect(checkouts.length).toBe(3);
    for (const step of checkouts) expect(step.with).toMatchObject({ "persist-credentials": false });
  });
});

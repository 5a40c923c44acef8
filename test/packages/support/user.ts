import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

export const ROOT = new URL("../../..", import.meta.url).pathname;

/** Folders of `packages/`, in the order in which they need each other. */
export const PACKAGES = ["core", "catalog", "adapters", "cli"] as const;

export type PackageFolder = (typeof PACKAGES)[number];

/** `core` of `nkp-planner-core-0.1.0.tgz`; the command's tarball has no scope in its name. */
export function folderOf(tarball: string): string {
  return tarball.replace(/^nkp-planner-(?:(core|catalog|adapters)-)?\d.*$/, (_all, scoped) => scoped ?? "cli");
}

/**
 * What a user has: the machine's own Node and npm, not the ones of this workspace, and none of the settings that
 * pnpm hands to what it runs, the registry apart.
 */
export const USER_ENV: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name === "npm_config_registry" || !/^p?npm_/.test(name)),
  ),
  PATH: (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((one) => !one.includes("node_modules"))
    .join(delimiter),
  NO_COLOR: "1",
  NO_UPDATE_NOTIFIER: "1",
};

/** A project that is not ours: a folder with a manifest, and what is run there as its owner would run it. */
export interface UserProject {
  readonly folder: string;
  run(command: string, ...args: readonly string[]): SpawnSyncReturns<string>;
  /**
   * What npm printed, while others run.
   * @throws Error with what npm said
   */
  npm(...args: readonly string[]): Promise<string>;
  write(name: string, text: string): void;
  /** @throws Error with what npm said */
  install(...what: readonly string[]): Promise<void>;
}

export function userProject(folder: string, env: NodeJS.ProcessEnv = USER_ENV): UserProject {
  mkdirSync(folder, { recursive: true });
  const options = { cwd: folder, env } as const;
  const project: UserProject = {
    folder,
    run: (command, ...args) => spawnSync(command, args, { ...options, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }),
    async npm(...args) {
      const npm = spawn("npm", args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
      const said = { stdout: "", stderr: "" };
      for (const name of ["stdout", "stderr"] as const) npm[name].on("data", (text) => (said[name] += String(text)));
      const [code] = await once(npm, "close");
      if (code !== 0) throw new Error(`npm ${args[0]} failed:\n${said.stdout}${said.stderr}`);
      return said.stdout;
    },
    write: (name, text) => writeFileSync(join(folder, name), text),
    async install(...what) {
      await project.npm("install", "--no-audit", "--no-fund", "--loglevel", "error", ...what);
    },
  };
  project.write("package.json", JSON.stringify({ name: "scratch", private: true, type: "module" }));
  return project;
}

/** The blocks of TypeScript in a package's README, in their order: what a reader will paste. */
export function examplesIn(name: PackageFolder): readonly string[] {
  const readme = readFileSync(join(ROOT, "packages", name, "README.md"), "utf8");
  return [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
}

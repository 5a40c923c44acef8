import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGES, ROOT } from "./support/user.ts";

/** What we may pass on, with no duty but to name who wrote it, or not to say that it was us. */
const ALLOWED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "Zlib"];

/** Whether we may pass it on: of several to choose from one must do, of several that hold together all. */
function isAllowed(licence: string): boolean {
  const words = licence.replaceAll(/[()]/g, "");
  if (words.includes(" OR ")) return words.split(" OR ").some(isAllowed);
  return words.split(" AND ").every((one) => ALLOWED.includes(one));
}

/** They build the site, and are not part of it. */
const BUILDERS = /^(astro$|@astrojs\/)/;

interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/** Where pnpm keeps what a package needs: beside it, or below a package of ours. */
function folderOfDependency(of: string, name: string): string {
  const beside = of.includes("/.pnpm/") ? of.slice(0, of.lastIndexOf("/node_modules/") + "/node_modules".length) : "";
  return realpathSync(beside === "" ? join(of, "node_modules", name) : join(beside, name));
}

/** Licences by package, of all that is needed at run time, and of all that that needs. */
function licencesUnder(folder: string, found = new Map<string, string>()): Map<string, string> {
  const { dependencies, peerDependencies } = manifestOf(folder);
  // Of ours, also what the project that uses it brings: the catalog needs nothing but core.
  const peers = folder.includes("/.pnpm/") ? {} : peerDependencies;
  for (const name of Object.keys({ ...dependencies, ...peers })) {
    if (BUILDERS.test(name) || found.has(name)) continue;
    const there = folderOfDependency(folder, name);
    found.set(name, manifestOf(there).license ?? "none stated");
    licencesUnder(there, found);
  }
  return found;
}

describe("licences of what is shipped", () => {
  it.each([...PACKAGES.map((name) => `packages/${name}`), "site"])(
    "%s passes on nothing that is not allowed",
    (path) => {
      const licences = licencesUnder(join(ROOT, path));
      expect(licences.size).toBeGreaterThan(0);
      expect([...licences].filter(([, licence]) => !isAllowed(licence))).toEqual([]);
    },
  );

  it("of several licences one to choose from must do, and all that hold together", () => {
    expect(["MIT", "(MIT OR GPL-3.0-or-later)", "(MIT AND Zlib)"].filter((one) => !isAllowed(one))).toEqual([]);
    expect(["GPL-3.0", "(MIT AND GPL-3.0-or-later)", "none stated"].filter(isAllowed)).toEqual([]);
  });

  it("those of the libraries' libraries are looked at too", () => {
    expect([...licencesUnder(join(ROOT, "site")).keys()]).toContain("@kurkle/color");
    expect(licencesUnder(join(ROOT, "packages/cli")).get("decimal.js")).toBe("MIT");
    expect(dirname(folderOfDependency(join(ROOT, "packages/core"), "zod"))).toContain("/.pnpm/");
  });
});

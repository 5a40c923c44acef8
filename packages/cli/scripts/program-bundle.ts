import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const folder = join(import.meta.dirname, "..");

/** What is asked for by its path: the program, trials, and what threads run, which ends in `-worker` wherever it lies. */
const ENTRIES = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" }).filter((path) =>
  /(^bin|^trials-in-threads|-worker)\.ts$/.test(path),
);

/**
 * Puts the program into few files: whoever starts it waits for reading these, not for more than a thousand modules. The
 * library beside it stays file by file, so that bundles of others hold no more than they use.
 * @param to a folder below that of the package's manifest, or of a copy of it
 */
export async function bundleProgram(to: string): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: folder,
    // All in one folder: a thread is started by a path beside whoever starts it, and that is in a chunk here.
    entryPoints: ENTRIES.map((path) => ({ in: `src/${path}`, out: basename(path, ".ts") })),
    outdir: to,
    // Beside the entries, because what they need lies beside them: the manifest one folder up, the thread's file here.
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    // Found where it is installed; what only our packages need is not, for package managers that are strict.
    external: ["@stricli/core"],
    target: "node20.19",
    // Names stay: whoever reads a stack of calls must find the function.
    minifySyntax: true,
    metafile: true,
    // Libraries that are CommonJS ask for modules of Node.js so.
    banner: { js: 'import{createRequire as nodeRequire}from"node:module";const require=nodeRequire(import.meta.url);' },
  });
  // Of the build before: names of chunks say what is in them, so that nothing writes over them.
  const written = new Set(Object.keys(metafile.outputs).map((path) => join(folder, path)));
  for (const name of readdirSync(to))
    if (/-[A-Z0-9]{8}\.js$/.test(name) && !written.has(join(to, name))) rmSync(join(to, name));
  writeFileSync(join(to, "THIRD-PARTY-LICENSES.txt"), licencesOf(Object.keys(metafile.inputs)));
}

/** Libraries of others of which something is in the bundle, with the words under which they may be passed on. */
function licencesOf(paths: readonly string[]): string {
  const folders = new Set(
    paths.flatMap((path) => path.match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/)?.[0] ?? []),
  );
  const texts = [...folders].map((path) => {
    const there = join(folder, path);
    const { name, version, license } = JSON.parse(readFileSync(join(there, "package.json"), "utf8"));
    const names = readdirSync(there);
    // A few say it in what they tell of themselves.
    const file = [/^licen[cs]e/i, /^readme/i].map((form) => names.find((one) => form.test(one))).find(Boolean);
    if (file === undefined) throw new Error(`${name} says nowhere how it may be passed on`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(there, file), "utf8").trim()}\n`;
  });
  return `Libraries of others that are in the program's files.\n\n${texts.toSorted().join(`\n${"-".repeat(80)}\n\n`)}`;
}

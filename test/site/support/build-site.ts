import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const siteFolder = fileURLToPath(new URL("../../../site/", import.meta.url));

/**
 * Builds the site as `pnpm build` does and returns the folder of its pages.
 * @param root another site than the published one, below its folder
 */
export async function buildSite(root = "."): Promise<string> {
  const child = spawn(process.execPath, ["node_modules/astro/bin/astro.mjs", "build", "--root", root], {
    cwd: siteFolder,
    // A test runner's NODE_ENV and VITEST would build a page for tests, not the one that is published.
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(String(chunk)));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`astro build ended with ${code}:\n${output.join("")}`);
  return `${siteFolder}${root}/dist/`;
}

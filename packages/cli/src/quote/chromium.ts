import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ShellProcess } from "../shell.ts";
import { explained, refused } from "../system-errors.ts";

/** By which names a browser of Chromium's family is installed, the smallest first. */
const NAMES = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "chrome.exe",
  "msedge.exe",
] as const;

/** Where it is installed on systems that have it on no path. */
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
] as const;

const IN_ANY_BROWSER = "write --format html, which every browser prints";
const LONGEST_MS = 60_000;
const AFTER_EXIT_MS = 500;
/** Of what a browser says, the end, where it says why, and of that a line. */
const MOST_SAID = 4000;
const MOST_REASON = 200;

/** The machine's own browser. @throws InputError saying what was looked for, where there is none */
export async function findChromium({ env }: Pick<ShellProcess, "env">): Promise<string> {
  const named = env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (await isProgram(named)) return named;
    throw refused("CHROMIUM_PATH", `${named}, which is no program`, "the path of Chromium", IN_ANY_BROWSER);
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const path of [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES])
    if (await isProgram(path)) return path;
  const looked = `CHROMIUM_PATH, or on the PATH one of ${NAMES.join(", ")}`;
  throw refused("--format pdf", "no Chromium on this machine", looked, `install one, or ${IN_ANY_BROWSER}`);
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/**
 * Prints a page of HTML as PDF, in a browser with a profile of its own that is thrown away.
 * @throws InputError where the browser does not do it in time
 */
export async function pdfOf(
  html: string,
  chromium: string,
  { env }: Pick<ShellProcess, "env">,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), "nkp-planner-")).catch((error: unknown) => {
    throw explained(tmpdir(), error, "a folder for what is written meanwhile");
  });
  try {
    const page = join(folder, "quote.html");
    const pdf = join(folder, "quote.pdf");
    await writeFile(page, html);
    const said = await printed(chromium, [...FLAGS, ...asRoot(), `--user-data-dir=${join(folder, "profile")}`], {
      page: pathToFileURL(page).href,
      pdf,
      env,
    });
    const bytes = await readFile(pdf).catch(() => undefined);
    if (bytes?.subarray(0, PDF_START.length).toString("latin1") === PDF_START) return new Uint8Array(bytes);
    throw refused(
      chromium,
      said,
      "a browser that prints a page as PDF",
      `name another by CHROMIUM_PATH, or ${IN_ANY_BROWSER}`,
    );
  } finally {
    // A browser that was ended may still be writing into its profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

const PDF_START = "%PDF-";

/** Nothing of it calls home, and no date or address stands on the paper. */
const FLAGS = [
  "--headless",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-extensions",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--no-pdf-header-footer",
] as const;

/** Chromium refuses to run as root inside its sandbox; as anybody else it keeps it. */
function asRoot(): readonly string[] {
  return userInfo().uid === 0 ? ["--no-sandbox"] : [];
}

/** Runs it to its end. @returns what became of it, in words */
function printed(
  chromium: string,
  flags: readonly string[],
  { page, pdf, env }: { readonly page: string; readonly pdf: string; readonly env: ShellProcess["env"] },
): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(chromium, [...flags, `--print-to-pdf=${pdf}`, page], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...env },
      timeout: LONGEST_MS,
      killSignal: "SIGKILL",
    });
    let said = "";
    child.stderr.on("data", (data: Buffer) => {
      said = (said + data.toString("utf8")).slice(-MOST_SAID);
    });
    child.on("error", ({ message }) => resolve(`a program that cannot be started (${message})`));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (code: number | null, signal: string | null) => {
      clearTimeout(timer);
      child.stderr.destroy();
      const ended = signal === null ? `code ${code}` : `${signal} within ${LONGEST_MS / MS_PER_SECOND} seconds`;
      resolve(`a program that ended with ${ended} and no PDF${reasonIn(said)}`);
    };
    child.on("close", end);
    // What it has started itself may outlive it and keep the pipe open.
    child.on("exit", (code, signal) => {
      timer = setTimeout(() => end(code, signal), AFTER_EXIT_MS);
    });
  });
}

/** The line that says why it failed, or else the last one. */
function reasonIn(said: string): string {
  const lines = said.trim().split("\n");
  const line = lines.find((one) => /FATAL|ERROR/.test(one)) ?? lines.at(-1) ?? "";
  return line === "" ? "" : `: ${line.slice(0, MOST_REASON)}`;
}

const MS_PER_SECOND = 1000;

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { elementsIn, readXml } from "./xml.ts";

export interface PageOfPdf {
  readonly width: number;
  readonly height: number;
  readonly words: readonly WordOfPdf[];
}

/** Where a word stands, in points from the upper left. */
export interface WordOfPdf {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether LibreOffice draws slides and `pdftotext` reads what it drew. @throws Error in CI, where both must be there */
export function canDraw(): boolean {
  const isThere =
    spawnSync("soffice", ["--version"], { timeout: 60_000 }).status === 0 &&
    spawnSync("pdftotext", ["-v"]).status === 0;
  if (!isThere && process.env["CI"]) throw new Error("apt-get install libreoffice-impress-nogui poppler-utils");
  return isThere;
}

/** The words of every page of some presentations as LibreOffice draws them, by the name of the file. */
export function pagesByOffice(files: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, readonly PageOfPdf[]> {
  const folder = mkdtempSync(join(tmpdir(), "nkp-planner-slides-"));
  try {
    mkdirSync(join(folder, "pdf"));
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const profile = pathToFileURL(join(folder, "profile"));
    run("soffice", [
      ...[`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "pdf", "--outdir", join(folder, "pdf")],
      ...Object.keys(files).map((name) => join(folder, name)),
    ]);
    return new Map(
      readdirSync(join(folder, "pdf")).map((name) => {
        const page = join(folder, `${name}.html`);
        run("pdftotext", ["-bbox", join(folder, "pdf", name), page]);
        return [name.replace(/pdf$/, "pptx"), pagesIn(readFileSync(page, "utf8"))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, words: readonly string[]): void {
  const { status, stderr } = spawnSync(command, words, { encoding: "utf8", timeout: 110_000 });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
}

function pagesIn(html: string): readonly PageOfPdf[] {
  const body = /<doc>.*<\/doc>/s.exec(html)?.[0] ?? "";
  return elementsIn(readXml(body), "page").map((page) => ({
    width: Number(page.attributes["width"]),
    height: Number(page.attributes["height"]),
    words: elementsIn(page, "word").map(({ text, attributes }) => ({
      text,
      left: Number(attributes["xMin"]),
      top: Number(attributes["yMin"]),
      right: Number(attributes["xMax"]),
      bottom: Number(attributes["yMax"]),
    })),
  }));
}

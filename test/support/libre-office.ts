import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const hasLibreOffice = spawnSync("soffice", ["--version"], { timeout: 60_000 }).status === 0;

/** What LibreOffice shows of each sheet after it has computed every formula again, by the sheet's name, as plain numbers and texts. */
export function sheetsByLibreOffice(bytes: Uint8Array, names: readonly string[]): ReadonlyMap<string, string[][]> {
  const folder = mkdtempSync(join(tmpdir(), "nkp-planner-office-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user/registrymodifications.xcu"), ALWAYS_RECALCULATE);
    writeFileSync(join(folder, "workbook.xlsx"), bytes);
    const { status, stderr } = spawnSync(
      "soffice",
      [`-env:UserInstallation=${pathToFileURL(profile)}`, "--headless", "--convert-to", CSV, "--outdir", folder].concat(
        join(folder, "workbook.xlsx"),
      ),
      { encoding: "utf8", timeout: 120_000 },
    );
    if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`);
    return new Map(names.map((name) => [name, rowsOf(readFileSync(join(folder, `workbook-${name}.csv`), "utf8"))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every sheet, comma-separated, UTF-8, values and not how they are shown. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/** By default LibreOffice believes what the file says beside a formula. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

function rowsOf(csv: string): string[][] {
  return csv.split("\n").map((line) => {
    const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
    return cells.map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, "").replaceAll('""', '"'));
  });
}

import { execFileSync } from "node:child_process";

/** The words of each page of a PDF file, or null where poppler's pdftotext is not installed; on CI it must be. */
export function pagesOfPdf(path: string): readonly string[] | null {
  try {
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    return text.split("\f").slice(0, -1);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (!isMissing || process.env["CI"]) throw error;
    return null;
  }
}

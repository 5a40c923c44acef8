import { execFileSync } from "node:child_process";

/** The words of each page of a PDF file, or null where poppler's pdftotext is not installed. */
export function pagesOfPdf(path: string): readonly string[] | null {
  try {
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    return text.split("\f").slice(0, -1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
}

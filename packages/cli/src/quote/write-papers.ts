import { stat } from "node:fs/promises";
import type { EmittedFile } from "@nkp-planner/adapters";
import {
  paperHtml,
  type QuoteLetter,
  type QuotePaper,
  type QuoteTerms,
  quotePaper,
} from "@nkp-planner/adapters/quote-paper";
import { InputError, type PlannedFleet, quotesOf } from "@nkp-planner/core";
import { type OutputFlags, printContent, requireOut } from "../formats.ts";
import { writeFiles } from "../output-folder.ts";
import type { ShellProcess } from "../shell.ts";
import { refused } from "../system-errors.ts";
import { findChromium, pdfOf } from "./chromium.ts";
import { letterOf } from "./letter-files.ts";
import type { PaperFlags } from "./paper-flags.ts";
import { quoteWriterFor } from "./quote-writer.ts";

export type PaperFormat = "html" | "pdf";

interface Flags extends PaperFlags, OutputFlags {
  readonly tenant?: readonly string[];
}

/**
 * Writes quotes that can be sent: one file for the tenants that are named, who are one customer's clusters, or into a
 * folder one for each tenant. Never two customers' in one file.
 * @throws InputError where that is asked for, or something of what is to stand on the paper is wrong
 */
export async function writePapers(
  plan: PlannedFleet,
  format: PaperFormat,
  flags: Flags,
  process: ShellProcess,
): Promise<void> {
  const { quotes } = quotesOf(plan, flags.tenant);
  const isFolder = await namesFolder(flags.out);
  const ids = quotes.map(({ tenantId }) => tenantId);
  const documents = flags.tenant === undefined ? ids.map((id) => [id]) : [flags.tenant];
  const [first, ...others] = documents;
  if (first === undefined)
    throw noPrice(
      plan,
      plan.tenants.map(({ name }) => name),
    );
  if (others.length > 0) refuseTogether(documents.length, isFolder, flags, format);
  if (format === "pdf" && !isFolder) requireOut(flags.out, "quote.pdf", process);
  refuseExpired(plan, flags);
  const chromium = format === "pdf" ? await findChromium(process) : "";
  const letter = await letterOf(process, flags);
  const contentFor = async (tenantIds: readonly string[]) => {
    const html = paperHtml(paperFor(plan, tenantIds, flags, letter));
    return format === "html" ? html : await pdfOf(html, chromium, process);
  };
  if (!isFolder) return await printContent(await contentFor(first), flags, process);
  const files: EmittedFile[] = [];
  for (const tenantIds of documents) files.push(fileOf(`quote-${tenantIds[0]}.${format}`, await contentFor(tenantIds)));
  await writeFiles(flags.out ?? "", files, { isForced: flags.force });
}

/** What ends as a path of a folder does, or is one. */
async function namesFolder(out: string | undefined): Promise<boolean> {
  if (out === undefined || out === "" || out === "-") return false;
  return /[\\/]$/.test(out) || ((await stat(out).catch(() => undefined))?.isDirectory() ?? false);
}

/** What several customers must not share: a file, and what is one customer's alone. */
function refuseTogether(count: number, isFolder: boolean, flags: Flags, format: PaperFormat): void {
  const expected = "one customer's";
  if (!isFolder) {
    const fix =
      "name one with --tenant ID (several times for clusters of the same customer), or have a file for each: --out quotes/";
    throw new InputError(`--format ${format}`, [
      { path: [], found: `quotes of ${count} tenants in one file`, expected, fix },
    ]);
  }
  const own = (["number", "customer"] as const).filter((name) => flags[name] !== undefined);
  if (own.length === 0) return;
  throw new InputError(
    "quote",
    own.map((name) => ({
      path: [],
      found: `--${name} for ${count} tenants`,
      expected,
      fix: `add --tenant ID, or leave --${name} out`,
    })),
  );
}

function refuseExpired({ input: { asOf } }: PlannedFleet, { validUntil }: PaperFlags): void {
  if (validUntil === undefined || validUntil >= asOf) return;
  const expected = `a day from ${asOf} on, the day of the prices`;
  throw refused("--valid-until", validUntil, expected, "name a later one, or plan --as-of an earlier day");
}

function paperFor(
  plan: PlannedFleet,
  tenantIds: readonly string[],
  { language, validUntil = "", tax = "", item = [] }: PaperFlags,
  letter: QuoteLetter,
): QuotePaper {
  const terms: QuoteTerms = { validUntil, taxPercent: tax, ownItems: item };
  const paper = quotePaper(plan, tenantIds, quoteWriterFor(language ?? "en"), terms, letter);
  // A total without one of them would be too small.
  if (paper.withoutPrice.length > 0) throw noPrice(plan, paper.withoutPrice);
  if (paper.problems.length === 0) return paper;
  const expected = "terms that can be read";
  throw new InputError(
    "quote",
    paper.problems.map((found) => ({ path: [], found, expected, fix: "write it otherwise" })),
  );
}

function noPrice({ input }: PlannedFleet, names: readonly string[]): InputError {
  const found = names.length === 0 ? `no tenant under contract on ${input.asOf}` : `no price for ${names.join(", ")}`;
  return refused("quote", found, "a price to quote", "agree one in the fleet file, or give --price-list");
}

function fileOf(path: string, content: string | Uint8Array<ArrayBuffer>): EmittedFile {
  return typeof content === "string" ? { path, text: content } : { path, bytes: content };
}

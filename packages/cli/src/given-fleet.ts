import { withOrigins } from "@nkp-planner/adapters";
import { releases, workloadLibrary } from "@nkp-planner/catalog";
import { API_VERSION, type Given, given, type PlanInput, type PriceBook, parseFleet } from "@nkp-planner/core";
import { type FileSource, fileNameOf } from "./files.ts";
import { readOneOf } from "./given-file.ts";
import { givenFinding } from "./given-texts.ts";
import type { ShellProcess } from "./shell.ts";
import { today } from "./today.ts";

/** What is taken for what a table does not say. */
export interface TableBasis {
  /** Day and release where the user said them. */
  readonly asOf: string | undefined;
  readonly release: string | undefined;
  readonly prices: Pick<PriceBook, "currency"> | null;
}

/**
 * A fleet from a fleet file, or from a table of tenants, which says no day, release or currency: today, the newest
 * release that is out, and the currency of the prices are taken then, and that is said. Never throws for what is in it.
 */
export async function givenFleet(
  process: ShellProcess,
  source: FileSource,
  basis: TableBasis,
): Promise<Given<PlanInput>> {
  const name = fileNameOf(source);
  const currency = basis.prices?.currency;
  const { result, findings } = await readOneOf(process, source, ["fleet", "tenants"], { currency });
  if (result === null) return { name, value: null, findings, placeOf: () => undefined };
  const { placeOf } = result;
  if (result.kind === "fleet") return { name, value: result.value as PlanInput | null, findings, placeOf };
  if (result.value === null || currency === undefined || findings.some(({ severity }) => severity === "error"))
    return { name, value: null, findings, placeOf };
  const head = { asOf: today(), release: basis.release ?? NEWEST_RELEASE, currency };
  const fleet = { ...FLEET, ...head, tenants: withOrigins(result, name, head.asOf) };
  const read = given(name, () => parseFleet(fleet, name, workloadLibrary));
  const taken = { day: basis.asOf ?? head.asOf, release: head.release, currency };
  return { ...read, findings: [...findings, tableFinding(taken), ...read.findings], placeOf };
}

const FLEET = { apiVersion: API_VERSION, kind: "Fleet" };

const NEWEST_RELEASE = releases.findLast(({ status }) => status === "ga")?.id ?? "";

function tableFinding(taken: Readonly<Record<"day" | "release" | "currency", string>>) {
  const figures = Object.entries(taken).map(([key, value]) => [key, { kind: "text", value }] as const);
  return givenFinding("table-as-fleet", Object.fromEntries(figures));
}

import { didYouMean, type Finding, InputError, type PlannedFleet, type TenantEconomics } from "@nkp-planner/core";

/** `customer`: prices only; `internal`: costs too. */
export type Audience = "customer" | "internal";

export interface ReportOptions {
  /** Who reads it; the report's first audience where nobody says. */
  readonly audience?: Audience;
  /** Only these tenants; all where nobody says. */
  readonly tenantIds?: readonly string[];
  /** What a reader should know about the plan's inputs; written where the format has a place for it. */
  readonly notices?: readonly Finding[];
  /** Who bills, where the format asks for it. */
  readonly billingAccount?: { readonly id: string; readonly name: string };
}

/** What a report is written with: every option decided, and checked against the plan. */
export interface ReportRequest {
  readonly audience: Audience;
  /** Of the tenants asked for, in the plan's order. */
  readonly tenants: readonly TenantEconomics[];
  readonly notices: readonly Finding[];
  readonly billingAccount: { readonly id: string; readonly name: string };
}

/** A plan in, a document out. Pure: whoever calls it writes the file. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** What a file of it is usually called. */
  readonly fileName: string;
  /** For whom it can be written, the usual one first: one that shows costs is not for customers. */
  readonly audiences: readonly [Audience, ...Audience[]];
  /**
   * Same plan, same bytes.
   * @throws InputError for an audience it is not for, or a tenant that the plan does not have
   */
  write(plan: PlannedFleet, options?: ReportOptions): string;
}

/** A report that need not check what it is asked: `write` gets every option decided. */
export function defineReport({
  write,
  ...report
}: Omit<Report, "write"> & { readonly write: (plan: PlannedFleet, request: ReportRequest) => string }): Report {
  return { ...report, write: (plan, options = {}) => write(plan, requestOf(report, plan, options)) };
}

const PROVIDER = { id: "provider", name: "provider" };

function requestOf(
  { id, audiences }: Pick<Report, "id" | "audiences">,
  { tenants }: PlannedFleet,
  { audience = audiences[0], tenantIds, notices = [], billingAccount = PROVIDER }: ReportOptions,
): ReportRequest {
  const known = tenants.map(({ tenantId }) => tenantId);
  const strangers = (tenantIds ?? []).filter((one) => !known.includes(one));
  const problems = [
    ...(audiences.includes(audience)
      ? []
      : [
          {
            path: ["audience"],
            found: `"${audience}"`,
            expected: audiences.join(" or "),
            fix: "it shows what things cost: keep it inside, and give customers a quote",
          },
        ]),
    ...strangers.map((one) => ({
      path: ["tenantIds"],
      found: `"${one}"`,
      expected: "a tenant of the plan",
      fix: didYouMean(one, known),
    })),
  ];
  if (problems.length > 0) throw new InputError(`report ${id}`, problems);
  const wanted = new Set(tenantIds ?? known);
  return { audience, tenants: tenants.filter(({ tenantId }) => wanted.has(tenantId)), notices, billingAccount };
}

/** Whether any price behind a plan is invented: every report of it says so. */
export function isIllustrative({ context: { priceBook, priceList } }: PlannedFleet): boolean {
  return priceBook.illustrative || (priceList?.illustrative ?? false);
}

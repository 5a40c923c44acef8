import { type Comparison, didYouMean, type Finding, InputError, type PlannedFleet } from "@nkp-planner/core";
import type * as z from "zod";
import { type OptionSchema, type OptionWords, readOptions } from "../formats/options.ts";

/** `customer`: prices only; `internal`: costs too. */
export type Audience = "customer" | "internal";

/** What a plan was made of, as its files hold it. */
export interface WrittenInputs {
  readonly fleet: object;
  readonly prices: { readonly illustrative: boolean };
  /** null: tenants pay what is agreed with each. */
  readonly priceList: { readonly illustrative: boolean } | null;
}

/** What a report may be of. */
export interface ReportSubjects {
  readonly plan: PlannedFleet;
  readonly comparison: Comparison;
  readonly inputs: WrittenInputs;
}

export type ReportOf = keyof ReportSubjects;

/** What a shell asks a report for. */
export interface ReportRequest {
  /** Who reads it; the report's first audience where nobody says. */
  readonly audience?: Audience;
  /** Only these tenants of a plan; all where nobody says. */
  readonly tenantIds?: readonly string[];
  /** What a reader should know about the inputs; written where the format has a place for it. */
  readonly findings?: readonly Finding[];
  readonly options?: OptionWords;
}

/** The same, decided and checked. */
export interface DecidedRequest<Options> {
  readonly audience: Audience;
  /** Of those asked for, in the plan's order. */
  readonly tenantIds: readonly string[];
  readonly findings: readonly Finding[];
  readonly options: Options;
}

export type ReportContent = string | Uint8Array<ArrayBuffer>;

/** A plan in, a document out. Pure: whoever calls it writes the file. */
export interface Report<Of extends ReportOf = ReportOf> {
  readonly id: string;
  readonly title: string;
  /** What it is for, in a few words. */
  readonly summary: string;
  readonly of: Of;
  /** What a file of it is usually called, and is. */
  readonly file: { readonly name: string; readonly mediaType: string; readonly isBinary: boolean };
  /** For whom it can be written, the usual one first: one that shows costs is not for customers. */
  readonly audiences: readonly [Audience, ...Audience[]];
  readonly options: OptionSchema;
  /** Whether the subject has what it shows, so that menus offer it. */
  appliesTo(subject: ReportSubjects[Of]): boolean;
  /**
   * Same plan, same bytes.
   * @throws InputError for an audience it is not for, a tenant that the plan does not have, an option it does not know,
   * or where there is nothing that it could be of
   */
  write(subject: ReportSubjects[Of], request?: ReportRequest): Promise<ReportContent>;
  /** Figures of a plan by their id that a file states, read by somebody who has never seen the plan: amounts as text. */
  readBack(content: ReportContent): Promise<Readonly<Record<string, string>>>;
}

/** The code of a report, loaded when it is used. */
export interface ReportCode<Of extends ReportOf, Options> {
  write(subject: ReportSubjects[Of], request: DecidedRequest<Options>): ReportContent | Promise<ReportContent>;
  readBack?(content: ReportContent): Readonly<Record<string, string>>;
}

/** A report whose code need not check what it is asked. */
export function defineReport<Of extends ReportOf, Schema extends OptionSchema>({
  load,
  ...report
}: Omit<Report<Of>, "write" | "readBack" | "options" | "appliesTo"> & {
  readonly options: Schema;
  readonly appliesTo?: Report<Of>["appliesTo"];
  readonly load: () => Promise<ReportCode<Of, z.output<Schema>>>;
}): Report<Of> {
  return {
    appliesTo: () => true,
    ...report,
    async write(subject, { options = {}, ...request } = {}) {
      const decided = decidedOf(report, tenantIdsOf(subject), request);
      const read = readOptions(report.options, options, report.id);
      return (await load()).write(subject, { ...decided, options: read });
    },
    async readBack(content) {
      return (await load()).readBack?.(content) ?? {};
    },
  };
}

function tenantIdsOf(subject: ReportSubjects[ReportOf]): readonly string[] {
  return "tenants" in subject ? subject.tenants.map(({ tenantId }) => tenantId) : [];
}

function decidedOf(
  { id, audiences }: Pick<Report, "id" | "audiences">,
  known: readonly string[],
  { audience = audiences[0], tenantIds = known, findings = [] }: Omit<ReportRequest, "options">,
): Omit<DecidedRequest<never>, "options"> {
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
    ...tenantIds
      .filter((one) => !known.includes(one))
      .map((one) => ({
        path: ["tenantIds"],
        found: `"${one}"`,
        expected: "a tenant of the plan",
        fix: didYouMean(one, known),
      })),
  ];
  if (problems.length > 0) throw new InputError(`report ${id}`, problems);
  const wanted = new Set(tenantIds);
  return { audience, tenantIds: known.filter((one) => wanted.has(one)), findings };
}

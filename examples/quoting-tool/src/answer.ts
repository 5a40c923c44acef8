import { createHash } from "node:crypto";
import type { Limits, Planner, Problem, Result } from "nkp-planner";
import { moneySum } from "./money.ts";
import { type Asked, askedOf } from "./opportunity.ts";
import { type BodyProblem, bodyProblem } from "./problems.ts";

type Worth<T> = T extends { readonly ok: true; readonly value: infer Value } ? Value : never;
type QuoteDocument = Worth<Awaited<ReturnType<Planner["quote"]>>>;
type PlanDocument = Worth<Awaited<ReturnType<Planner["plan"]>>>;
type Line = QuoteDocument["quotes"][number]["recurring"][number];
type Money = Line["amount"];

/** What a customer may see: it is kept, and printed. */
export interface Quote {
  readonly quoteId: string;
  readonly opportunityId: string;
  readonly customer: string;
  readonly startsOn: string;
  readonly validUntil: string | null;
  readonly illustrative: boolean;
  readonly lines: readonly (Line & { readonly siteId: string; readonly charged: "monthly" | "once" })[];
  readonly monthly: Money;
  readonly oneTime: Money;
  readonly findings: QuoteDocument["findings"];
  readonly provenance: Planner["provenance"];
}

/** What nobody outside may see. */
export type Margin = Pick<PlanDocument["plan"]["totals"], "monthlyCost" | "monthlyMargin" | "marginRatio">;

export type Answer =
  | { readonly status: 200; readonly quote: Quote; readonly margin?: Margin }
  | { readonly status: 400 | 409 | 422; readonly problems: readonly BodyProblem[]; readonly moreProblemCount: number };

export interface Waiting {
  readonly limits: Limits;
  readonly signal: AbortSignal;
  readonly withMargin: boolean;
}

/** Answers one request. @param body parsed JSON, of which nothing is known */
export async function answerOf(planner: Planner, body: unknown, waiting: Waiting): Promise<Answer> {
  const asked = askedOf(body);
  const { limits, signal, withMargin } = waiting;
  const quoted = await planner.quote.later(asked.fleet, { ...asked.options, limits, signal });
  if (asked.problems.length > 0 || !quoted.ok) return refusal(asked.problems, quoted);
  const unpriced = quoted.value.withoutPrice.map(withoutPrice);
  if (unpriced.length > 0) return { status: 409, problems: unpriced, moreProblemCount: 0 };
  const quote = quoteOf(asked, quoted.value, planner.provenance);
  if (!withMargin) return { status: 200, quote };
  const planned = await planner.plan.later(asked.fleet, { model: asked.options.model, limits, signal });
  if (!planned.ok) return refusal([], planned);
  const { monthlyCost, monthlyMargin, marginRatio } = planned.value.plan.totals;
  return { status: 200, quote, margin: { monthlyCost, monthlyMargin, marginRatio } };
}

function quoteOf(asked: Asked, { quotes, findings }: QuoteDocument, provenance: Planner["provenance"]): Quote {
  const { opportunityId, customer, fleet, options } = asked;
  const lines = quotes.flatMap(({ tenantId: siteId, recurring, oneTime }) => [
    ...recurring.map((line) => ({ siteId, charged: "monthly" as const, ...line })),
    ...oneTime.map((line) => ({ siteId, charged: "once" as const, ...line })),
  ]);
  const until = quotes.flatMap(({ validUntil }) => validUntil ?? []).toSorted();
  const quote = {
    opportunityId,
    customer,
    startsOn: fleet.asOf,
    validUntil: until[0] ?? null,
    illustrative: quotes.some(({ illustrative }) => illustrative),
    lines,
    monthly: moneySum(quotes.map(({ monthlyPrice }) => monthlyPrice)),
    oneTime: moneySum(quotes.map(({ oneTimePrice }) => oneTimePrice)),
    findings,
    provenance,
  };
  // The same question with the same answer is the same quote: no clock and no chance is in its id.
  const hash = createHash("sha256").update(JSON.stringify([quote, fleet, options]));
  return { quoteId: hash.digest("hex").slice(0, ID_LENGTH), ...quote };
}

const ID_LENGTH = 32;
const TOO_MUCH: readonly string[] = ["too-large", "too-long", "aborted"];

/** Without a quote that may be sent, all that stands against one: what was written wrongly goes before what it leads to. */
function refusal(own: readonly BodyProblem[], result: Result<unknown>): Answer {
  const told = result.ok ? [] : result.problems;
  const isOwn = ({ path }: BodyProblem) => own.some((one) => `${one.path}` === `${path}`);
  const problems = [...own, ...told.map(bodyProblem).filter((problem) => !isOwn(problem))];
  return { status: own.length > 0 ? 400 : statusOf(told), problems, moreProblemCount: moreOf(result) };
}

function statusOf(told: readonly Problem[]): 400 | 409 | 422 {
  if (told.every(({ code }) => TOO_MUCH.includes(code))) return 422;
  return told.every(({ in: where }) => where === "plan") ? 409 : 400;
}

function moreOf(result: Result<unknown>): number {
  return result.ok ? 0 : result.moreProblemCount;
}

function withoutPrice(siteId: string): BodyProblem {
  const fix = "write agreedMonthlyPrice, or give the service a price list in this currency";
  return { code: "no-price", path: ["opportunity", "sites"], siteId, found: "no price", expected: "a price", fix };
}

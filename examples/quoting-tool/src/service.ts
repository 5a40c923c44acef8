import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import type { Limits, Planner } from "nkp-planner";
import { answerOf } from "./answer.ts";
import { type BodyLimits, bodyOf } from "./body.ts";
import { PAGE_POLICY, pageOf } from "./page.ts";
import type { QuoteStore } from "./store.ts";
import { Turns } from "./turns.ts";

export interface ServiceParts {
  /** Kept for as long as the service runs: what one request has counted serves the next. */
  readonly planner: Planner;
  readonly store: QuoteStore;
  /** Who sends it sees the margin; null: nobody does. */
  readonly internalKey: string | null;
  readonly limits?: Limits;
  readonly body?: BodyLimits;
}

const LIMITS: Limits = { pods: 5000, tenants: 200, milliseconds: 1500 };
const BODY_LIMITS: BodyLimits = { bytes: 256 * 1024, milliseconds: 5000 };

/** Few enough that each is in time, and more than one, so that a small one need not wait for a large one. */
const AT_ONCE = 4;

const SAID = {
  400: ["not-json", "The body is no JSON in UTF-8."],
  404: ["not-found", "There is no such quote or address."],
  408: ["too-slow", "The body did not come in time."],
  413: ["too-large", "The body is larger than 256 kB."],
  415: ["wrong-type", "Send content-type: application/json."],
  500: ["fault", "A fault of this service; its log says more."],
} as const;

/** The service without a port: a function from requests to responses. */
export function serviceOf(parts: ServiceParts): Hono {
  const { planner, store, internalKey, limits = LIMITS, body: bodyLimits = BODY_LIMITS } = parts;
  const service = new Hono();
  const turns = new Turns(AT_ONCE);

  service.get("/healthz", (c) => c.json({ status: "ok", provenance: planner.provenance }));

  service.post("/quotes", async (c) => {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? "")) return said(415);
    const read = await bodyOf(c.req.raw, bodyLimits);
    if ("status" in read) return said(read.status);
    const body = parsed(read.text);
    if (body === undefined) return said(400);
    const withMargin = internalKey !== null && isSame(c.req.header("x-internal-key") ?? "", internalKey);
    const answer = await turns.take(() => answerOf(planner, body, { limits, signal: c.req.raw.signal, withMargin }));
    if (answer.status !== 200) {
      const { status, ...refusal } = answer;
      return c.json(refusal, status);
    }
    await store.keep(answer.quote);
    return c.json({ ...answer.quote, ...(answer.margin === undefined ? {} : { margin: answer.margin }) });
  });

  service.get("/quotes/:file{[0-9a-f]+\\.html}", async (c) => {
    const quote = await store.find(c.req.param("file").replace(".html", ""));
    if (quote === null) return said(404);
    const headers = {
      "content-security-policy": PAGE_POLICY,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
    };
    return c.html(pageOf(quote), 200, headers);
  });

  service.notFound(() => said(404));
  service.onError((error) => {
    console.error(error);
    return said(500);
  });
  return service;
}

/** A refusal that needs no planner. What is left of the body is not waited for. */
function said(status: keyof typeof SAID): Response {
  const [code, message] = SAID[status];
  const isUnread = status === 408 || status === 413 || status === 415;
  return Response.json({ code, message }, { status, headers: isUnread ? { connection: "close" } : {} });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes as long for a key that is nearly right as for any other. */
function isSame(given: string, key: string): boolean {
  const [one, other] = [given, key].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

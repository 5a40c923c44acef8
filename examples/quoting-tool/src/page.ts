import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { Quote } from "./answer.ts";

const STYLE = `body{font:11pt/1.4 sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}td.amount,th.amount{text-align:right;white-space:nowrap}
strong.warning{color:#900}tr{break-inside:avoid}@page{margin:2cm}`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** Nothing but this style is loaded or run, whatever a customer is called. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A quote as a page to print; every value is escaped. */
export function pageOf(quote: Quote) {
  const { quoteId, customer, opportunityId, startsOn, validUntil, lines, monthly, oneTime, provenance } = quote;
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Quote for ${customer}</title><style>${raw(STYLE)}</style></head>
<body>
<h1>Quote for ${customer}</h1>
<p>Opportunity ${opportunityId}, from ${startsOn}${validUntil === null ? "" : html`, valid until ${validUntil}`}.</p>
${quote.illustrative ? html`<p><strong class="warning">Prices are invented: send this to nobody.</strong></p>` : ""}
<table>
<thead><tr><th>Site</th><th>Item</th><th class="amount">Quantity</th><th class="amount">Price</th><th class="amount">Amount</th><th>Charged</th></tr></thead>
<tbody>
${lines.map(
  (line) => html`<tr><td>${line.siteId}</td><td>${line.name}${line.isOptional ? " (optional)" : ""}</td>
<td class="amount">${line.quantity} ${line.unit}</td><td class="amount">${line.unitPrice.amount}</td>
<td class="amount">${line.amount.amount}</td><td>${line.charged === "once" ? "once" : "a month"}</td></tr>
`,
)}</tbody>
</table>
<p>A month: <strong>${monthly.amount} ${monthly.currency}</strong>. Once: <strong>${oneTime.amount} ${oneTime.currency}</strong>.</p>
<p>Quote ${quoteId}, by price list ${provenance.priceList ?? "none"}, planner ${provenance.core}, catalog ${provenance.catalog}.</p>
</body>
</html>
`;
}

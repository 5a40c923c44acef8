import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { serve } from "@hono/node-server";
import { createPlanner, type PriceBookInput, type PriceListInput, problemLine } from "nkp-planner";
import { serviceOf } from "./service.ts";
import { QuoteStore } from "./store.ts";

/** Starts the service: `node src/main.ts FOLDER [--port 8787] [--price-list FILE.json] [--price-book FILE.json]`. */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: "string", default: "8787" },
    "price-list": { type: "string", default: new URL("../price-list.json", import.meta.url).pathname },
    "price-book": { type: "string" },
  },
});
const [folder = "quotes"] = positionals;
const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const book = values["price-book"];

const planner = createPlanner({
  // Files are as unknown as any: createPlanner reads them, and tells all that is wrong.
  priceList: read(values["price-list"]) as PriceListInput,
  ...(book === undefined ? {} : { priceBook: read(book) as PriceBookInput }),
});
if (!planner.ok) {
  console.error(planner.problems.map(problemLine).join("\n"));
  process.exit(2);
}

const service = serviceOf({
  planner: planner.value,
  store: new QuoteStore(folder),
  internalKey: process.env["QUOTING_INTERNAL_KEY"] || null,
});
const server = serve({ fetch: service.fetch, port: Number(values.port), hostname: "127.0.0.1" }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}, quotes in ${folder}`),
);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());

import { type AddressInfo, createServer } from "node:net";
import lighthouse from "lighthouse";
import { launchBrowser } from "./browser.ts";

/** What Lighthouse says of a page, out of 100, and what a visitor waits for. */
export interface Audit {
  readonly scores: Readonly<Record<"performance" | "accessibility" | "best-practices" | "seo", number>>;
  readonly largestPaintMs: number;
  readonly blockedMs: number;
  readonly transferredKilobytes: number;
  /** Of accessibility, best practices and SEO: what costs points. */
  readonly failed: readonly string[];
}

/** Visits a page in a browser of its own, as a phone by Lighthouse's default. */
export async function audited(url: string): Promise<Audit> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const result = await lighthouse(url, { port, output: "json", logLevel: "error" });
    if (result === undefined) throw new Error(`Lighthouse said nothing of ${url}.`);
    const { categories, audits } = result.lhr;
    const score = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
    const value = (id: string) => audits[id]?.numericValue ?? Number.NaN;
    const gated = ["accessibility", "best-practices", "seo"].flatMap((id) => categories[id]?.auditRefs ?? []);
    return {
      scores: {
        performance: score("performance"),
        accessibility: score("accessibility"),
        "best-practices": score("best-practices"),
        seo: score("seo"),
      },
      largestPaintMs: value("largest-contentful-paint"),
      blockedMs: value("total-blocking-time"),
      transferredKilobytes: value("total-byte-weight") / 1000,
      failed: gated.filter(({ id, weight }) => weight > 0 && audits[id]?.score === 0).map(({ id }) => id),
    };
  } finally {
    await browser.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

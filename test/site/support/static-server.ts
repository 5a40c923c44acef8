import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** Serves a folder on a free port of this machine, as a plain web host would: index.html, 404.html and compression included. */
export async function serveFolder(folder: string): Promise<{ origin: string; close: () => void }> {
  const fileOf = async (path: string) => {
    try {
      return { status: 200, path, body: await readFile(folder + path) };
    } catch {
      const body = await readFile(`${folder}/404.html`).catch(() => Buffer.from("There is no such page."));
      return { status: 404, path: "/404.html", body };
    }
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const { status, path, body } = await fileOf(normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    const type = TYPES[extname(path)];
    const isCompressed = type !== undefined && /\bgzip\b/.test(String(request.headers["accept-encoding"]));
    const headers = {
      "content-type": type ?? "application/octet-stream",
      ...(isCompressed ? { "content-encoding": "gzip" } : {}),
    };
    response.writeHead(status, headers).end(isCompressed ? gzipSync(body) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Redis, or Valkey under its own name: whichever is installed; null where neither is. */
export const SERVER =
  ["redis-server", "valkey-server"].find((name) => spawnSync(name, ["--version"]).status === 0) ?? null;

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("A port was expected.");
  return address.port;
}

/** A real server on a port and a folder of its own, which can be killed and started again. */
export class RedisServer {
  readonly folder = mkdtempSync(join(tmpdir(), "nkp-planner-redis-"));
  readonly port: number;
  readonly #appendOnly: "yes" | "no";
  #process: ChildProcess | null = null;

  constructor(port: number, appendOnly: "yes" | "no" = "yes") {
    this.port = port;
    this.#appendOnly = appendOnly;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const flags = ["--port", String(this.port), "--bind", "127.0.0.1", "--dir", this.folder, "--save", ""];
    const child = spawn(SERVER ?? "redis-server", [...flags, "--appendonly", this.#appendOnly], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#process = child;
    let said = "";
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (said.includes("Ready to accept connections")) break;
    }
    if (child.exitCode !== null) throw new Error(said);
    // Its pipe is closed when it is no longer read; a server that can say no more is none the worse.
  }

  /** Ends it as a machine that loses power does: it may write nothing more. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null) return;
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
}

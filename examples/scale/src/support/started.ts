import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A program of the example that runs, with what it has said until now. */
export class Started {
  readonly child: ChildProcess;
  stdout = "";
  stderr = "";

  constructor(file: "main.ts" | "worker.ts", args: readonly string[], env: Readonly<Record<string, string>>) {
    const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
    this.child = spawn(process.execPath, [path, ...args], {
      ...{ env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] },
    });
    this.child.stdout?.on("data", (chunk) => (this.stdout += String(chunk)));
    this.child.stderr?.on("data", (chunk) => (this.stderr += String(chunk)));
  }

  /** Its exit code; null where a signal ended it. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, "close");
    return this.child.exitCode;
  }

  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.ended();
  }
}

import { countText } from "@nkp-planner/core";
import type { ShellProcess } from "../shell.ts";
import type { InputSource } from "./input-blocks.ts";

const SECONDS_A_MINUTE = 60;
const PERCENT = 100;

/** Tells how far a stream has come, and where its length is known, how long it will take. */
export class Progress {
  readonly #process: ShellProcess;
  readonly #source: InputSource;
  readonly #begunAt: number;

  constructor(process: ShellProcess, source: InputSource) {
    this.#process = process;
    this.#source = source;
    this.#begunAt = process.uptime();
  }

  tell(tenantCount: number): void {
    const { readBytes, sizeBytes, name } = this.#source;
    const planned = `Planning ${name}: ${countText(tenantCount, "tenants")}`;
    const part = sizeBytes === null ? 0 : Math.min(1, readBytes / sizeBytes);
    const leftSeconds = (this.#process.uptime() - this.#begunAt) * (1 / part - 1);
    const left = part === 0 ? "" : `, ${Math.floor(part * PERCENT)} %, ${timeText(leftSeconds)} left`;
    this.#process.say(`${planned}${left}`);
  }
}

/** `40 seconds`, `12 minutes`. */
export function timeText(seconds: number): string {
  if (seconds < 2 * SECONDS_A_MINUTE) return countText(Math.ceil(seconds), "seconds");
  return countText(Math.ceil(seconds / SECONDS_A_MINUTE), "minutes");
}

import { Worker } from "node:worker_threads";
import type { InputBlock } from "./input-blocks.ts";
import { BlockPlanner, type BlockResult } from "./plan-block.ts";
import type { StreamPlanning, StreamRun } from "./stream-run.ts";

/** Beside the program as it is: TypeScript in the repository, JavaScript in the package. */
const WORKER = new URL(`./stream-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/** Of one thread: enough for any block, and so little that what is not needed any more is given back soon. */
const MOST_HEAP_MIB = 320;

interface Job {
  readonly block: InputBlock;
  readonly done: (result: BlockResult) => void;
  readonly failed: (error: unknown) => void;
}

/** Plans blocks over several threads; with one, in this one. Which thread plans which block changes no byte. */
export class BlockPool {
  readonly #waiting: Job[] = [];
  readonly #idle: Worker[] = [];
  readonly #atWork = new Map<Worker, Job>();
  readonly #workers: readonly Worker[];
  readonly #own: BlockPlanner;

  constructor(run: StreamRun, planning: StreamPlanning, name: string, workerCount: number) {
    this.#own = new BlockPlanner(run, planning, name);
    const count = workerCount > 1 ? workerCount : 0;
    this.#workers = Array.from({ length: count }, () => this.#started(run, name));
    this.#idle.push(...this.#workers);
  }

  async plan(block: InputBlock): Promise<BlockResult> {
    if (this.#workers.length === 0) return this.#own.plan(block);
    return await new Promise((done, failed) => {
      this.#waiting.push({ block, done, failed });
      this.#next();
    });
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #started(run: StreamRun, name: string): Worker {
    const worker = new Worker(WORKER, {
      workerData: { run, name },
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MIB },
    });
    worker.on("message", (result: BlockResult) => {
      const job = this.#atWork.get(worker);
      this.#atWork.delete(worker);
      this.#idle.push(worker);
      job?.done(result);
      this.#next();
    });
    // A thread that ends without an answer ends the run: it would end again.
    worker.on("error", (error) => this.#atWork.get(worker)?.failed(error));
    return worker;
  }

  #next(): void {
    const worker = this.#waiting.length > 0 ? this.#idle.pop() : undefined;
    const job = worker === undefined ? undefined : this.#waiting.shift();
    if (worker === undefined || job === undefined) return;
    this.#atWork.set(worker, job);
    worker.postMessage(job.block);
  }
}

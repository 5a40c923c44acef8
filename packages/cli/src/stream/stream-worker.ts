import process from "node:process";
import { parentPort, workerData } from "node:worker_threads";
import type { ShellProcess } from "../shell.ts";
import type { InputBlock } from "./input-blocks.ts";
import { BlockPlanner } from "./plan-block.ts";
import { planningOf, type StreamRun } from "./stream-run.ts";

/** A thread that plans blocks of a fleet: the run when it starts, then a block at a time. */
const { run, name } = workerData as { readonly run: StreamRun; readonly name: string };
const { stdin, stdout, stderr, env } = process;
const shell: ShellProcess = { stdin, stdout, stderr, env, uptime: () => process.uptime(), say: () => undefined };
const planner = new BlockPlanner(run, await planningOf(shell, run), name);

parentPort?.on("message", (block: InputBlock) => {
  parentPort?.postMessage(planner.plan(block));
});

import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/** Loaded before a program that is measured: what it used, its threads included, goes to the file `BENCH_USAGE`. */
const path = process.env["BENCH_USAGE"];
if (isMainThread && path !== undefined)
  process.on("exit", () => writeFileSync(path, JSON.stringify(process.resourceUsage())));

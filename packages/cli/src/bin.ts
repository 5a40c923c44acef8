#!/usr/bin/env node
import process from "node:process";
import { run } from "./run.ts";

// Whoever reads us may stop early (`| head`): that is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await run(process, process.argv.slice(2));

#!/usr/bin/env node
import process from "node:process";
import { run } from "./run.ts";
import { onBrokenOutput } from "./streams.ts";

onBrokenOutput(process);
process.exitCode = await run(process, process.argv.slice(2));

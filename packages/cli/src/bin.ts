#!/usr/bin/env node
import process from "node:process";
import { onBrokenOutput, onUncaught } from "./streams.ts";

onUncaught(process);
onBrokenOutput(process);
// Brought in here, so that what cannot even be loaded ends as every other mistake does.
const { run } = await import("./run.ts");
process.exitCode = await run(process, process.argv.slice(2));

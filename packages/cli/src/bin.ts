#!/usr/bin/env node
import nodeModule from "node:module";
import process from "node:process";
import { onBrokenOutput, onUncaught } from "./streams.ts";

onUncaught(process);
onBrokenOutput(process);
// What is compiled is kept where Node.js keeps it, unless NODE_DISABLE_COMPILE_CACHE is set: from the second start on, reading
// the program takes half the time. Node.js 20 keeps nothing.
nodeModule.enableCompileCache?.();
// Brought in here, so that what cannot even be loaded ends as every other mistake does.
const { run } = await import("./run.ts");
process.exitCode = await run(process, process.argv.slice(2));

import { numberText, type Problem, shown } from "@nkp-planner/core";
import type { EmitOptions } from "../../emit/options/emit-options.ts";
import type { RunToEmit } from "../run-adapter.ts";
import { inputBytes, MOST_CONFIG_BYTES } from "./run-inputs.ts";

/** The ways in which the pods of a run hand their parts over: one of them. */
const WAYS = ["storageClass", "claim", "objectStore"] as const;

/** Of formats that have to be read whole. */
const OTHER_END = /\.(?:ya?ml|json|csv|tsv|xlsx)$/i;

/** What no field alone can say: how parts are handed over, and what fits where. */
export function jobProblems(options: EmitOptions, run: RunToEmit): readonly Problem[] {
  return [...wayProblems(options), ...parallelProblems(options), ...inputProblems(run)];
}

function wayProblems(options: EmitOptions): readonly Problem[] {
  const said = WAYS.filter((way) => options[way] !== undefined);
  if (said.length === 1) return [];
  const expected = `one of ${WAYS.join(", ")}`;
  if (said.length === 0) {
    // Of a class that serves one node at a time, pods would wait for ever.
    const fix = "add for example storageClass=nutanix-files, a class whose volumes many nodes write to at once";
    return [{ path: [], found: "no way to hand parts over", expected, fix }];
  }
  return said
    .slice(1)
    .map((way) => ({ path: [way], found: `${way} beside ${said[0]}`, expected, fix: "leave all but one out" }));
}

function parallelProblems({ shards, parallelism }: EmitOptions): readonly Problem[] {
  if (typeof shards !== "number" || typeof parallelism !== "number" || parallelism <= shards) return [];
  const fix = "leave it out: then all are planned at a time";
  return [{ path: ["parallelism"], found: shown(parallelism), expected: `at most ${shards}, as many as shards`, fix }];
}

/** Prices always travel with the Job: they are small, and a run with others' is another run. */
function inputProblems(run: RunToEmit): readonly Problem[] {
  const bytes = inputBytes(run.files.map(({ file }) => file));
  if (bytes <= MOST_CONFIG_BYTES) return fleetProblems(run);
  const found = `files of ${numberText(bytes)} bytes with ${run.files.map(({ flag }) => flag).join(" and ")}`;
  const expected = `at most ${numberText(MOST_CONFIG_BYTES)} bytes, which a ConfigMap holds`;
  return [{ path: [], found, expected, fix: "leave out of them what the fleet does not need" }];
}

function fleetProblems({ fleet }: RunToEmit): readonly Problem[] {
  if (OTHER_END.test(fleet.name)) {
    const expected = "NDJSON, a tenant a line, which each part can read for itself";
    const fix = "write each tenant as one line of JSON, and call the file for example fleet.ndjson";
    return [{ path: [], found: shown(fleet.name), expected, fix }];
  }
  if (fleet.byteCount > 0) return [];
  return [{ path: [], found: `no bytes in ${shown(fleet.name)}`, expected: "a fleet", fix: "check the path" }];
}

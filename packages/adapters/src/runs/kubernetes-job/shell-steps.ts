import { quoted } from "../../emit/nkp-cli/shell-words.ts";
import type { ObjectStore } from "./job-options.ts";
import { type RunPlaces, WORK_FOLDER } from "./run-inputs.ts";

const STRICT = "set -eu";

/** What a pod of the merge does: the totals appear whole, and stand in its log. */
export function mergeStep({ partObject, totalsObject }: RunPlaces, words: readonly string[]): string {
  const totals = `${WORK_FOLDER}/${totalsObject}`;
  return lines(
    STRICT,
    `nkp-planner merge ${WORK_FOLDER}/${partObject("*")} --format json${words.map((word) => ` ${quoted(word)}`).join("")} >${totals}.new`,
    `mv ${totals}.new ${totals}`,
    `cat ${totals}`,
  );
}

/** Stores the part that has been planned in the same pod. */
export function putPartStep(places: RunPlaces, { put }: ObjectStore): string {
  return lines(STRICT, ...one(places.partObject("$JOB_COMPLETION_INDEX"), put));
}

export function putTotalsStep({ totalsObject }: RunPlaces, { put }: ObjectStore): string {
  return lines(STRICT, ...one(totalsObject, put));
}

/** Fetches the fleet, and stops where not all of it is there: part of a fleet would be planned without a word. */
export function getFleetStep({ fleetObject }: RunPlaces, byteCount: number, { get }: ObjectStore): string {
  return lines(
    STRICT,
    ...one(fleetObject, get),
    `if [ "$(wc -c <"$FILE")" -ne ${byteCount} ]; then`,
    `  echo "$OBJECT is not the fleet of ${byteCount} bytes that this Job was written for." >&2`,
    "  exit 1",
    "fi",
  );
}

/** Fetches the parts, all of them. */
export function getPartsStep({ partObject }: RunPlaces, shards: number, { get }: ObjectStore): string {
  return lines(
    STRICT,
    "index=0",
    `while [ "$index" -lt ${shards} ]; do`,
    ...one(partObject("$index"), get).map((line) => `  ${line}`),
    "  index=$((index + 1))",
    "done",
  );
}

/** A command of the user's on one object, in a shell of its own so that it changes nothing of ours. */
function one(object: string, command: string): readonly string[] {
  return [`OBJECT="${object}" FILE="${WORK_FOLDER}/${object}"`, "export OBJECT FILE", `( ${command} )`];
}

function lines(...all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}

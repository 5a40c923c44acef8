import type { EmittedFile } from "../../emit/emitted-file.ts";
import type { InputOfRun, RunToEmit } from "../run-adapter.ts";
import type { JobOptions } from "./job-options.ts";

/** What the data of a ConfigMap may come to. @see https://kubernetes.io/docs/concepts/configuration/configmap/ */
export const MOST_CONFIG_BYTES = 1_048_576;
/** Room for the names of the files, which count. */
const ROOM_FOR_NAMES = 1024;
/** Where pods find what the ConfigMap holds, and where parts are handed over. */
export const INPUT_FOLDER = "/input";
export const WORK_FOLDER = "/fleet";
/** Ends of names by which readers know a format. */
const KNOWN_END = /\.(?:ndjson|jsonl|json|ya?ml)$/i;

/** An input as pods see it. */
interface PlacedInput {
  readonly flag: string | null;
  readonly fileName: string;
  readonly file: InputOfRun;
}

/** Where everything of a run lies, and what it is called. */
export interface RunPlaces {
  /** What travels with the Job, in a ConfigMap. */
  readonly carried: readonly PlacedInput[];
  /** Path of the fleet in a pod. */
  readonly fleetPath: string;
  /** Whether somebody must bring the fleet to where parts are handed over, because no ConfigMap holds it. */
  readonly isFleetBrought: boolean;
  /** Name of the fleet where parts are handed over; of no use where it is carried. */
  readonly fleetObject: string;
  /** Name of the part of an index, which may be a variable. */
  partObject(index: string): string;
  readonly totalsObject: string;
}

/** Bytes that inputs take in a ConfigMap; of one that is not held, what it has. */
export function inputBytes(files: readonly InputOfRun[]): number {
  return ROOM_FOR_NAMES + files.reduce((sum, { byteCount }) => sum + byteCount, 0);
}

/** Names are the planner's own, so that no file's name can mean something to a shell or to Kubernetes. */
export function placesOf({ fleet, files }: RunToEmit, { name }: Pick<JobOptions, "name">): RunPlaces {
  const fleetName = `fleet${endOf(fleet)}`;
  const isFleetBrought =
    fleet.bytes === null || inputBytes([fleet, ...files.map(({ file }) => file)]) > MOST_CONFIG_BYTES;
  const others = files.map(({ flag, file }) => ({ flag, fileName: `${flag.replace(/^-+/, "")}${endOf(file)}`, file }));
  const fleetObject = `${name}.${fleetName}`;
  return {
    carried: [...(isFleetBrought ? [] : [{ flag: null, fileName: fleetName, file: fleet }]), ...others],
    fleetPath: isFleetBrought ? `${WORK_FOLDER}/${fleetObject}` : `${INPUT_FOLDER}/${fleetName}`,
    isFleetBrought,
    fleetObject,
    // A point is in no name of a run: the parts of one are never those of another.
    partObject: (index) => `${name}.part-${index}.json`,
    totalsObject: `${name}.totals.json`,
  };
}

/** The inputs that travel with the Job, as files beside it. */
export function inputFiles({ carried }: RunPlaces): readonly EmittedFile[] {
  return carried.map(({ fileName, file }) => ({
    path: `input/${fileName}`,
    bytes: file.bytes ?? new Uint8Array(),
  }));
}

function endOf({ name }: InputOfRun): string {
  return KNOWN_END.exec(name)?.[0].toLowerCase() ?? "";
}

import { randomInt } from "node:crypto";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** From which every property of a run draws. */
    propertySeed: number;
  }
}

const LARGEST = 2 ** 31;

/** One seed a run: another each time, so that other fleets are tried; `PROPERTY_SEED` draws those of an earlier run. */
export default function setup(project: TestProject): void {
  const given = process.env["PROPERTY_SEED"];
  const seed = given === undefined ? randomInt(LARGEST) : Number(given);
  if (!Number.isInteger(seed)) throw new Error(`PROPERTY_SEED is no whole number: ${given}`);
  console.info(`Properties draw their fleets from seed ${seed}: PROPERTY_SEED=${seed} draws the same.`);
  project.provide("propertySeed", seed);
}

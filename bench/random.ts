/** A whole number from least to most, both included. */
export type Draw = (least: number, most: number) => number;

const MODULUS = 2_147_483_647;
const MULTIPLIER = 48_271;
/** The first numbers after a small seed are small as well. */
const SKIPPED = 10;

/** Draws that are the same in every run and on every machine: Park and Miller's generator. */
export function drawsFrom(seed: number): Draw {
  let state = (seed % (MODULUS - 1)) + 1;
  const next = () => {
    state = (state * MULTIPLIER) % MODULUS;
    return state / MODULUS;
  };
  for (let skipped = 0; skipped < SKIPPED; skipped += 1) next();
  return (least, most) => least + Math.floor(next() * (most - least + 1));
}

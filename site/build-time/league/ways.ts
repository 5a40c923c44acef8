import type { Way } from "./way.ts";
import { firstFitDecreasing } from "./ways/first-fit-decreasing.ts";
import { ours } from "./ways/ours.ts";
import { sumOverCapacity } from "./ways/sum-over-capacity.ts";
import { sumWithHeadroom } from "./ways/sum-with-headroom.ts";

/** Every way of sizing in the league table, in its order. */
export const ways: readonly Way[] = [ours, firstFitDecreasing, sumOverCapacity, sumWithHeadroom];

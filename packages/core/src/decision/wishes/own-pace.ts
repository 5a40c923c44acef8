import { defineWish } from "./wish.ts";

/** Nobody is made to wait or to hurry. */
export const ownPace = defineWish({
  id: "own-pace",
  title: "Own upgrade pace for whoever asks for it",
  meets: "No tenant who asks for an upgrade cadence of its own is refused it.",
  isMetBy: ({ findings }) => findings.every(({ code }) => code !== "cadence-not-own"),
});

import { atom, computed, onMount } from "nanostores";
import { $isCurrent, $staleBecause } from "./store.ts";

/** As long as this nobody sees that a figure is of before; drawing it at every key would cost more than planning. */
const GLANCE_MS = 300;

/** Whether the figures on the page have been those of before for longer than a glance. */
export const $isLate = atom(false);

onMount($isLate, () => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return $isCurrent.subscribe((isCurrent) => {
    clearTimeout(timer);
    if (isCurrent) $isLate.set(false);
    else timer = setTimeout(() => $isLate.set(true), GLANCE_MS);
  });
});

/** Resolves when the figures on the page are those of what is typed in it, or will not become them by themselves. */
export function whenCurrent(): Promise<void> {
  return new Promise((resolve) => {
    const settled = computed([$isCurrent, $staleBecause], (isCurrent, because) => isCurrent || because !== null);
    const stop = settled.subscribe((isSettled) => {
      if (!isSettled) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

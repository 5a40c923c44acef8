import { atom } from "nanostores";
import { readScenario } from "./read-scenario.ts";
import type { Scenario } from "./scenario.ts";
import type { Kept } from "./share-link.ts";
import { $outcome, $scenario, beginning } from "./store.ts";

/** What this browser keeps: the present input, and scenarios by name. Nothing of it leaves the browser. */

export interface NamedScenario extends Kept {
  readonly name: string;
  /** ISO 8601. */
  readonly savedAt: string;
}

const CURRENT = "nkp-planner.current";
const NAMED = "nkp-planner.scenarios";

/** Whether the browser keeps what is typed: it may forbid storage, or be full. */
export const $isKept = atom(true);

export const $named = atom<readonly NamedScenario[]>([]);

/** The scenario as it stands, with what it comes to as far as that is known. */
export function present(): Kept | null {
  const scenario = $scenario.get();
  const outcome = $outcome.get();
  if (scenario === null || outcome === null) return null;
  // Old figures would look like figures that have changed since.
  const cards = outcome.scenario === scenario ? outcome.view.cards : [];
  const costs = Object.fromEntries(cards.map(({ modelId, exactCost }) => [modelId, exactCost]));
  return { scenario, dataRelease: beginning().dataRelease, costs };
}

/** From now on the present input is kept, so that closing the page loses nothing. */
export function keepPresent(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  $scenario.listen(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      $isKept.set(write(CURRENT, present()));
    }, KEEP_AFTER_MS);
  });
  addEventListener("pagehide", () => {
    if (timer !== undefined) write(CURRENT, present());
  });
}

const KEEP_AFTER_MS = 500;

export function keptPresent(): Kept | null {
  return keptOf(read(CURRENT));
}

export function loadNamed(): void {
  const all = read(NAMED);
  if (!Array.isArray(all)) return;
  $named.set(
    all.flatMap((one: unknown) => {
      const kept = keptOf(one);
      const { name, savedAt } = Object(one) as Readonly<Record<string, unknown>>;
      return kept === null || typeof name !== "string" ? [] : [{ ...kept, name, savedAt: String(savedAt ?? "") }];
    }),
  );
}

/** Under a name; what had the name before is replaced. @returns whether the browser took it */
export function saveNamed(name: string): boolean {
  const kept = present();
  if (kept === null) return false;
  const one = { ...kept, name, savedAt: new Date().toISOString() };
  return setNamed([...$named.get().filter((other) => other.name !== name), one]);
}

export function forgetNamed(name: string): void {
  setNamed($named.get().filter((other) => other.name !== name));
}

function setNamed(all: readonly NamedScenario[]): boolean {
  $named.set(all);
  return write(NAMED, all);
}

function keptOf(value: unknown): Kept | null {
  const { scenario, dataRelease, costs } = Object(value) as Readonly<Record<string, unknown>>;
  const whole: Scenario | null = readScenario(scenario);
  if (whole === null) return null;
  return { scenario: whole, dataRelease: String(dataRelease ?? ""), costs: Object(costs) as Kept["costs"] };
}

/** A browser may forbid storage, be full, or hold what an older page wrote. */
function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

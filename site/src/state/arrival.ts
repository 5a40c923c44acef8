import { atom } from "nanostores";
import { keepPresent, keptPresent, loadNamed } from "./kept.ts";
import { localeWanted } from "./locales.ts";
import { type Kept, readFragment } from "./share-link.ts";
import { $outcome, beginIn, beginning, replace } from "./store.ts";

/** What a visitor comes with: a link, or what this browser kept of the last visit. */

/** Said above the calculator until it is dismissed. */
export interface News {
  readonly text: string;
  readonly lines: readonly string[];
  readonly action?: { readonly title: string; run(): void };
}

export const $news = atom<News | null>(null);

export async function arrive(): Promise<void> {
  loadNamed();
  const fragment = location.hash.slice(1);
  const kept = keptPresent();
  if (fragment !== "" && /^v\d+\.|[A-Za-z0-9_-]{40,}/.test(fragment)) await openLink(fragment);
  else if (kept !== null) open(kept, "Your input of the last visit is back.");
  else {
    const locale = localeWanted(navigator.languages);
    if (locale !== undefined && locale !== beginning().scenario.locale) beginIn(locale);
  }
  keepPresent();
  addEventListener("hashchange", () => {
    const changed = location.hash.slice(1);
    if (/^v\d+\./.test(changed)) void openLink(changed);
  });
}

async function openLink(fragment: string): Promise<void> {
  const link = await readFragment(fragment, beginning().scenario);
  if ("problem" in link) $news.set({ text: link.problem, lines: [] });
  else open(link, "Opened from a link. Undo brings back what was here before.");
  // The address stands for this page again: what is typed from now on is not in it.
  history.replaceState(null, "", `${location.pathname}${location.search}`);
}

/** Shows a scenario, and says where its figures are no longer what they were. */
export function open(kept: Kept, text: string): void {
  replace(kept.scenario);
  $news.set({ text, lines: [] });
  const stop = $outcome.listen((outcome) => {
    if (outcome?.scenario !== kept.scenario) return;
    stop();
    const lines = changesSince(kept);
    if (lines.length > 0) $news.set({ text: `${text} Its cost was another, by what was written then:`, lines });
  });
}

function changesSince({ costs, dataRelease }: Kept): readonly string[] {
  const view = $outcome.get()?.view;
  const moved = (view?.cards ?? []).filter(({ modelId, exactCost }) => (costs[modelId] ?? exactCost) !== exactCost);
  if (view === undefined || moved.length === 0) return [];
  const now = beginning().dataRelease;
  const then = dataRelease === "" ? "of an unknown release" : dataRelease;
  const releases = dataRelease === now ? `both with data ${now}` : `data ${then} then, ${now} now`;
  return [
    ...moved.map(
      ({ modelId, title, exactCost }) => `${title}: ${view.currency} ${costs[modelId]} then, ${exactCost} now`,
    ),
    `${releases}.`,
  ];
}

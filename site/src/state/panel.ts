import { atom } from "nanostores";

export type PanelId = "scenarios" | "export" | "print";

/** Which panel of the header's buttons is open above the calculator; one at a time. */
export const $panel = atom<PanelId | null>(null);

let openedFrom: HTMLElement | null = null;

export function togglePanel(id: PanelId): void {
  if ($panel.get() === id) {
    closePanel();
    return;
  }
  openedFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  $panel.set(id);
}

/** Closed; the focus is where it was before. */
export function closePanel(): void {
  $panel.set(null);
  openedFrom?.focus();
  openedFrom = null;
}

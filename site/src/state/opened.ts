import { atom } from "nanostores";
import type { FigureRef } from "../view/fragment.ts";

/** Which figure is open, below which section, and by which figures one came to it. */
export interface Opened {
  readonly place: string;
  readonly trail: readonly FigureRef[];
}

export const $opened = atom<Opened | null>(null);

let openedFrom: HTMLElement | null = null;

export function openFigure(place: string, ref: FigureRef): void {
  openedFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  $opened.set({ place, trail: [ref] });
}

/** One figure deeper. */
export function openFurther(ref: FigureRef): void {
  const opened = $opened.get();
  if (opened !== null) $opened.set({ ...opened, trail: [...opened.trail, ref] });
}

/** Back to a figure on the way. */
export function backTo(index: number): void {
  const opened = $opened.get();
  if (opened !== null) $opened.set({ ...opened, trail: opened.trail.slice(0, index + 1) });
}

/** Closed; the focus is where it was before. */
export function closeFigure(): void {
  $opened.set(null);
  openedFrom?.focus();
  openedFrom = null;
}

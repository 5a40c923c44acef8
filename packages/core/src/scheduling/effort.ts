/** How many times pods of one pool may be looked at on its nodes, over all counts that are tried: some seconds. */
const MOST_LOOKS = 50_000_000;
/** After so many of them, a part of a second, it is told that they go on. */
const LOOKS_UNTOLD = 2_000_000;

/** What counting one pool may cost, so that every pool that is accepted ends. */
export class Effort {
  readonly #onTry: (() => void) | undefined;
  #left = MOST_LOOKS;
  #untold = 0;

  /** @param onTry told now and then while a pool is counted; it may throw to end it there */
  constructor(onTry?: () => void) {
    this.#onTry = onTry;
  }

  /** No more is to be tried: what is not proven by arithmetic is not known. */
  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** Takes one placement of so many pods on so many nodes into account. */
  spend(podCount: number, nodeCount: number): void {
    const looks = podCount * nodeCount;
    this.#left -= looks;
    this.#untold += looks;
    if (this.#untold < LOOKS_UNTOLD) return;
    this.#untold = 0;
    this.#onTry?.();
  }
}

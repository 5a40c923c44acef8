/** Work by count and not by clock: what has spent its steps gives up, on every machine at the same point. */
export class Steps {
  readonly #most: number;
  readonly #whole: Steps | null;
  #spent = 0;

  /** @param whole counts these steps too, but does not limit them */
  constructor(most = Number.POSITIVE_INFINITY, whole: Steps | null = null) {
    this.#most = most;
    this.#whole = whole;
  }

  get spent(): number {
    return this.#spent;
  }

  /** Takes steps; false where they are too many. */
  spend(count = 1): boolean {
    this.#spent += count;
    this.#whole?.spend(count);
    return this.#spent <= this.#most;
  }
}

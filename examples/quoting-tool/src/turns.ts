/** Lets so many work at once; the others wait in line, so that those who came first are answered first. */
export class Turns {
  #freeCount: number;
  readonly #line: (() => void)[] = [];

  constructor(count: number) {
    this.#freeCount = count;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#freeCount > 0) this.#freeCount -= 1;
    else await new Promise<void>((resolve) => this.#line.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next === undefined) this.#freeCount += 1;
      else next();
    }
  }
}

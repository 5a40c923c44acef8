import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Quote } from "./answer.ts";

const ID = /^[0-9a-f]{32}$/;

/** Quotes as files of one folder, so that a restart keeps them. */
export class QuoteStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whole or not at all: a file comes under its name when it is written to the end. */
  async keep(quote: Quote): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const unfinished = join(this.#folder, `${randomUUID()}.part`);
    await writeFile(unfinished, JSON.stringify(quote), { mode: 0o600 });
    await rename(unfinished, this.#pathOf(quote.quoteId));
  }

  /** The quote of an id; null: there is none. */
  async find(id: string): Promise<Quote | null> {
    if (!ID.test(id)) return null;
    try {
      return JSON.parse(await readFile(this.#pathOf(id), "utf8"));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  }

  #pathOf(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}

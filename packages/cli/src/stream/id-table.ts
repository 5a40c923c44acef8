import { hash } from "node:crypto";

/** Of an id so many words of 32 bits are kept: two of ten million are the same by chance once in 10¹⁵ fleets. */
const WORDS = 3;
const BYTES_A_WORD = 4;
const FIRST_CAPACITY = 1024;

/** Which ids there were and in which lines, by their digests in flat arrays: a small part of the memory that a map of texts takes. */
export class IdTable {
  #capacity = FIRST_CAPACITY;
  #digests = new Uint32Array(FIRST_CAPACITY * WORDS);
  /** 0: nothing is there; lines count from 1. */
  #lines = new Uint32Array(FIRST_CAPACITY);
  #count = 0;

  /** How many different ids there are. */
  get count(): number {
    return this.#count;
  }

  has(id: string): boolean {
    return this.#lines[this.#placeOf(digestOf(id))] !== 0;
  }

  /** The line in which the id was before; undefined: in none, and it is kept with this one. */
  put(id: string, line: number): number | undefined {
    const digest = digestOf(id);
    const place = this.#placeOf(digest);
    const known = this.#lines[place];
    if (known !== 0) return known;
    this.#keep(place, digest, line);
    this.#count += 1;
    if (this.#count * 2 > this.#capacity) this.#grow();
    return undefined;
  }

  /** Where a digest stands, or is to stand. */
  #placeOf(digest: Uint32Array): number {
    let place = (digest[0] as number) % this.#capacity;
    while (this.#lines[place] !== 0 && !this.#isAt(place, digest)) place = (place + 1) % this.#capacity;
    return place;
  }

  #isAt(place: number, digest: Uint32Array): boolean {
    return digest.every((word, index) => this.#digests[place * WORDS + index] === word);
  }

  #keep(place: number, digest: Uint32Array, line: number): void {
    this.#digests.set(digest, place * WORDS);
    this.#lines[place] = line;
  }

  #grow(): void {
    const [digests, lines] = [this.#digests, this.#lines];
    this.#capacity *= 2;
    this.#digests = new Uint32Array(this.#capacity * WORDS);
    this.#lines = new Uint32Array(this.#capacity);
    lines.forEach((line, place) => {
      if (line === 0) return;
      const digest = digests.subarray(place * WORDS, (place + 1) * WORDS);
      this.#keep(this.#placeOf(digest), digest, line);
    });
  }
}

function digestOf(id: string): Uint32Array {
  const bytes = hash("sha256", id, "buffer");
  return Uint32Array.from({ length: WORDS }, (_, word) => bytes.readUInt32LE(word * BYTES_A_WORD));
}

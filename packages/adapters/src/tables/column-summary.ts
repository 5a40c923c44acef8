import type { SummaryKind } from "./summary-names.ts";

/** A number of a table in billionths, with what one more in its last shown digit would be. */
export interface ShownNumber {
  readonly nano: bigint;
  readonly lastDigit: bigint;
  /** The number without its unit, in billionths: a count of rows has none. */
  readonly bareNano: bigint;
}

/** What is known of the numbers of one column, added one after the other. */
export class ColumnSummary {
  #sum = 0n;
  #count = 0n;
  #notZero = 0;
  #least: bigint | null = null;
  #most: bigint | null = null;
  /** Twice by how much the sum of what was rounded may differ from the sum that is shown. */
  #slack = 0n;
  #isReadable = true;

  /** @param value undefined: the cell says nothing. null: it cannot be read */
  add(value: ShownNumber | null | undefined, isWhole: boolean): void {
    if (value === undefined) return;
    if (value === null) {
      this.#isReadable = false;
      return;
    }
    const { nano, lastDigit } = value;
    this.#sum += nano;
    this.#count += 1n;
    if (nano !== 0n) this.#notZero += 1;
    if (!isWhole) this.#slack += lastDigit;
    if (this.#least === null || nano < this.#least) this.#least = nano;
    if (this.#most === null || nano > this.#most) this.#most = nano;
  }

  /** Whether a number is that of the column, in the digits that it shows. */
  is(kind: SummaryKind, { nano, lastDigit, bareNano }: ShownNumber, takesRounded: boolean): boolean {
    if (!this.#isReadable) return false;
    const near = (exact: bigint, times: bigint, slack: bigint) => {
      const difference = exact - nano * times;
      return (difference < 0n ? -difference : difference) * 2n <= lastDigit * times + slack;
    };
    const slack = takesRounded ? this.#slack : 0n;
    if (kind === "sum") return near(this.#sum, 1n, slack);
    if (this.#count === 0n) return nano === 0n;
    if (kind === "average") return near(this.#sum, this.#count, slack);
    if (kind === "count") return bareNano === this.#count * NANO;
    return near((kind === "least" ? this.#least : this.#most) ?? 0n, 1n, 0n);
  }

  /** Whether it says anything that a number agrees with it: a sum of one number, or the average of equal ones, does not. */
  isTelling(kind: SummaryKind): boolean {
    return kind === "sum" ? this.#notZero > 1 : this.#least !== this.#most;
  }
}

/** parseSize counts in billionths. */
const NANO = 10n ** 9n;

/** Whether two of the columns do not rise and fall together: where all do, one that agrees makes the others agree. */
export function areIndependent(columns: readonly (readonly bigint[])[]): boolean {
  const [first, ...others] = columns;
  const at = first?.findIndex((value) => value !== 0n) ?? -1;
  if (first === undefined || at < 0) return false;
  const base = first[at] ?? 0n;
  return others.some((other) =>
    other.some((value, index) => value * base !== (first[index] ?? 0n) * (other[at] ?? 0n)),
  );
}

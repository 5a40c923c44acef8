import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deckLanguage } from "../language/deck-language.ts";
import { partFormat } from "../pages/chart-data.ts";
import { fittedList } from "./fitted-list.ts";
import { cutToLines, lineCount, linesHeight } from "./text-width.ts";

const more = (left: number) => `and ${left} more`;

describe("a text cut to lines", () => {
  it("keeps what fits, and ends with an ellipsis where something is missing", () => {
    expect(cutToLines("short", 3, 12, 1)).toBe("short");
    expect(cutToLines("a ".repeat(400).trim(), 3, 12, 2)).toMatch(/^a( a)+…$/);
  });

  it("never takes more lines than it may", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 9, max: 40 }),
        (text, lines, points) => {
          expect(lineCount(cutToLines(text, 4, points, lines), 4, points)).toBeLessThanOrEqual(lines);
        },
      ),
    );
  });
});

describe("a list in a box", () => {
  const box = { x: 0, y: 0, w: 6, h: 2 };
  const list = (count: number, points = 18) =>
    ({
      kind: "list",
      box,
      points,
      more,
      items: Array.from({ length: count }, (_, index) => `Line ${index + 1}`),
    }) as const;

  it("keeps its size where it has room, shrinks where that is enough", () => {
    expect(fittedList(list(4))).toEqual({ items: list(4).items, points: 18 });
    const { items, points } = fittedList(list(6));
    expect(items.length).toBe(6);
    expect(points).toBeLessThan(18);
  });

  it("else says how many more there are: what is shown and what is not is all", () => {
    const { items, points } = fittedList(list(40));
    const shown = items.length - 1;
    expect(items.at(-1)).toBe(`and ${40 - shown} more`);
    expect(points).toBe(13);
    expect(linesHeight(items.length, points)).toBeLessThanOrEqual(box.h);
  });
});

describe("numbers in parts of bars", () => {
  const bars = (...values: readonly number[]) => [{ name: "a", colour: "000000", values }];

  it("group thousands as the language does, and leave out what is too small", () => {
    // 4 % of 698 is 27.92, of 1,380 it is 55.2, of 62,815 it is 2,512.6.
    expect(partFormat(bars(698, 20), deckLanguage("en"))).toBe("[>=1000]0\\,000;[>=28]0;");
    expect(partFormat(bars(1380, 20), deckLanguage("de"))).toBe("[>=1000]0\\.000;[>=56]0;");
    expect(partFormat(bars(62_815), deckLanguage("en"))).toBe("[>=2513]0\\,000;");
    expect(partFormat(bars(2_000_000), deckLanguage("de"))).toBe("[>=1000000]0\\.000\\.000;[>=80000]0\\.000;");
  });

  it("take the longest bar of all its parts", () => {
    expect(partFormat([...bars(500, 0), ...bars(500, 10)], deckLanguage("en"))).toBe("[>=1000]0\\,000;[>=40]0;");
  });
});

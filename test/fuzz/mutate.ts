import type { Draw } from "../../bench/random.ts";

/** Values that have broken a program somewhere, and some of the planner's own words in the wrong place. */
const HOSTILE: readonly unknown[] = [
  ...[null, true, 0, -1, 0.1, 1e21, 1e308, Number.MAX_SAFE_INTEGER, "", " ", "0", "-0", "1.234", "1,234.5", "1e5"],
  ...["1e999", "0x10", "9".repeat(400), "x".repeat(1000), "5%", "-100%", "1Pi", "999999Pi", "16GB", "100m", "64"],
  ...["Euro", "EUR", "JPY", "BHD", "2026-02-30", "0000-00-00", "=1+1", "€ 1.9", "∞", "NaN", "null", "own", "host"],
  ...["__proto__", "constructor", "toString", "\u202e", "\u200b", "\u001b[2J", "\ud800", "two\nlines", "a\tb"],
  ...[[], {}, [[]], [null], { toString: 1, valueOf: 1 }, { length: -1 }],
];

const KEYS = ["__proto__", "constructor", "toString", "length", "0", "", "\u001b]0;x\u0007", "id", "items", "<<"];

/** What has broken a reader of text somewhere. */
const SCRAPS = [
  ..."*&{}[]?:-|>!#%@`\"'\\,;=\t\r\n\0".split(""),
  ...["&a ", "*a", "? ", "- ", ": ", "!!js/function ", "<<: *a", "---\n", "...\n", "%YAML 1.1\n", "\uFEFF", "\u202e"],
  ...[
    "\u001b[31m",
    "\ud800",
    "1e999",
    "0o17",
    "_",
    "~",
    "null",
    "{{",
    "[[",
    "]]",
    "}}",
    '""',
    "''",
    "\u2028",
    " ".repeat(50),
  ],
];

const MOST_CHANGES = 4;

/** Every second time one thing alone, and gently: what is still accepted comes further into the planner than what is refused. */
function isGentle(draw: Draw): boolean {
  return draw(0, 1) === 0;
}

/** A copy of plain data with one to four things in it changed: replaced, removed, renamed, repeated, put elsewhere. */
export function mutatedValue(value: unknown, draw: Draw): unknown {
  const root = { root: structuredClone(value) };
  if (isGentle(draw)) changeGently(root, draw);
  else for (let left = draw(1, MOST_CHANGES); left > 0; left -= 1) changeOne(root, draw);
  return root.root;
}

/** Another value of the same kind: a number near by, a text with another digit, a list in another order. */
function changeGently(root: Container, draw: Draw): void {
  const { parent, key } = oneOf(placesIn(root), draw);
  const now: unknown = Reflect.get(parent, key);
  if (typeof now === "number") put(parent, key, oneOf([now + 1, now - 1, now * 2, now / 2, 0, 1], draw));
  else if (typeof now === "string") put(parent, key, gentleText(now, draw));
  else if (Array.isArray(now)) put(parent, key, now.toReversed());
  else if (typeof now === "boolean") put(parent, key, !now);
  else Reflect.deleteProperty(parent, key);
}

/** One digit of it is another one; without digits, one letter is there twice. */
function gentleText(text: string, draw: Draw): string {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = digits.length === 0 ? draw(0, text.length) : oneOf(digits, draw);
  const instead = digits.length === 0 ? text.slice(at, at + 1).repeat(2) : String(draw(0, LAST_DIGIT));
  return text.slice(0, at) + instead + text.slice(at + 1);
}

const LAST_DIGIT = 9;

type Container = Record<string, unknown> | unknown[];

function changeOne(root: Container, draw: Draw): void {
  const places = placesIn(root);
  if (places.length === 0) return; // everything has been removed
  const { parent, key } = oneOf(places, draw);
  const now: unknown = Reflect.get(parent, key);
  const ways: readonly (() => unknown)[] = [
    () => put(parent, key, structuredClone(oneOf(HOSTILE, draw))),
    () => put(parent, key, structuredClone(oneOf(HOSTILE, draw))),
    () => (Array.isArray(parent) ? parent.splice(Number(key), 1) : Reflect.deleteProperty(parent, key)),
    () =>
      Array.isArray(parent) ? parent.push(structuredClone(now)) : put(parent, oneOf(KEYS, draw), structuredClone(now)),
    () => put(parent, key, [structuredClone(now)]),
    () => put(parent, key, { [oneOf(KEYS, draw)]: structuredClone(now) }),
    () => put(parent, key, structuredClone(valueAt(oneOf(places, draw)))),
    () => put(parent, key, typeof now === "string" ? mutatedText(now, draw) : (JSON.stringify(now) ?? "")),
    () => put(parent, key, typeof now === "number" ? now * 10 ** draw(-30, 30) : now),
  ];
  oneOf(ways, draw)();
}

/** As data has it: a key of every object is one like another. */
function put(parent: Container, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, writable: true, configurable: true });
}

function valueAt({ parent, key }: { readonly parent: Container; readonly key: string }): unknown {
  return Reflect.get(parent, key);
}

const MOST_DEPTH = 20;

function placesIn(container: Container, depth = 0): readonly { readonly parent: Container; readonly key: string }[] {
  if (depth > MOST_DEPTH) return [];
  return Object.keys(container).flatMap((key) => {
    const child: unknown = Reflect.get(container, key);
    const here = { parent: container, key };
    return typeof child === "object" && child !== null ? [here, ...placesIn(child as Container, depth + 1)] : [here];
  });
}

/** A text with one to four things in it changed: cut out, repeated, put in, moved. */
export function mutatedText(text: string, draw: Draw): string {
  if (isGentle(draw)) return gentleText(text, draw);
  let changed = text;
  for (let left = draw(1, MOST_CHANGES); left > 0; left -= 1) {
    const from = draw(0, changed.length);
    const to = Math.min(changed.length, from + draw(0, LONGEST_CUT));
    const cut = changed.slice(from, to);
    const ways: readonly (() => string)[] = [
      () => "",
      () => cut + cut,
      () => cut.repeat(draw(2, MOST_REPEATS)),
      () => oneOf(SCRAPS, draw),
      () => oneOf(SCRAPS, draw) + cut,
      () => oneOf(SCRAPS, draw).repeat(draw(1, MOST_REPEATS)),
      () =>
        String(
          oneOf(
            HOSTILE.filter((one) => typeof one !== "object"),
            draw,
          ),
        ),
      () => changed.slice(draw(0, changed.length)).slice(0, LONGEST_CUT),
    ];
    changed = changed.slice(0, from) + oneOf(ways, draw)() + changed.slice(to);
  }
  return changed;
}

const LONGEST_CUT = 40;
const MOST_REPEATS = 200;

function oneOf<Value>(all: readonly Value[], draw: Draw): Value {
  return all[draw(0, all.length - 1)] as Value;
}

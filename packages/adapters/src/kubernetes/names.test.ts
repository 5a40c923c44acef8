import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dnsLabels } from "./names.ts";

const names = (...originals: readonly string[]) => dnsLabels(originals, { word: "pods", longest: 52 });

describe("names for objects", () => {
  it("keeps what is a name, and makes one of what is not", () => {
    expect(names("web", "Wordpress/MariaDB primary (x)", "größe")).toEqual([
      "web",
      "wordpress-mariadb-primary-x",
      "gro-e",
    ]);
  });

  it("starts with a letter", () => {
    expect(names("7zip", "-x-")).toEqual(["pods-7zip", "x"]);
  });

  it("tells nothing from nothing by a hash", () => {
    const [a, b, c] = names("東京", "大阪", "pods");
    expect(a).toMatch(/^pods-[0-9a-f]{8}$/);
    expect(b).toMatch(/^pods-[0-9a-f]{8}$/);
    expect(a).not.toBe(b);
    expect(c).toBe("pods");
  });

  it.each([
    [52, "a".repeat(52)],
    [53, `${"a".repeat(43)}-e4fa9d58`],
  ])("cuts a name of more than 52 characters: %i", (length, name) => {
    expect(names("a".repeat(length))).toEqual([name]);
  });

  it("gives each of several alike a name of its own, also where a hash is somebody's name", () => {
    const [hashed] = names("a b", "a.b");
    const again = names("a b", "a.b", hashed ?? "");
    expect(again[2]).toBe(hashed);
    expect(new Set(again).size).toBe(3);
  });

  it("is unique, valid and the same in any order, for any names", () => {
    const part = fc.constantFrom("a", "B", "-", " ", "é", "0", "pods", "日");
    const originals = fc.uniqueArray(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(part).map((parts) => parts.join("")),
      ),
    );
    fc.assert(
      fc.property(originals, (list) => {
        const given = names(...list);
        expect(new Set(given).size).toBe(list.length);
        for (const name of given) expect(name).toMatch(/^[a-z]([a-z0-9-]{0,50}[a-z0-9])?$/);
        expect(names(...list.toReversed())).toEqual(given.toReversed());
      }),
    );
  });
});

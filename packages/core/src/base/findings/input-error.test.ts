import { describe, expect, it, vi } from "vitest";
import { InputError } from "./input-error.ts";

const PROBLEM = { path: ["pods"], found: "-1", expected: "at least 0", fix: "raise it" };

describe("an error of bad input", () => {
  it("is known as one by another copy of the package, by is and by instanceof", async () => {
    vi.resetModules();
    const { InputError: Other } = await import("./input-error.ts");
    expect(Other).not.toBe(InputError);
    const theirs = new Other("fleet", [PROBLEM]);
    expect(InputError.is(theirs)).toBe(true);
    expect(theirs).toBeInstanceOf(InputError);
    expect(theirs.message).toBe("fleet: pods: found -1, expected at least 0; raise it");
  });

  it.each([new Error("fleet"), null, undefined, "InputError", { name: "InputError" }, () => {}])(
    "%s is none",
    (one) => {
      expect(InputError.is(one)).toBe(false);
      expect((one as unknown) instanceof InputError).toBe(false);
    },
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { yamlDocuments } from "./yaml-documents.ts";

function readBack(text: string, version: "1.1" | "1.2"): readonly unknown[] {
  return parseAllDocuments(text, { version }).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

describe("YAML documents", () => {
  it("leaves plain words plain and quotes what some reader takes for something else", () => {
    const text = yamlDocuments([{ a: "apps/v1", b: "no", c: "1_000", d: "~", e: "=", f: "12:30", g: "<<", n: 1 }]);
    expect(text).toBe('a: apps/v1\nb: "no"\nc: "1_000"\nd: "~"\ne: "="\nf: "12:30"\ng: "<<"\n"n": 1\n');
  });

  it("separates documents and leaves out what is undefined", () => {
    expect(yamlDocuments([{ a: 1, b: undefined }, { c: 2 }])).toBe("a: 1\n---\nc: 2\n");
    expect(yamlDocuments([])).toBe("");
  });

  it("escapes what a terminal or a strict parser would trip over", () => {
    expect(yamlDocuments([{ a: "x\u0007\u007f\u0085\u2028\ufeff\n" }])).toBe(
      'a: "x\\u0007\\u007f\\u0085\\u2028\\ufeff\\n"\n',
    );
    expect(yamlDocuments([{ a: "\ud800" }])).toBe('a: "\ufffd"\n');
  });

  it("is read back as what it was, in both dialects, whatever the text", () => {
    const string = fc.string({ unit: "binary" }).filter((text) => !/\p{Cs}/u.test(text));
    const object = fc.dictionary(
      string.filter((key) => key !== "__proto__"),
      fc.oneof(string, fc.integer(), fc.array(string)),
    );
    fc.assert(
      fc.property(fc.array(object), (objects) => {
        const text = yamlDocuments(objects);
        for (const version of ["1.1", "1.2"] as const) {
          expect(readBack(text, version)).toEqual(objects.map((one) => ({ ...one })));
        }
      }),
    );
  });
});

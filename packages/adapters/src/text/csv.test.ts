import { money } from "@nkp-planner/core";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvText, moneyField, numberField, textField } from "./csv.ts";

const written = (text: string | null) => Papa.parse<string[]>(textField(text).written, { delimiter: "," }).data[0]?.[0];

describe("csv", () => {
  it("ends every line with CRLF and quotes only what needs it", () => {
    const text = csvText<readonly [string, number]>(
      { name: ([name]) => textField(name), "a,b": ([, number]) => numberField(number) },
      [
        ["plain", 1],
        ['say "hi", or\nnot', -2.5],
      ],
    );
    expect(text).toBe('name,"a,b"\r\nplain,1\r\n"say ""hi"", or\nnot",-2.5\r\n');
  });

  it.each([
    ...[
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      "\tx",
      "\rx",
      "\nx",
      "  =1",
      '"=1',
      "'=1",
      " \"' +1",
      "＝1",
      "＋1",
      "－1",
      "＠x",
    ],
    ...["\u200B=1", "\u00A0=1", "“=1"],
  ])("puts an apostrophe before %j", (text) => {
    expect(written(text)).toBe(`'${text}`);
  });

  it("disarms what begins a field for spreadsheets that separate by semicolon or tab", () => {
    expect(written("a;=1")).toBe("a;'=1");
    expect(written('a\t" =1')).toBe("a\t'\" =1");
    expect(written("a;b=1; c - d")).toBe("a;b=1; c - d");
  });

  it.each(["a=b", "a-b", "x@y", "", "5 %", "Müller & Söhne, „Zürich“", "{}"])("leaves %j as it is", (text) => {
    expect(written(text) ?? "").toBe(text);
  });

  it("writes numbers as numbers: negative ones, small ones, none", () => {
    expect(numberField(-0.5).written).toBe("-0.5");
    expect(numberField(1e-7).written).toBe("0.0000001");
    expect(numberField(1200).written).toBe("1200");
    expect(numberField(null).written).toBe("");
    expect(moneyField(money("-12.5", "EUR")).written).toBe("-12.50");
    expect(moneyField(money("0.0125", "EUR")).written).toBe("0.0125");
    expect(moneyField(null).written).toBe("");
    expect(textField(null).written).toBe("");
  });
});

import { describe, expect, it } from "vitest";
import { commandCallsIn } from "./commands-in-script.ts";

const flagsOf = (script: string) =>
  commandCallsIn(script).map(({ command, place, flags }) => [
    command.words.slice(2).join(" "),
    `${place.line}:${place.column}`,
    ...flags.map(({ text, line, column }) => `${text} ${line}:${column}`),
  ]);

describe("calls of NKP's command line in a script", () => {
  it.each([
    [
      "on one line",
      "nkp create cluster nutanix -c kite --fips",
      [["cluster nutanix", "1:1", "-c 1:28", "--fips 1:36"]],
    ],
    [
      "on many lines, values joined",
      "x=1\n  nkp create nodepool nutanix gpu \\\n    --vcpus=4 \\\n\t--memory '32'\n",
      [["nodepool nutanix", "2:3", "--vcpus 3:5", "--memory 4:2"]],
    ],
    [
      "one after the other, in a subshell, and by their path",
      "(/opt/nkp create cluster nutanix --fips) && sudo nkp create nodepool nutanix a --wait | tee --append log",
      [
        ["cluster nutanix", "1:2", "--fips 1:34"],
        ["nodepool nutanix", "1:50", "--wait 1:80"],
      ],
    ],
    [
      "with quotes around all of it, and over lines",
      "nkp create cluster nutanix \"--endpoint=https://a\nb\" '--fips'\n",
      [["cluster nutanix", "1:1", "--endpoint 1:28", "--fips 2:4"]],
    ],
  ])("finds one %s", (_, script, expected) => {
    expect(flagsOf(script)).toEqual(expected);
  });

  it("reads values behind a sign and as words", () => {
    const script = "nkp create cluster nutanix --a=1=2 --b \"x y\" --c -c 'kite' --d";
    const [call] = commandCallsIn(script);
    expect(call?.flags.map(({ text, value }) => [text, value])).toEqual([
      ["--a", "1=2"],
      ["--b", "x y"],
      ["--c", null],
      ["-c", "kite"],
      ["--d", null],
    ]);
  });

  it.each([
    ["a comment", "# nkp create cluster nutanix --fips"],
    ["a text", "echo 'nkp create cluster nutanix --fips'"],
    ["another provider", "nkp create cluster vsphere --fips"],
    ["a value below zero", "nkp create cluster nutanix -- -1 - --"],
  ])("finds no flag in %s", (_, script) => {
    expect(flagsOf(script).flatMap(([, , ...flags]) => flags)).toEqual([]);
  });
});

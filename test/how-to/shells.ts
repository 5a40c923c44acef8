import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runIn } from "./recipe.ts";

/** What the command line of a copy says. */
export function cliOf(copyDir: string, args: readonly string[]): { code: number; stdout: string; stderr: string } {
  const printed = runIn(
    copyDir,
    `import { Readable } from "node:stream";
     import { run } from "./packages/cli/src/run.ts";
     const said = { stdout: "", stderr: "" };
     const output = (name: "stdout" | "stderr") => ({ write: (text: string) => { said[name] += text; return true; } });
     const outputs = { stdout: output("stdout"), stderr: output("stderr") };
     const process = { stdin: Readable.from([]), ...outputs, env: {}, uptime: () => 0 };
     const code = await run(process, ${JSON.stringify(args)});
     console.log(JSON.stringify({ code, ...said }));`,
  );
  return JSON.parse(printed);
}

/**
 * What the site of a copy answers, as its page gets it from the planner's thread.
 * @param questions an expression: a list of kind and question
 * @param change an expression: fields of the scenario, beside those that the page begins with
 */
export function siteOf(copyDir: string, questions: string, change = "{}"): readonly unknown[] {
  const printed = runIn(
    copyDir,
    `import { builtData } from "./site/build-time/built-data.ts";
     import { Desk } from "./site/src/worker/desk.ts";
     const desk = new Desk(builtData);
     const { example } = builtData;
     await desk.answer("plan", { ...example, ...(${change}) } as never);
     const answers: unknown[] = [];
     for (const [kind, ask] of ${questions} as never[][]) answers.push(await desk.answer(kind as never, ask as never));
     console.log(JSON.stringify(answers));`,
  );
  return JSON.parse(printed);
}

/** @returns how many tests of a suite look at something by its name, all of them passed; @throws with what failed */
export function suiteOf(copyDir: string, file: string, name: string): number {
  const report = "suite.json";
  const words = ["run", "--project", "contracts", file, "-t", name, "--reporter", "json", "--outputFile", report];
  const { stdout, stderr } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", ...words], {
    cwd: copyDir,
    encoding: "utf8",
  });
  const { success, numPassedTests } = JSON.parse(readFileSync(join(copyDir, report), "utf8"));
  if (!success) throw new Error(`${stdout}${stderr}`);
  return numPassedTests;
}

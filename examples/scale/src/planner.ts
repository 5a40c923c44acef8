import { spawn } from "node:child_process";

/** What the planner said, where it did not do what it was asked. */
export class PlannerFailed extends Error {
  override readonly name = "PlannerFailed";
  /** null: it was killed. */
  readonly code: number | null;

  constructor(code: number | null, said: string) {
    super(said.trim() || `nkp-planner ended with ${code === null ? "a signal" : `exit code ${code}`}`);
    this.code = code;
  }

  /** Bad input, a result not to be taken as it stands, a mistake of the program: all come again, however often it is tried. */
  get comesAgain(): boolean {
    return this.code === 2 || this.code === 3 || this.code === 70;
  }
}

/** Runs the planner as a program of its own, so that this one can go on saying that it is alive. */
export async function runPlanner(command: readonly string[], args: readonly string[]): Promise<string> {
  const [program = "nkp-planner", ...first] = command;
  const child = spawn(program, [...first, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  const complained: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => complained.push(chunk));
  const code = await new Promise<number | null>((done, failed) => {
    child.once("error", failed);
    child.once("close", done);
  });
  if (code !== 0) throw new PlannerFailed(code, Buffer.concat(complained).toString());
  return Buffer.concat(said).toString();
}

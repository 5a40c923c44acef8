import { useRef, useState } from "react";
import { importTenants } from "../../state/edits.ts";
import { stopReading, takesLong } from "../../state/planner-client.ts";
import { Outdated } from "../../state/planner-thread.ts";
import { $scenario, askAbout, beginning, edit } from "../../state/store.ts";
import type { FileInBrowser, ReadAnswer } from "../../worker/tasks.ts";

/** What was read of one file, or of several that are one list. */
export interface FoundInFiles {
  readonly from: string;
  readonly answer: ReadAnswer;
  /** What tells its tenants apart, where the visitor has chosen it. */
  readonly tenantBy: string;
  /** Whether its tenants are on the page already. */
  readonly isTaken: boolean;
}

/** How files came: dropped on the page, or chosen in the panel. */
type Way = "dropped" | "chosen";

interface Reading {
  read(files: readonly FileInBrowser[], way?: Way): Promise<void>;
  /** Reads files once more, their tenants told apart by something; empty: all of it is one. */
  readAgain(answer: ReadAnswer, tenantBy: string): Promise<void>;
  stop(): void;
  readonly found: readonly FoundInFiles[];
  readonly said: string;
  /** Whether what is being read takes so long that it can be stopped. */
  readonly isLong: boolean;
}

/** Files being read: what was asked for last is what is shown, whichever takes longer. */
export function useReading(): Reading {
  const [files, setFiles] = useState<readonly FileInBrowser[]>([]);
  const [found, setFound] = useState<readonly FoundInFiles[]>([]);
  const [said, say] = useState("");
  const [isLong, setLong] = useState(false);
  const asked = useRef(0);
  const reading = async (some: readonly FileInBrowser[], options: Readonly<Record<string, string>>) => {
    asked.current += 1;
    const mine = asked.current;
    say("Reading…");
    setLong(takesLong({ files: some }));
    const progress = (done: number, of: number) => {
      if (mine === asked.current) say(`Reading… ${Math.floor((done * 100) / of)} %`);
    };
    const currency = $scenario.get()?.fleet.currency ?? "";
    try {
      const answers = await askAbout("read", { files: some, options, currency, day: today() }, progress);
      return mine === asked.current ? answers : null;
    } catch (error) {
      if (mine !== asked.current) return null;
      say(error instanceof Outdated ? "Reading was stopped." : `${nameOf(some)} could not be read: ${wordsOf(error)}`);
      return null;
    } finally {
      if (mine === asked.current) setLong(false);
    }
  };
  return {
    found,
    said,
    isLong,
    stop: stopReading,
    async read(some, way = "chosen") {
      setFiles(some);
      setFound([]);
      const answers = await reading(some, {});
      if (answers === null) return;
      const [only, ...others] = answers;
      const isTaken = way === "dropped" && others.length === 0 && only !== undefined && takenAtOnce(only);
      say(isTaken ? "They take the place of the example’s tenants; undo brings those back." : "");
      setFound(answers.map((answer) => ({ from: fromOf(some, answer), answer, tenantBy: "", isTaken })));
    },
    async readAgain({ fileIndexes }, tenantBy) {
      const some = fileIndexes.flatMap((index) => files[index] ?? []);
      const answers = await reading(some, tenantBy === "" ? {} : { "tenant-by": tenantBy });
      const [answer] = answers ?? [];
      if (answer === undefined) return;
      const before = found.find((one) => one.answer.fileIndexes.join() === fileIndexes.join());
      const isTaken = before?.isTaken === true && answer.content.kind === "tenants";
      if (isTaken && answer.content.kind === "tenants") edit(importTenants(answer.content.tenants, "replace"));
      say("");
      const newer = { from: fromOf(some, answer), answer: { ...answer, fileIndexes }, tenantBy, isTaken };
      setFound(found.map((one) => (one === before ? newer : one)));
    },
  };
}

/** Tenants dropped on a page that shows the example still: nothing of the visitor's is lost. */
function takenAtOnce({ content, problems }: ReadAnswer): boolean {
  if (content.kind !== "tenants" || content.tenants.length === 0 || problems.length > 0) return false;
  if ($scenario.get() !== beginning().scenario) return false;
  edit(importTenants(content.tenants, "replace"));
  return true;
}

function fromOf(files: readonly FileInBrowser[], { fileIndexes }: ReadAnswer): string {
  return nameOf(fileIndexes.flatMap((index) => files[index] ?? []));
}

/** `a.json and 2 more`; what was pasted has no name. */
function nameOf([first, ...others]: readonly FileInBrowser[]): string {
  const name = first === undefined || first.name === "" ? "the pasted rows" : first.name;
  return others.length === 0 ? name : `${name} and ${others.length} more`;
}

/** By the visitor's own calendar. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

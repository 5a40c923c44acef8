import { useRef, useState } from "react";
import { importTenants } from "../../state/edits.ts";
import { keptColumns } from "../../state/kept-columns.ts";
import { stopReading, takesLong } from "../../state/planner-client.ts";
import { Outdated } from "../../state/planner-thread.ts";
import { $scenario, asBegun, askAbout, edit } from "../../state/store.ts";
import type { FileInBrowser, ReadAnswer } from "../../worker/tasks.ts";

/** What was read of one file, or of several that are one list. */
export interface FoundInFiles {
  readonly from: string;
  readonly answer: ReadAnswer;
  /** What the reader was told: what tells tenants apart, what columns are. */
  readonly options: ReadOptions;
  /** Whether its tenants are on the page already. */
  readonly isTaken: boolean;
}

export type ReadOptions = Readonly<Record<string, string>>;

/** How files came: dropped on the page, or chosen in the panel. */
type Way = "dropped" | "chosen";

interface Reading {
  read(files: readonly FileInBrowser[], way?: Way): Promise<void>;
  /** Reads files once more, and tells the reader something. */
  readAgain(answer: ReadAnswer, options: ReadOptions): Promise<void>;
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
  const reading = async (some: readonly FileInBrowser[], options: ReadOptions) => {
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
      const first = await reading(some, {});
      if (first === null) return;
      // A table with names that were explained before is read as it was then.
      const known = first.length === 1 ? keptColumns(first[0]?.columns?.heads ?? []) : null;
      const options: ReadOptions = known === null ? {} : { ...known };
      const answers = known === null ? first : await reading(some, options);
      if (answers === null) return;
      const [only, ...others] = answers;
      const isTaken = way === "dropped" && others.length === 0 && only !== undefined && takenAtOnce(only);
      say(isTaken ? "They take the place of the example’s tenants; undo brings those back." : "");
      setFound(answers.map((answer) => ({ from: fromOf(some, answer), answer, options, isTaken })));
    },
    async readAgain({ fileIndexes }, options) {
      const some = fileIndexes.flatMap((index) => files[index] ?? []);
      const answers = await reading(some, options);
      const [answer] = answers ?? [];
      if (answer === undefined) return;
      const before = found.find((one) => one.answer.fileIndexes.join() === fileIndexes.join());
      const isTaken = before?.isTaken === true && answer.content.kind === "tenants";
      if (isTaken && answer.content.kind === "tenants") edit(importTenants(answer.content.tenants, "replace"));
      say("");
      const newer = { from: fromOf(some, answer), answer: { ...answer, fileIndexes }, options, isTaken };
      setFound(found.map((one) => (one === before ? newer : one)));
    },
  };
}

/** Tenants dropped on a page that shows the example still: nothing of the visitor's is lost. */
function takenAtOnce({ content, problems }: ReadAnswer): boolean {
  if (content.kind !== "tenants" || content.tenants.length === 0 || problems.length > 0) return false;
  if ($scenario.get() !== asBegun()) return false;
  edit(importTenants(content.tenants, "replace"));
  return true;
}

function fromOf(files: readonly FileInBrowser[], { fileIndexes }: ReadAnswer): string {
  return nameOf(fileIndexes.flatMap((index) => files[index] ?? []));
}

/** What was pasted, as sentences call it. */
export const PASTED = "the pasted rows";

/** `a.json and 2 more`; what was pasted has no name. */
function nameOf([first, ...others]: readonly FileInBrowser[]): string {
  const name = first === undefined || first.name === "" ? PASTED : first.name;
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

import { useEffect, useState } from "react";
import { askAbout } from "../../state/store.ts";
import type { ResultView } from "../../view/result-view.ts";
import type { TaskKind, Tasks } from "../../worker/tasks.ts";

/** Tasks without anything to say but themselves. */
type Plain = { [Kind in Exclude<TaskKind, "plan">]: Tasks[Kind]["ask"] extends null ? Kind : never }[Exclude<
  TaskKind,
  "plan"
>];

export interface Answering {
  /** What is being done, for people. */
  readonly waiting: string;
  /** Whether the answer is about the plan that is shown. */
  readonly isNewest: boolean;
}

export interface Answered<Kind extends Plain> extends Answering {
  /** The newest there is; of a plan before while the next is worked out. */
  readonly answer: Tasks[Kind]["answer"] | null;
}

/**
 * The answer to a task about what is shown, asked again for every plan: at once, or after a rest where it is long,
 * so that nobody waits for it while typing.
 */
export function useAnswer<Kind extends Plain>(
  kind: Kind,
  view: ResultView,
  isWanted: boolean,
  restMs = 0,
): Answered<Kind> {
  const [answer, setAnswer] = useState<Tasks[Kind]["answer"] | null>(null);
  const [about, setAbout] = useState<ResultView | null>(null);
  const [waiting, setWaiting] = useState("Working it out…");
  useEffect(() => {
    if (!isWanted) return;
    let isNewest = true;
    const say = (done: number, of: number) => isNewest && setWaiting(`Planning ${done} of ${of}…`);
    const timer = setTimeout(() => {
      askAbout(kind, null as Tasks[Kind]["ask"], say).then(
        (found) => {
          if (!isNewest) return;
          setAnswer(found);
          setAbout(view);
        },
        ({ name, message }: Error) => {
          if (isNewest && name !== "Outdated") setWaiting(`It could not be worked out: ${message}`);
        },
      );
    }, restMs);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [kind, view, isWanted]);
  return { answer, waiting, isNewest: about === view };
}

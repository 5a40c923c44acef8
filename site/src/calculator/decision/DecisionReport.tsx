import { useStore } from "@nanostores/react";
import { useEffect, useState } from "react";
import { commandOf } from "../../state/command-line.ts";
import { $scenario, askAbout } from "../../state/store.ts";
import { plainNumber } from "../../state/typed-text.ts";
import type { DecisionAnswer, DecisionView, Weights } from "../../view/decision/decision-view.ts";
import type { ResultView } from "../../view/result-view.ts";
import { ProblemsOfUpgrades } from "../upgrades/ProblemsOfUpgrades.tsx";
import { CriteriaTable } from "./CriteriaTable.tsx";
import { TenantWays } from "./TenantWays.tsx";

interface Props {
  readonly view: ResultView;
  readonly weights: Weights;
  readonly setWeights: (weights: Weights) => void;
}

/** Not at every key: each answer plans the division that it advises. */
const REST_MS = 200;

/** Models by the visitor's weights; until there are any, what they measure. */
export default function DecisionReport({ view, weights, setWeights }: Props) {
  const [answer, setAnswer] = useState<DecisionAnswer | null>(null);
  const [shown, setShown] = useState<DecisionView | null>(null);
  const [about, setAbout] = useState<readonly unknown[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let isNewest = true;
    const timer = setTimeout(
      () => {
        askAbout("decide", weights).then(
          (found) => {
            if (!isNewest) return;
            setAnswer(found);
            // While a weight is half typed, what was said before stays in sight.
            if (found.view !== null || found.problems.length > 0) setShown(found.view);
            setAbout([view, weights]);
            setFailure(null);
          },
          ({ name, message }: Error) => isNewest && name !== "Outdated" && setFailure(message),
        );
      },
      about.length === 0 ? 0 : REST_MS,
    );
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [view, weights]);
  if (failure !== null) return <p className="caption">It could not be worked out: {failure}</p>;
  if (answer === null) return <p className="caption">Working it out…</p>;
  const isAnswered = about[0] === view && about[1] === weights;
  return (
    <div className="decision" aria-busy={!isAnswered}>
      <ProblemsOfUpgrades of={answer.problems} />
      {shown !== null && (
        <>
          <p className="prose verdict-by-weights" role="status">
            {answer.view === null
              ? "A weight cannot be read: what follows is of before."
              : isAnswered
                ? shown.verdict
                : ""}
          </p>
          <CriteriaTable view={shown} weights={weights} setWeights={setWeights} problems={answer.weightProblems} />
          <Sentences title="How far one weight can move, all others as they are" all={shown.turns} />
          {shown.tenants !== null && <TenantWays tenants={shown.tenants} models={shown.models} />}
          <Sentences title="What this rests on" all={shown.notes} />
          <Command weights={weights} />
        </>
      )}
    </div>
  );
}

/** What says the same of the exported files. */
function Command({ weights }: { weights: Weights }) {
  const scenario = useStore($scenario);
  if (scenario === null) return null;
  const given = Object.entries(weights).filter(([, text]) => text.trim() !== "");
  const words = given.flatMap(([id, text]) => ["--weight", `${id}=${plainNumber(text, scenario.locale)}`]);
  return (
    <p className="caption">
      The same from the exported files: <code>{commandOf(scenario, "decide", words)}</code>
    </p>
  );
}

function Sentences({ title, all }: { title: string; all: readonly string[] }) {
  if (all.length === 0) return null;
  return (
    <>
      <h3 className="small">{title}</h3>
      <ul className="small prose notes">
        {all.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}

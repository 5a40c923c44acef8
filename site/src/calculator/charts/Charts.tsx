import { useStore } from "@nanostores/react";
import { type ReactNode, useRef, useState } from "react";
import { $wantedModel, shownModel } from "../../state/shown-model.ts";
import { $scenario } from "../../state/store.ts";
import type { ChartsByModel } from "../../view/charts/chart-view.ts";
import type { ResultView } from "../../view/result-view.ts";
import type { TornadoCharts } from "../../worker/tasks.ts";
import { Switch } from "../Switch.tsx";
import { ChartCard } from "./ChartCard.tsx";
import { Effects } from "./Effects.tsx";
import { type Answered, type Answering, useAnswer } from "./useAnswer.ts";
import { useNear } from "./useNear.ts";

/** Charts are drawn again when the keys rest, so that figures follow every key. */
const DRAW_REST_MS = 200;
/** The longest answers come last: after the sizes, which the verdict speaks of. */
const REST_MS = 900;

interface ChartsProps {
  readonly view: ResultView;
  readonly sizes: Answered<"sizes">;
  /** Stands before them, in their grid. */
  readonly first: ReactNode;
}

/** Why: where the cost goes, how it grows, what moves it. Worked out when one comes near, not before. */
export function Charts({ view, sizes, first }: ChartsProps) {
  const charts = useRef<HTMLDivElement>(null);
  const far = useRef<HTMLDivElement>(null);
  const isNear = useNear(charts);
  const isFarNear = useNear(far) && sizes.answer !== null;
  const locale = useStore($scenario)?.locale ?? "en";
  const plans = useAnswer("charts", view, isNear, DRAW_REST_MS);
  const tornado = useAnswer("tornado", view, isFarNear, REST_MS);
  const [by, setBy] = useState<"cost" | "margin">("cost");
  const [measure, setMeasure] = useState<"vcpu" | "memory">("vcpu");
  return (
    <>
      <div className="charts" ref={charts}>
        {first}
        <ByModel
          place="waterfall"
          title="From price to margin"
          view={view}
          charts={plans.answer?.waterfall}
          locale={locale}
          answered={plans}
        />
        <ChartCard
          place="sizes"
          chart={(by === "margin" ? sizes.answer?.margin : null) ?? sizes.answer?.cost ?? null}
          locale={locale}
          title="Cost by number of tenants"
          answered={sizes}
        >
          {sizes.answer?.margin != null && (
            <Switch
              label="By number of tenants"
              options={[
                { id: "cost", title: "Cost" },
                { id: "margin", title: "Margin" },
              ]}
              chosen={by}
              choose={setBy}
            />
          )}
        </ChartCard>
        <ChartCard
          place="footprint"
          title="Footprint"
          chart={plans.answer?.footprint[measure] ?? null}
          locale={locale}
          answered={plans}
        >
          <Switch
            label="Measure"
            options={[
              { id: "vcpu", title: "vCPU" },
              { id: "memory", title: "Memory" },
            ]}
            chosen={measure}
            choose={setMeasure}
          />
        </ChartCard>
        <ByModel
          place="platform"
          title="Where the platform's requests go"
          view={view}
          charts={plans.answer?.platform}
          locale={locale}
          answered={plans}
        />
      </div>
      <div className="charts" ref={far}>
        <ByModel
          place="tornado"
          view={view}
          charts={tornado.answer?.models}
          locale={locale}
          title="What moves the margin most"
          answered={tornado}
        />
        <Differences charts={tornado.answer?.differences} locale={locale} answered={tornado} />
        <Effects view={view} isWanted={isFarNear} restMs={REST_MS} />
      </div>
    </>
  );
}

interface ByModelProps {
  readonly place: string;
  readonly view: ResultView;
  readonly charts: readonly ChartsByModel[] | undefined;
  readonly locale: string;
  readonly title: string;
  readonly answered: Answering;
}

/** The chart of the model that the page shows. */
function ByModel({ place, view, charts, locale, title, answered }: ByModelProps) {
  const modelId = shownModel(view, useStore($wantedModel));
  const shown = charts?.find((one) => one.modelId === modelId) ?? charts?.[0];
  return (
    <ChartCard place={place} chart={shown?.chart ?? null} locale={locale} title={title} answered={answered}>
      {shown !== undefined && (
        <p className="model-title small" data-model={shown.modelId}>
          {shown.title}
        </p>
      )}
    </ChartCard>
  );
}

interface DifferencesProps {
  readonly charts: TornadoCharts["differences"] | undefined;
  readonly locale: string;
  readonly answered: Answering;
}

/** What one model costs more than another, two of them at a time. */
function Differences({ charts, locale, answered }: DifferencesProps) {
  const [chosen, choose] = useState<string | null>(null);
  const shown = charts?.find(({ id }) => id === chosen) ?? charts?.[0];
  return (
    <ChartCard
      place="differences"
      chart={shown?.chart ?? null}
      locale={locale}
      title="What moves the difference most"
      answered={answered}
    >
      {charts !== undefined && (
        <Switch label="Which two models" options={charts} chosen={shown?.id ?? ""} choose={choose} />
      )}
    </ChartCard>
  );
}

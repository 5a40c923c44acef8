import { operatingModels } from "@nkp-planner/core";

/** The name under which pages import the colours of models, made of the list of models. */
const NAME = "/__model-tones.css";

/** `--model-<id>` for charts, and `--model` for everything that is marked as of a model. */
function modelTonesCss(): string {
  const names = operatingModels.map(({ id, tone }) => `--model-${id}:var(--${tone});`).join("");
  const marked = operatingModels.map(({ id, tone }) => `[data-model="${id}"]{--model:var(--${tone})}`).join("");
  return `:root{${names}}${marked}`;
}

/** A style sheet that is nowhere written: a new model is not without a colour. */
export function modelTones() {
  return {
    name: "model-tones",
    resolveId: (id: string) => (id === NAME ? NAME : undefined),
    load: (id: string) => (id === NAME ? modelTonesCss() : undefined),
  };
}

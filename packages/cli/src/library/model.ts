import { InputError, type OperatingModel, operatingModels } from "@nkp-planner/core";
import { propertiesOf } from "./plain-copy.ts";
import type { Problem } from "./problem.ts";

const TEXTS = ["id", "title", "phrase", "summary", "tone"] as const;

/**
 * An operating model of your own: which clusters there are, in which role and edition, and who lives in them. What is
 * wrong with it, or with its layout (a tenant twice or nowhere, a manager that is not there), is a problem of whatever it
 * is given to.
 *
 * `defineModel({ ...hybrid, id: "gold", layout: (tenants) => hybrid.layout(tenants) })`
 */
export function defineModel(model: OperatingModel): OperatingModel {
  return model;
}

/** What a model lacks. @param path where it was given in the options */
export function modelProblems(model: unknown, path: Problem["path"]): readonly Problem[] {
  const parts = propertiesOf(model);
  const part = (key: string): unknown => parts?.[key];
  const texts = TEXTS.filter((key) => typeof part(key) !== "string" || part(key) === "");
  const missing = [...texts, ...(typeof part("layout") === "function" ? [] : ["layout"])];
  return missing.map((key) => ({
    code: "missing",
    in: "options",
    path: [...path, key],
    found: `a model without ${key}`,
    expected: key === "layout" ? "a function from tenants to clusters" : "a text",
    fix: `give a name of a model (${operatingModels.map(({ id }) => id).join(", ")}) or one made with defineModel`,
  }));
}

/** Answers name plans by the ids of their models. */
export function repeatedModel(path: Problem["path"]): Problem {
  const [found, expected] = ["the id of a model a second time", "an id of its own for each model"];
  return { code: "not-accepted", in: "options", path, found, expected, fix: "leave it out, or give it another id" };
}

/** A model whose layout throws nothing but problems. */
export function guardedModel(model: OperatingModel): OperatingModel {
  if (operatingModels.includes(model)) return model;
  return {
    ...model,
    layout: (tenants) => {
      try {
        return model.layout(tenants);
      } catch (error) {
        if (error instanceof InputError) throw error;
        const found = error instanceof Error ? error.message : "something thrown";
        const fix = "mend the model's layout";
        throw new InputError("layout", [{ path: [], found, expected: "clusters for these tenants", fix }]);
      }
    },
  };
}

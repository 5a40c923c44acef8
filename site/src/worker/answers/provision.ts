import { adapters, optionsOfOthers, planToEmit, zipOf } from "@nkp-planner/adapters";
import optionsSchema from "@nkp-planner/adapters/schema/emit-options.schema.json" with { type: "json" };
import { atItsPlace, exampleOptionsText, optionsGiven } from "@nkp-planner/adapters/yaml";
import { type Finding, findingsOfKind, findingText, InputError, loudFindings } from "@nkp-planner/core";
import type { Answer } from "../answer.ts";
import { planBy } from "../plan-by.ts";

/** What people call the text of options where its problems are told of. */
const OPTIONS = "options";

/** Options to start from. */
export const provisionOptionsAnswer: Answer<"provisionOptions"> = ({ comparison }, { adapterId, modelId }) =>
  exampleOptionsText(adapterOf(adapterId), planToEmit(planBy(comparison, modelId)), optionsSchema);

/** Files for another tool, in one zip, as the command line writes them into a folder. */
export const provisionAnswer: Answer<"provision"> = async (planned, { adapterId, modelId, options }) => {
  const adapter = adapterOf(adapterId);
  const plan = planBy(planned.comparison, modelId);
  const shortfalls = findingsOfKind(plan, "infeasible");
  if (shortfalls.length > 0) return refused(shortfalls);
  const given = options.trim() === "" ? null : read(options);
  if (given instanceof InputError) return refused(given.findings);
  const all = given?.value ?? {};
  const others = optionsOfOthers(all, adapter, adapters);
  const own = Object.fromEntries(Object.entries(all).filter(([name]) => !others.includes(name)));
  const fleet = { planned: plan, comparison: () => planned.comparison };
  try {
    const { files, findings } = await adapter.emit({
      plan: planToEmit(plan),
      fleet,
      options: own,
      findings: loudFindings(planned),
    });
    return {
      file: { fileName: `${adapter.id}-${modelId}.zip`, mediaType: "application/zip", content: zipOf(files) },
      paths: files.map(({ path }) => path),
      problems: [],
      notices: findings.map((finding) => findingText(finding)),
    };
  } catch (error) {
    const told = atItsPlace(error, given);
    if (told instanceof InputError) return refused(told.findings);
    throw error;
  }
};

function adapterOf(id: string) {
  const adapter = adapters.find((one) => one.id === id);
  if (adapter === undefined) throw new Error(`No adapter "${id}".`);
  return adapter;
}

function read(text: string) {
  try {
    return optionsGiven({ name: OPTIONS, bytes: new TextEncoder().encode(text) });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function refused(findings: readonly Finding[]) {
  return { file: null, paths: [], problems: findings.map(sentenceOf), notices: [] };
}

/** `Line 4: clusters.…: found …` */
function sentenceOf(finding: Finding): string {
  const { subject, code } = finding;
  // What is missing stands in no line.
  const isThere = subject.in === "input" && subject.line !== undefined && code !== "missing";
  const line = isThere ? `Line ${subject.line}: ` : "";
  return `${line}${findingText(finding)}`;
}

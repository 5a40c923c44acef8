import { withoutUnreadMeta } from "./without-unread-meta.ts";

/** What a property of a file means, said by its schema: sentences, which nobody in the planner's thread reads. */
const SENTENCE = /\bdescription:\s*"[^"]+\.",?/g;
/** What is left of a call that said nothing else. */
const NOTHING_SAID = /\.meta\(\{\s*\}\)/g;
/** What a rule keeps, which tests and readers of the code see. */
const TITLE_OF_RULE = /^ {2}title: "[^"]+",$/gm;

/** What only a forecast says, which the page has none of. */
const ONLY_FORECAST = "/base/findings/forecast-texts.ts";

/** What checks layouts of models from outside: the page's models are the planner's own, whose layouts its tests check. */
const ONLY_OTHER_MODELS = "/models/layout-problems.ts";
const UNCHECKED = "export const readLayout = (modelId, clusters) => clusters; export const requireLayout = () => {};";

/** Leaves what core's schemas and rules say of themselves out of a bundle; pages and schemas that ship have it. */
export function withoutDescriptions() {
  return {
    name: "without-descriptions",
    enforce: "pre" as const,
    transform(code: string, id: string) {
      if (!id.includes("/packages/core/src/")) return undefined;
      if (id.endsWith(ONLY_FORECAST)) return { code: "export const FORECAST_TEXTS = {};", map: null };
      if (id.endsWith(ONLY_OTHER_MODELS)) return { code: UNCHECKED, map: null };
      const unsaid = withoutUnreadMeta(code).replaceAll(SENTENCE, "").replaceAll(NOTHING_SAID, "");
      return { code: id.includes("/plan/rules/") ? unsaid.replaceAll(TITLE_OF_RULE, "") : unsaid, map: null };
    },
  };
}

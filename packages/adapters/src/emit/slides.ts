import { EVERY_RELEASE } from "../formats/release-range.ts";
import { defineAdapter } from "./adapter.ts";
import { slidesOptions } from "./slides/slides-options.ts";

/**
 * The plan and the models beside it as a deck for people who decide: native tables and charts that can be edited.
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/
 */
export const slides = defineAdapter({
  id: "slides",
  title: "Slides for a decision",
  summary: "A PowerPoint deck of the models side by side, for customers or internal, in English or German.",
  of: "fleet",
  releases: EVERY_RELEASE,
  options: slidesOptions,
  readsBack: ["nodeCount"],
  load: async () => {
    const [{ emitSlides }, { readSlides }] = await Promise.all([
      import("./slides/emit-slides.ts"),
      import("./slides/read-slides.ts"),
    ]);
    return { emit: emitSlides, readBack: readSlides };
  },
});

import react from "@astrojs/react";
import { defineConfig } from "astro/config";
import { inOneFile } from "./build-time/in-one-file.ts";
import { modelTones } from "./build-time/model-tones.ts";
import { quotePaperStyle } from "./build-time/quote-paper-style.ts";
import { withoutDescriptions } from "./build-time/without-descriptions.ts";
import { withoutJsonSchemas } from "./build-time/without-json-schemas.ts";
import { withoutUnusedMethods } from "./build-time/without-unused-methods.ts";
import { offline } from "./integrations/offline.mjs";

// Static pages under a strict policy: hashes for the page's own styles and scripts, nothing inline, nobody else's servers.
export default defineConfig({
  output: "static",
  integrations: [react(), offline()],
  // White space as HTML has it, not as JSX has it: that is how the formatter breaks lines.
  compressHTML: true,
  // The default highlighter writes inline styles, which the policy forbids.
  markdown: { syntaxHighlight: false },
  vite: {
    plugins: [modelTones(), quotePaperStyle()],
    worker: {
      format: "es",
      plugins: () => [withoutDescriptions(), withoutJsonSchemas(), withoutUnusedMethods()],
      rolldownOptions: { output: { codeSplitting: { groups: [inOneFile("planner")] } } },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
});

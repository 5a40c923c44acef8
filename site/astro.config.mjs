import { defineConfig } from "astro/config";

// Static pages under a strict policy: hashes for the page's own styles, nothing inline, nobody else's servers.
export default defineConfig({
  output: "static",
  // White space as HTML has it, not as JSX has it: that is how the formatter breaks lines.
  compressHTML: true,
  // The default highlighter writes inline styles, which the policy forbids.
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
      ],
    },
  },
});

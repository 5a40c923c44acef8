import react from "@astrojs/react";
import { defineConfig } from "astro/config";

// A page with React and nothing else: what the calculator's page is measured beside. It is not published.
export default defineConfig({ integrations: [react()] });

import type { PlatformCatalog } from "./catalog.ts";
import type { Choices } from "./parameters.ts";

/** How the platform behaves, and what was assumed where it does not say. */
export interface PlatformContext {
  readonly catalog: PlatformCatalog;
  readonly choices: Choices;
}

import type { Road } from "../base/versions/road.ts";
import { from10 } from "./older-1-0.ts";
import { from11 } from "./older-1-1.ts";
import { SCHEMA_VERSION } from "./parts.ts";

/** From every form of documents that there was to that of today: one line a step, the oldest first. */
export const DOCUMENT_ROAD: Road = { key: "schemaVersion", today: SCHEMA_VERSION, steps: [from10, from11] };

import { builtData } from "../../../build-time/built-data.ts";
import type { PlatformData } from "../../planning/planning-data.ts";

const { dataRelease, platform, parameters, releases, example, examples }: PlatformData = builtData;

export const GET = () => Response.json({ dataRelease, platform, parameters, releases, example, examples });

import { workloadLibrary } from "@nkp-planner/catalog";

export const GET = () => Response.json(workloadLibrary);

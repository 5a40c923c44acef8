import { sources } from "@nkp-planner/catalog";

export const GET = () => Response.json([...sources.values()]);

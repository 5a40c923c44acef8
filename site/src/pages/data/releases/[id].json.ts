import { releases } from "@nkp-planner/catalog";
import type { APIRoute, GetStaticPaths } from "astro";

export const getStaticPaths = (() => releases.map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => Response.json(releases.find(({ id }) => id === params["id"]));

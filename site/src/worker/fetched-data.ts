import type { PlatformRelease, Source, WorkloadLibrary } from "@nkp-planner/core";
import type { PlanningData, PlatformData } from "../planning/planning-data.ts";

/** The catalog in the browser: parts of it, checked when the site was built, fetched from there when they are needed. */
export async function fetchedData(base: string): Promise<PlanningData> {
  const once = <Value>(path: string, made: (body: never) => Value): (() => Promise<Value>) => {
    let promise: Promise<Value> | undefined;
    return () => {
      promise ??= fetched(`${base}data/${path}`)
        .then((body) => made(body as never))
        .catch((error: unknown) => {
          // Tried again when it is asked for again: the connection may be back.
          promise = undefined;
          throw error;
        });
      return promise;
    };
  };
  const releases = new Map<string, () => Promise<PlatformRelease>>();
  const platform = (await fetched(`${base}data/platform.json`)) as PlatformData;
  return {
    ...platform,
    release(id) {
      const known = releases.get(id) ?? once(`releases/${id}.json`, (body: PlatformRelease) => body);
      releases.set(id, known);
      return known();
    },
    sources: once("sources.json", (body: readonly Source[]) => new Map(body.map((source) => [source.id, source]))),
    library: once("library.json", (body: WorkloadLibrary) => body),
  };
}

async function fetched(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status}).`);
  return response.json();
}

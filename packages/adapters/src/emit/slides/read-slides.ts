import { strFromU8, unzipSync } from "fflate";
import type { EmittedFile } from "../emitted-file.ts";
import type { ReadBack } from "../making/read-back.ts";
import { CLUSTER_TABLE } from "./pages/clusters-pages.ts";

/** What the tables of clusters say: a row a cluster, its nodes last. */
export function readSlides(files: readonly EmittedFile[]): ReadBack {
  const clusters = files.flatMap((file) => ("bytes" in file ? slidesIn(file.bytes) : [])).flatMap(tablesIn);
  return { clusters: clusters.map((cells) => ({ nodeCount: numberIn(cells.at(-1) ?? "") })) };
}

/** The slides of a file in their order. */
function slidesIn(bytes: Uint8Array): readonly string[] {
  const entries = unzipSync(bytes);
  const numberOf = (path: string) => Number(/slide(\d+)\.xml$/.exec(path)?.[1]);
  return Object.keys(entries)
    .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .toSorted((a, b) => numberOf(a) - numberOf(b))
    .map((path) => strFromU8(entries[path] as Uint8Array));
}

/** Rows of the tables of clusters on a slide, without their heads. */
function tablesIn(slide: string): readonly (readonly string[])[] {
  const frames = [...slide.matchAll(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs)].map(([frame]) => frame);
  return frames
    .filter((frame) => frame.includes(` name="${CLUSTER_TABLE} `))
    .flatMap((frame) =>
      [...frame.matchAll(/<a:tr [^>]*>(.*?)<\/a:tr>/gs)].slice(1).map(([, row = ""]) => cellsIn(row)),
    );
}

function cellsIn(row: string): readonly string[] {
  return [...row.matchAll(/<a:tc[ >].*?<\/a:tc>/gs)].map(([cell]) =>
    [...cell.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = ""]) => text).join(""),
  );
}

/** `1,234` and `1.234` alike. */
function numberIn(text: string): number {
  return Number(text.replaceAll(/\D/g, ""));
}

/** How a fleet that is read tenant by tenant may be written. */
export const STREAM_FORMATS = ["ndjson", "csv", "yaml"] as const;

export type StreamFormat = (typeof STREAM_FORMATS)[number];

/** By the ending of a file's name: NDJSON where it says nothing, as of standard input. */
export function formatOfName(path: string): StreamFormat {
  if (/\.(csv|tsv)$/i.test(path)) return "csv";
  return /\.ya?ml$/i.test(path) ? "yaml" : "ndjson";
}

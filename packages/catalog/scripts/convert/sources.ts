import type { Provenance, Source } from "@nkp-planner/core";
import type { Dataset, RawProvenance, RawSource, RawSourceRef } from "./dataset.ts";

/** The source of what the planner's authors assume themselves. */
export const OWN_ASSUMPTION = "planner";

/** Collects every source that a converted value cites, so that each citation resolves to one entry. */
export class Bibliography {
  /** The datasets' own entries, and the one that stands for this planner's assumptions. */
  readonly #known: Readonly<Record<string, RawSource>>;
  readonly #entries = new Map<string, Source>();

  constructor(...datasets: readonly Pick<Dataset, "sources">[]) {
    this.#known = {
      ...Object.assign({}, ...datasets.map(({ sources }) => sources)),
      [OWN_ASSUMPTION]: { title: "An assumption of this planner; no source", url: null },
    };
    for (const id of Object.keys(this.#known)) this.#cite(id);
  }

  /** Ids of the entries behind a reference of the dataset. */
  idsOf(ref: RawSourceRef | undefined): string[] {
    if (ref === null || ref === undefined) return [];
    if (typeof ref === "string") return [this.#cite(ref)];
    if (!("repo" in ref)) return ref.flatMap((one) => this.idsOf(one));
    const { repo, commit, path, ref: tag, licence } = ref;
    const id = `${repo}@${commit.slice(0, 8)}${path === undefined ? "" : `:${path}`}`;
    const title = `${repo}${tag === undefined ? "" : ` ${tag}`}${path === undefined ? "" : `, ${path}`}`;
    return [
      this.#add({
        id,
        title,
        href: `https://github.com/${repo}/${placeIn(commit, path)}`,
        ...(licence === undefined ? {} : { note: `Licence ${licence}` }),
      }),
    ];
  }

  /** Confidence, sources and note of a converted value. */
  provenanceOf(raw: RawProvenance, inherited: RawSourceRef = null): Provenance {
    const own = this.idsOf(raw.source ?? inherited);
    const note = raw.note === undefined ? {} : { note: raw.note };
    return { confidence: raw.confidence as Provenance["confidence"], sources: own, ...note };
  }

  entries(): readonly Source[] {
    return [...this.#entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #cite(ref: string): string {
    const raw = this.#known[ref];
    if (raw !== undefined) {
      const { title, url, commit, tag, readAs, note } = raw;
      const version =
        commit === undefined ? "" : ` at commit ${commit.slice(0, 8)}${tag === undefined ? "" : ` (${tag})`}`;
      const more = { ...(readAs === undefined ? {} : { readAs }), ...(note === undefined ? {} : { note }) };
      return this.#add({ id: ref, title: `${title}${version}`, href: url ?? null, ...more });
    }
    if (/^https?:/.test(ref)) return this.#add({ id: ref.replace(/^https?:\/\//, ""), title: ref, href: ref });
    return this.#add({ id: ref.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"), title: ref, href: null });
  }

  #add(source: Source): string {
    this.#entries.set(source.id, source);
    return source.id;
  }
}

/** A file, or the folder that a path with `*` starts in. */
function placeIn(commit: string, path: string | undefined): string {
  if (path === undefined) return `tree/${commit}`;
  const folder = /^(.*?)\/?[^/]*\*/.exec(path)?.[1];
  return folder === undefined ? `blob/${commit}/${path}` : `tree/${commit}/${folder}`;
}

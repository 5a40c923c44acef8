import { edited } from "../../support/checked.ts";
import type { Texts } from "../../support/ci-example.ts";

/** A mistake that somebody makes in the example repository, and all that a check then finds. */
export interface Seed {
  readonly name: string;
  edit(files: Texts): Texts;
  /** In the order of files, lines and rules. */
  readonly finds: readonly SeedFinding[];
}

export interface SeedFinding {
  readonly rule: string;
  readonly file: string;
  /** The line that is pointed at, without what it is indented by. */
  readonly line: string;
  /** Which of the lines alike, from 1 on; without: there is one. */
  readonly nth?: number;
  /** The whole sentence, without what to do. */
  readonly text: string;
  readonly isUnknown?: true;
}

export const MANAGEMENT = "clusters/management/cluster.yaml";
export const KITE = "clusters/tenant-kite/cluster.yaml";
export const LARK = "clusters/tenant-lark/cluster.yaml";
export const ORCHID = "clusters/tenant-orchid/cluster.yaml";
export const UMBRA = "clusters/tenant-umbra/nodes.yaml";
export const CREATE = "clusters/management/create.sh";
export const FLUX = "clusters/flux.yaml";
export const WEB = "apps/kite/web.yaml";
export const FLEET = "fleet.yaml";
export const POLICY = "sizing-policy.yaml";
export const PRICES = "prices.yaml";
export const LIST = "price-list.yaml";

/** One text of a file exchanged; it stands there once. */
export function change(file: string, before: string, after: string): Seed["edit"] {
  return (files) => edited(files, file, before, after) as Texts;
}

/** Files below a folder taken away. */
export function remove(folder: string): Seed["edit"] {
  return (files) => Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith(`${folder}/`)));
}

import * as z from "zod";
import { IsoDate, provenanceShape } from "../base/provenance.ts";

/** What is known of upgrades: from when and until when versions are looked after, what needs what, and what goes wrong. */

/** A version of Prism Central or AOS, and until when the vendor looks after it. */
export const InfrastructureSupport = z.strictObject({
  product: z.enum(["prism-central", "aos"]),
  /** As the vendor writes it: `pc.7.5`, `7.5`. */
  version: z.string().min(1),
  releasedOn: IsoDate,
  /** Until then faults are mended. */
  maintenanceEndsOn: IsoDate,
  /** Until then questions are answered. */
  supportEndsOn: IsoDate,
  ...provenanceShape,
});
export type InfrastructureSupport = z.infer<typeof InfrastructureSupport>;

/** What a minor version of NKP needs beneath it. */
export const InfrastructureFloor = z.strictObject({
  /** Of NKP: `2.18`. */
  minor: z.string().min(1),
  prismCentral: z.string().min(1),
  aos: z.string().min(1),
  ...provenanceShape,
});
export type InfrastructureFloor = z.infer<typeof InfrastructureFloor>;

/** Which clusters the applications of the platform are upgraded in together, from a minor version of NKP on. */
export const CouplingScope = z.strictObject({
  fromMinor: z.string().min(1),
  scope: z.enum(["workspace", "cluster"]),
  /** Another word for the same version, where sources differ. */
  otherScope: z.enum(["workspace", "cluster"]).nullable(),
  text: z.string().min(1),
  ...provenanceShape,
});
export type CouplingScope = z.infer<typeof CouplingScope>;

/** A step between two versions that the vendor's table has, refuses, or that others advise against. */
export const UpgradePath = z.strictObject({
  from: z.string().min(1),
  to: z.string().min(1),
  isSupported: z.boolean(),
  /** Who advises against it although the vendor's table has it; null: nobody. */
  advisedAgainst: z.string().nullable(),
  ...provenanceShape,
});
export type UpgradePath = z.infer<typeof UpgradePath>;

/**
 * Something that goes wrong on the way to a version, as an edge of an upgrade graph that is open on a condition. A
 * condition that cannot be evaluated counts as not recommended.
 */
export const UpgradeRisk = z.strictObject({
  id: z.string().min(1),
  /** Minor version of NKP from which one comes; null: any. */
  fromMinor: z.string().nullable(),
  /** Minor version from which on upgrades to it meet the risk. */
  toMinor: z.string().min(1),
  /** `cluster-name-longer`: of the name of a cluster, more than `limit` characters; the others are answered by the user. */
  condition: z.enum([
    "cluster-name-longer",
    "pruned-from-git",
    "node-image-with-cgroup-v1",
    "versions-mixed",
    "project-not-internal",
    "always",
  ]),
  limit: z.int().nullable(),
  message: z.string().min(1),
  /** The version from which on it is mended; null: none known. */
  fixedIn: z.string().nullable(),
  ...provenanceShape,
});
export type UpgradeRisk = z.infer<typeof UpgradeRisk>;

/** All of these. */
export interface UpgradeFacts {
  readonly infrastructure: readonly InfrastructureSupport[];
  readonly floors: readonly InfrastructureFloor[];
  /** By the version they begin with, oldest first. */
  readonly couplingScopes: readonly CouplingScope[];
  readonly paths: readonly UpgradePath[];
  readonly risks: readonly UpgradeRisk[];
}

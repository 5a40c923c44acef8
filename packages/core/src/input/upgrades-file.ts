import * as z from "zod";
import { IsoDate } from "../base/provenance.ts";

/** What a fleet file says of upgrades: each tenant's pace, and the provider's days. */

const MOST_DAYS = 3650;
const MOST_ENTRIES = 200;

const ReadyField = z.union([z.int().min(0).max(MOST_DAYS), z.literal("never")]);

const DaysField = z.array(IsoDate).max(MOST_ENTRIES);

/** When a tenant accepts a new minor version of NKP. */
export const TenantUpgradesFile = z.strictObject({
  readyAfterDays: ReadyField.optional().meta({
    title: "days, or never",
    description:
      "Days after a minor version comes out until the tenant accepts it. Left out: as --set has it for tenants of its upgradeCadence.",
    examples: [90],
  }),
  readyAfterDaysByMinor: z
    .record(z.string(), ReadyField)
    .optional()
    .meta({ description: "Other numbers of days for single minor versions.", examples: [{ "2.19": 365 }] }),
  freezes: z
    .array(
      z.strictObject({
        from: IsoDate.meta({ description: "The first day of the freeze.", examples: ["2026-12-01"] }),
        to: IsoDate.meta({ description: "Its last day.", examples: ["2027-01-10"] }),
      }),
    )
    .max(MOST_ENTRIES)
    .default([])
    .meta({
      description: "Days on which nothing of the tenant's may be upgraded.",
      examples: [[{ from: "2026-12-01", to: "2027-01-10" }]],
    }),
  certified: z
    .array(z.string().min(1))
    .max(MOST_ENTRIES)
    .optional()
    .meta({
      description: "The versions or minor versions that it may run. Left out: all.",
      examples: [["2.17", "2.18.0"]],
    }),
  applications: z
    .string()
    .min(1)
    .optional()
    .meta({
      title: "name of a set of applications",
      description:
        "What it runs, by a name of yours: tenants of the same name are tried together on a new version. Left out: a set of its own.",
      examples: ["web-shop"],
    }),
  version: z
    .string()
    .min(1)
    .optional()
    .meta({
      title: "version of NKP",
      description: "What its own cluster runs today. Left out: the fleet's release.",
      examples: ["2.16.1"],
    }),
});

/** How the provider upgrades. */
export const FleetUpgradesFile = z.strictObject({
  everyDays: z
    .int()
    .min(1)
    .max(MOST_DAYS)
    .optional()
    .meta({
      title: "days",
      description: "Days from one maintenance window to the next, from asOf on. Left out: any day is good.",
      examples: [7],
    }),
  days: DaysField.min(1)
    .optional()
    .meta({
      description: "The days of maintenance one by one, instead of everyDays.",
      examples: [["2027-01-16", "2027-02-13"]],
    }),
  prismCentral: z
    .string()
    .min(1)
    .optional()
    .meta({
      title: "version of Prism Central",
      description: "What manages the hosts today. Left out: not known, and said so.",
      examples: ["pc.7.3"],
    }),
  aos: z
    .string()
    .min(1)
    .optional()
    .meta({
      title: "version of AOS",
      description: "What runs on the hosts today. Left out: not known, and said so.",
      examples: ["7.3"],
    }),
  prismCentralDays: DaysField.optional().meta({
    description: "Days on which Prism Central is raised. Left out: when the first cluster needs it.",
    examples: [["2027-02-01"]],
  }),
  risks: z
    .strictObject({
      prunedFromGit: z
        .boolean()
        .optional()
        .meta({
          description: "Whether clusters are kept in Git with pruning on. Left out: not known.",
          examples: [false],
        }),
      cgroupV1: z
        .boolean()
        .optional()
        .meta({
          description: "Whether node images still use cgroup v1. Left out: not known.",
          examples: [false],
        }),
      versionsMixed: z
        .boolean()
        .optional()
        .meta({
          description: "Whether one command-line tool serves clusters of several versions. Left out: not known.",
          examples: [false],
        }),
      projectNotInternal: z
        .boolean()
        .optional()
        .meta({
          description: "Whether clusters lie in another project of Prism Central than _internal. Left out: not known.",
          examples: [false],
        }),
    })
    .default({})
    .meta({ description: "What only you know of the known risks.", examples: [{ prunedFromGit: false }] }),
});

/** When a tenant accepts a new minor version, as its fleet says. */
export type TenantPaceGiven = z.output<typeof TenantUpgradesFile>;
/** How the provider upgrades, as its fleet says. */
export type UpgradeDaysGiven = z.output<typeof FleetUpgradesFile>;

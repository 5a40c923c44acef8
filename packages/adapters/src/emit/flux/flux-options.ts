import * as z from "zod";
import { clusterApiOptions } from "../cluster-api/cluster-api-options.ts";
import { dnsLabel } from "../options/site-fields.ts";

/** No white space, and no braces, which charts take for a template. */
const GIT_URL = /^(?:https?|ssh):\/\/[^\s{}"'\\]+$/;
const WEB_URL = /^https?:\/\/[^\s{}"'\\]+$/;
const BRANCH = /^(?!.*\.\.)(?!-)[A-Za-z0-9._/-]{1,255}$/;
const CHART_VERSION = /^\d+\.\d+\.\d+$/;
const CHANNEL = /^#[a-z0-9_-]{1,79}$/;

const tenantId = z.string().min(1).max(253);
const percent = z.int().min(0).max(1000);

const receiver = z.strictObject({
  kind: z
    .enum(["webhook", "pagerduty", "opsgenie", "slack"])
    .meta({ description: "What takes the alerts", examples: ["pagerduty"] }),
  url: z
    .string()
    .regex(WEB_URL)
    .optional()
    .meta({
      title: "an address such as https://alerts.msp.example/hook",
      description: "Where a webhook answers; write no secret into it",
      examples: ["https://alerts.msp.example/hook"],
    }),
  channel: z
    .string()
    .regex(CHANNEL)
    .optional()
    .meta({ title: "a channel such as #alerts", description: "Channel of Slack", examples: ["#alerts"] }),
  tenants: z
    .array(tenantId)
    .min(1)
    .optional()
    .meta({ description: "Ids of the tenants whose alerts it gets", examples: [["orchid"]] }),
  clusters: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({
      description: "Clusters whose alerts it gets, by the name that the plan gives them",
      examples: [["tenant-orchid"]],
    }),
});

/** Who is told of alerts. */
export type Receiver = z.output<typeof receiver>;

const gitUrl = z.string().regex(GIT_URL).meta({ title: "an address such as https://git.msp.example/fleet.git" });

export const fluxOptions = z.strictObject({
  ...clusterApiOptions.shape,
  gitUrl: gitUrl.meta({
    description: "Address of the repository that these files are committed to",
    examples: ["https://git.msp.example/fleet.git"],
  }),
  gitUrls: z
    .record(z.string(), gitUrl)
    .default({})
    .meta({
      description:
        "Repositories of clusters that manage themselves and are not to read the others' files, by the name that the plan gives them",
      examples: [{ "tenant-orchid": "https://git.msp.example/tenants/orchid.git" }],
    }),
  gitBranch: z
    .string()
    .regex(BRANCH)
    .default("main")
    .meta({ title: "name of a branch", description: "Branch that Flux follows", examples: ["production"] }),
  gitSecret: dnsLabel
    .default("fleet-git")
    .meta({ description: "Secret by which Flux reads the repository", examples: ["fleet-git"] }),
  fluxNamespace: dnsLabel.default("provider-gitops").meta({
    description: "Namespace of Flux's objects in clusters that manage themselves",
    examples: ["provider-gitops"],
  }),
  remoteWriteUrl: z
    .string()
    .regex(WEB_URL)
    .meta({
      title: "an address such as https://metrics.msp.example/api/v1/write",
      description: "Where the provider's central stack takes metrics",
      examples: ["https://metrics.msp.example/api/v1/write"],
    }),
  remoteWriteSecret: dnsLabel.default("remote-write-token").meta({
    description: "Secret that metrics are written with; its key token holds the token",
    examples: ["remote-write-token"],
  }),
  receivers: z.record(dnsLabel, receiver).meta({
    description: "Who is told of alerts, by name; exactly one without tenants and clusters gets all others",
    examples: [
      {
        "provider-on-call": { kind: "webhook", url: "https://alerts.msp.example/hook" },
      },
    ],
  }),
  tenantGroup: z
    .string()
    .min(1)
    .max(253)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .optional()
    .meta({
      title: "a name on one line",
      description:
        "Group of a tenant's people, as signing in tells it; {tenant} stands for the tenant's id (default: nobody is given rights)",
      examples: ["oidc:{tenant}-admins"],
    }),
  quotaExtraPercent: percent.default(25).meta({
    title: "a percentage",
    description: "Room in quotas above what a tenant asks for, so that rollouts can start pods before others end",
    examples: [25],
  }),
  allocatableTolerancePercent: z
    .int()
    .min(0)
    .max(50)
    .default(2)
    .meta({
      title: "a percentage from 0 to 50",
      description: "How far what nodes offer may lie below the plan before somebody is told",
      examples: [2],
    }),
  kubernetesNoticeDays: z
    .int()
    .min(0)
    .max(3650)
    .default(60)
    .meta({
      title: "days",
      description: "How many days before its end a version of Kubernetes is told of",
      examples: [60],
    }),
  chartVersion: z
    .string()
    .regex(CHART_VERSION)
    .default("82.13.6")
    .meta({
      title: "a version such as 82.13.6",
      description: "Version of the chart kube-prometheus-stack, where a cluster has none of the platform",
      examples: ["82.13.6"],
    }),
});

export type FluxOptions = z.output<typeof fluxOptions>;

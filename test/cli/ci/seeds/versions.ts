import { change, FLEET, KITE, LARK, MANAGEMENT, ORCHID, POLICY, type Seed, UMBRA } from "../seed.ts";

export const versionsSeeds: readonly Seed[] = [
  {
    name: "a newer Kubernetes than the management cluster's",
    edit: change(KITE, "version: v1.35.2", "version: v1.36.0"),
    finds: [
      {
        rule: "version-skew",
        file: KITE,
        line: "version: v1.36.0",
        text: "tenant-kite: Kubernetes 1.36.0 is newer than the 1.35.2 of management.",
      },
    ],
  },
  {
    name: "a Kubernetes that upstream patches no more",
    edit: change(KITE, "version: v1.35.2", "version: v1.34.3"),
    finds: [
      {
        rule: "kubernetes-support",
        file: KITE,
        line: "version: v1.34.3",
        text: "tenant-kite: Kubernetes 1.34.3 has had no support since 2026-10-27, its last day.",
      },
    ],
  },
  {
    name: "a Kubernetes too far behind the management cluster's",
    edit: change(KITE, "version: v1.35.2", "version: v1.33.5"),
    finds: [
      {
        rule: "kubernetes-support",
        file: KITE,
        line: "version: v1.33.5",
        text: "tenant-kite: Kubernetes 1.33.5 has had no support since 2026-06-28, its last day.",
      },
      {
        rule: "version-skew",
        file: KITE,
        line: "version: v1.33.5",
        text: "tenant-kite: Kubernetes 1.33.5 is 2 minor versions behind the 1.35.2 of management; allowed are 1.",
      },
    ],
  },
  {
    name: "an older patch of Kubernetes than the release brings",
    edit: change(KITE, "version: v1.35.2", "version: v1.35.0"),
    finds: [
      {
        rule: "version-drift",
        file: KITE,
        line: "version: v1.35.0",
        text: "tenant-kite: Kubernetes 1.35.0; the fleet's release NKP 2.18.0 has 1.35.2.",
      },
    ],
  },
  {
    name: "no version of Kubernetes",
    edit: change(KITE, "      version: v1.35.2\n", ""),
    finds: [
      {
        rule: "kubernetes-support",
        file: KITE,
        line: "classRef:",
        text: "tenant-kite: which version of Kubernetes it runs is not said.",
        isUnknown: true,
      },
    ],
  },
  {
    name: "a management cluster that is behind its clusters",
    edit: change(MANAGEMENT, "version: v1.35.2", "version: v1.34.3"),
    finds: [
      {
        rule: "kubernetes-support",
        file: MANAGEMENT,
        line: "version: v1.34.3",
        text: "management: Kubernetes 1.34.3 has had no support since 2026-10-27, its last day.",
      },
      {
        rule: "version-skew",
        file: KITE,
        line: "version: v1.35.2",
        text: "tenant-kite: Kubernetes 1.35.2 is newer than the 1.34.3 of management.",
      },
      {
        rule: "version-skew",
        file: LARK,
        line: "version: v1.35.2",
        text: "tenant-lark: Kubernetes 1.35.2 is newer than the 1.34.3 of management.",
      },
      {
        rule: "version-skew",
        file: ORCHID,
        line: "version: v1.35.2",
        text: "tenant-orchid: Kubernetes 1.35.2 is newer than the 1.34.3 of management.",
      },
      {
        rule: "version-skew",
        file: UMBRA,
        line: "nodeInfo: { kubeletVersion: v1.35.2 }",
        nth: 1,
        text: "tenant-umbra: Kubernetes 1.35.2 is newer than the 1.34.3 of management.",
      },
    ],
  },
  {
    name: "an NKP that no single step brings to the release",
    edit: change(KITE, "version: v2.18.0\n", "version: v2.16.1\n"),
    finds: [
      {
        rule: "nkp-support",
        file: KITE,
        line: "version: v2.16.1",
        text: "tenant-kite: NKP 2.16.1 is 2 minor versions behind 2.18.0, which came out on 2026-07-16; supported are 1.",
      },
      {
        rule: "upgrade-path",
        file: KITE,
        line: "version: v2.16.1",
        text: "tenant-kite: no single step leads from NKP 2.16.1 to 2.18.0; the way goes by 2.17.0.",
      },
    ],
  },
  {
    name: "an NKP of which nobody knows whether an upgrade leads on",
    edit: change(KITE, "version: v2.18.0\n", "version: v2.14.3\n"),
    finds: [
      {
        rule: "nkp-support",
        file: KITE,
        line: "version: v2.14.3",
        text: "tenant-kite: NKP 2.14.3 is 4 minor versions behind 2.18.0, which came out on 2026-07-16; supported are 1.",
      },
      {
        rule: "upgrade-path",
        file: KITE,
        line: "version: v2.14.3",
        text: "tenant-kite: whether an upgrade leads from NKP 2.14.3 to 2.18.0 is not known.",
        isUnknown: true,
      },
    ],
  },
  {
    name: "an NKP that is newer than the fleet's",
    edit: change(KITE, "version: v2.18.0\n", "version: v2.19.0\n"),
    finds: [
      {
        rule: "nkp-support",
        file: KITE,
        line: "version: v2.19.0",
        text: "tenant-kite: until when NKP 2.19.0 is supported is not known.",
        isUnknown: true,
      },
      {
        rule: "upgrade-path",
        file: KITE,
        line: "version: v2.19.0",
        text: "tenant-kite: NKP 2.19.0 is newer than 2.18.0, the release of the fleet, and no upgrade leads back.",
      },
    ],
  },
  {
    name: "a Prism Central that is too old for the release",
    edit: change(FLEET, "prismCentral: pc.7.5", "prismCentral: pc.7.3"),
    finds: [
      {
        rule: "infrastructure-floor",
        file: FLEET,
        line: "prismCentral: pc.7.3",
        text: "Prism Central pc.7.3 is older than pc.7.5, which NKP 2.18 needs.",
      },
    ],
  },
  {
    name: "an AOS that is too old for the release",
    edit: change(FLEET, 'aos: "7.5"', 'aos: "7.3"'),
    finds: [
      {
        rule: "infrastructure-floor",
        file: FLEET,
        line: 'aos: "7.3"',
        text: "AOS 7.3 is older than 7.5, which NKP 2.18 needs.",
      },
    ],
  },
  {
    name: "an AOS out of support",
    edit: change(FLEET, 'aos: "7.5"', 'aos: "6.10"'),
    finds: [
      {
        rule: "aos-support",
        file: FLEET,
        line: 'aos: "6.10"',
        text: "AOS 6.10 has had no support since 2026-10-31, its last day.",
      },
      {
        rule: "infrastructure-floor",
        file: FLEET,
        line: 'aos: "6.10"',
        text: "AOS 6.10 is older than 7.5, which NKP 2.18 needs.",
      },
    ],
  },
  {
    name: "an end of support of Prism Central that is looked for early",
    edit: change(POLICY, "rules:", "rules:\n  prism-central-support: { withinDays: 400 }"),
    finds: [
      {
        rule: "prism-central-support",
        file: FLEET,
        line: "prismCentral: pc.7.5",
        text: "Prism Central pc.7.5 is supported until 2027-11-30, for 365 days more.",
      },
    ],
  },
  {
    name: "an end of support of Kubernetes that is looked for early",
    edit: change(POLICY, "rules:", "rules:\n  kubernetes-support: { withinDays: 200 }"),
    finds: [
      {
        rule: "kubernetes-support",
        file: FLEET,
        line: "release: nkp-2.18.0-dev",
        text: "The fleet's release: Kubernetes 1.35 is supported until 2027-02-28, for 90 days more.",
      },
    ],
  },
];

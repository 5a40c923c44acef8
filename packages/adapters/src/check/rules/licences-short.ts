import type { Edition } from "@nkp-planner/core";
import * as z from "zod";
import { defineCheckRule } from "../check-rule.ts";
import { declaredLicensedVcpu, plannedLicensedVcpu } from "../subject/licensed-vcpu.ts";

const entitledIn = (name: string, example: number) =>
  z
    .number()
    .min(0)
    .max(1_000_000_000)
    .exactOptional()
    .meta({ description: `vCPU that licences of NKP ${name} are bought for.`, examples: [example] });

const TITLES: Readonly<Record<Edition, string>> = { starter: "NKP Starter", pro: "NKP Pro", ultimate: "NKP Ultimate" };

/** More vCPU than licences are bought for. */
export const licencesShort = defineCheckRule({
  id: "licences-short",
  title: "Too few licences",
  severity: "error",
  summary:
    "Holds the vCPU that need a licence, of the plan and of the nodes that files declare, against those that licences are bought for. Asked only where a policy says how many these are.",
  why: "Licences are counted by what runs. Nodes beyond those that licences are bought for are used without one, and the next audit finds them.",
  fix: "Buy more, say so in the policy, or declare fewer or smaller nodes. Which nodes need a licence is the assumption licensed-vcpu.",
  sources: [],
  thresholds: z.strictObject({
    entitled: z
      .strictObject({
        starter: entitledIn("Starter", 64),
        pro: entitledIn("Pro", 256),
        ultimate: entitledIn("Ultimate", 512),
      })
      .optional()
      .meta({
        description: "vCPU that licences are bought for, by edition; an edition that is left out is not asked.",
        examples: [{ ultimate: 512 }],
      }),
  }),
  statements: {
    short:
      "{edition}: licences are bought for {entitled} vCPU, the plan needs {planned}, the files declare {declared}.",
    "short-planned":
      "{edition}: licences are bought for {entitled} vCPU, the plan needs {planned}; how many the files declare is not known.",
    "declared-unknown":
      "{edition}: how many vCPU the files declare is not known, so that they cannot be held against the {entitled} that licences are bought for; the plan needs {planned}.",
  },
  *judge(checked, say, { entitled: bought = {} }) {
    for (const id of ["starter", "pro", "ultimate"] as const) {
      const entitled = bought[id];
      if (entitled === undefined) continue;
      const edition = TITLES[id];
      const about = { what: `licences of ${edition}`, clusterName: null, poolName: null, place: checked.fleet([]) };
      const [planned, declared] = [plannedLicensedVcpu(checked, id), declaredLicensedVcpu(checked, id)];
      const words = { edition, entitled, planned };
      if (declared === null)
        yield planned > entitled
          ? say.fail(about, "short-planned", words)
          : say.unknown(about, "declared-unknown", words);
      else if (Math.max(planned, declared) > entitled) yield say.fail(about, "short", { ...words, declared });
      else yield say.pass(about);
    }
  },
});

import type { Problem } from "../base/findings/problem.ts";
import { didYouMean, shown } from "../base/shown.ts";
import { expandNamed } from "./expand-presets.ts";
import type { WorkloadLibrary } from "./presets.ts";
import { MAIN_POOL } from "./tenant-pools.ts";

type Raw = Readonly<Record<string, unknown>>;

/** Where a workload speaks of other workloads, and how deep the lists are. */
const RULES = ["topologySpread", "podAffinity", "podAntiAffinity"] as const;
const STRENGTHS = ["required", "preferred"] as const;
/** An operator with as many values as it takes; the others take one or more. */
const VALUE_COUNTS: Readonly<Record<string, number>> = { Exists: 0, DoesNotExist: 0, Gt: 1, Lt: 1 };

/** Rules of pods that name workloads the tenant does not have, and expressions with values that their operator does not take. */
export function selectionProblems(
  tenant: Raw,
  path: Problem["path"],
  library: WorkloadLibrary | undefined,
): readonly Problem[] {
  const workloads = recordsIn(tenant["workloads"]);
  const known = () => [
    ...workloads.map(({ name }) => name).filter((name) => typeof name === "string"),
    ...expandedNames(tenant, library),
  ];
  return workloads.flatMap((workload, index) => {
    const here = [...path, "workloads", index];
    const named = RULES.flatMap((rule) => namedIn(workload[rule], [...here, rule]));
    const names = named.length === 0 ? [] : known();
    const poolOf = (name: string) => workloads.find((one) => one["name"] === name)?.["pool"] ?? MAIN_POOL;
    const apart = named.filter(
      ({ name, isCondition }) =>
        isCondition && names.includes(name) && poolOf(name) !== (workload["pool"] ?? MAIN_POOL),
    );
    const unknown = named.filter(({ name }) => !names.includes(name));
    return [
      ...unknown.map(({ name, at }) => ({
        path: at,
        found: shown(name),
        expected: "a workload of the same tenant",
        fix: didYouMean(name, names),
      })),
      ...apart.map(({ name, at }) => ({
        path: at,
        found: shown(name),
        expected: "a workload of the same pool: conditions across pools are not planned",
        fix: "let both run in one pool, or make it a wish",
      })),
      ...minDomainsProblems(workload["topologySpread"], [...here, "topologySpread"]),
      ...expressionProblems(recordOf(workload["nodeAffinity"]), [...here, "nodeAffinity"]),
    ];
  });
}

interface NamedAt {
  readonly name: string;
  /** Whether a pod stays pending without it. */
  readonly isCondition: boolean;
  readonly at: Problem["path"];
}

function namedIn(rule: unknown, path: Problem["path"]): readonly NamedAt[] {
  if (Array.isArray(rule)) {
    return namedInList(rule, path, ({ whenUnsatisfiable }) => whenUnsatisfiable !== "ScheduleAnyway");
  }
  return STRENGTHS.flatMap((strength) =>
    namedInList(recordOf(rule)[strength], [...path, strength], () => strength === "required"),
  );
}

function namedInList(list: unknown, path: Problem["path"], isConditionOf: (entry: Raw) => boolean): readonly NamedAt[] {
  return recordsIn(list).flatMap((entry, index) => {
    const { workloads } = entry;
    const names = Array.isArray(workloads) ? workloads : [];
    return names.flatMap((name, which): NamedAt[] =>
      typeof name === "string"
        ? [{ name, isCondition: isConditionOf(entry), at: [...path, index, "workloads", which] }]
        : [],
    );
  });
}

/** The API server refuses the pair. */
function minDomainsProblems(spreads: unknown, path: Problem["path"]): readonly Problem[] {
  return recordsIn(spreads).flatMap(({ minDomains, whenUnsatisfiable }, index) =>
    minDomains === undefined || whenUnsatisfiable !== "ScheduleAnyway"
      ? []
      : [
          {
            path: [...path, index, "minDomains"],
            found: shown(minDomains),
            expected: "none with ScheduleAnyway, as Kubernetes has it",
            fix: "leave it out, or write whenUnsatisfiable: DoNotSchedule",
          },
        ],
  );
}

function expressionProblems(nodeAffinity: Raw, path: Problem["path"]): readonly Problem[] {
  return STRENGTHS.flatMap((strength) =>
    recordsIn(nodeAffinity[strength]).flatMap(({ matchExpressions }, term) =>
      recordsIn(matchExpressions).flatMap(({ operator, values }, index): readonly Problem[] => {
        const count = Array.isArray(values) ? values.length : 0;
        const asked = VALUE_COUNTS[String(operator)];
        const isNumber = asked !== 1 || /^-?\d+$/.test(String((values as readonly unknown[] | undefined)?.[0]));
        if (isNumber && (asked === undefined ? count > 0 : count === asked)) return [];
        const expected = asked === 0 ? "no values" : asked === undefined ? "one value or more" : "one whole number";
        const at = [...path, strength, term, "matchExpressions", index, "values"];
        const fix = asked === 0 ? "leave values out" : 'write for example values: ["4"]';
        const found = isNumber ? `${count} values with ${shown(operator)}` : shown(values);
        return [{ path: at, found, expected, fix }];
      }),
    ),
  );
}

function expandedNames(tenant: Raw, library: WorkloadLibrary | undefined): readonly string[] {
  const { preset, applications } = tenant;
  const listed = recordsIn(applications).flatMap(({ application }) =>
    typeof application === "string" ? { application, count: 1 } : [],
  );
  const named = { preset: typeof preset === "string" ? preset : undefined, applications: listed };
  return expandNamed(named, library).map(({ name }) => name);
}

function recordsIn(value: unknown): readonly Raw[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

function recordOf(value: unknown): Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

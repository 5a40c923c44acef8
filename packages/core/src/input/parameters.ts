import * as z from "zod";
import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { numberInWords } from "../base/number-in-words.ts";
import type { ParameterId } from "../base/parameter-ids.ts";
import { type ConfidenceOrUser, IsoDate, provenanceShape, type SourceId } from "../base/provenance.ts";
import { didYouMean, nearest, shown } from "../base/shown.ts";
import { ClusterRole } from "./catalog.ts";
import { Edition } from "./edition-facts.ts";
import { parseShape } from "./node-shape-text.ts";
import { tidy } from "./number-line.ts";
import { parameterGroups } from "./parameter-groups.ts";

export const ParameterOption = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  title: z.string().min(1),
  /** null for an option that is a way of choosing and not a figure. */
  value: z.number().nullable(),
  ...provenanceShape,
});
export type ParameterOption = z.infer<typeof ParameterOption>;

/** A choice the planner rests on: what the sources say, which of them is the default, and why. */
export const Parameter = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  description: z.string().min(1),
  unit: z.string().nullable(),
  /** What a user may set beside the options: nothing, a number in bounds, a node shape such as 8x32x80, or a host such as 32x512x15. */
  custom: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("number"), minimum: z.number(), maximum: z.number(), whole: z.boolean() }),
      z.strictObject({ kind: z.literal("odd"), minimum: z.number(), maximum: z.number() }),
      z.strictObject({ kind: z.literal("shape") }),
      z.strictObject({ kind: z.literal("host") }),
    ])
    .nullable(),
  /**
   * `structure`: what exists may come out otherwise; `price`: only what it costs, who bears it, or what tenants pay;
   * `lifecycle`: no plan, only when upgrades come and what they ask of people.
   */
  affects: z.enum(["structure", "price", "lifecycle"]),
  /** Where people look for it; absent: nobody has said. */
  group: z.enum(parameterGroups).exactOptional(),
  /** Which clusters, or which stage beside them, it matters to; null: to all clusters. `forecast`: to no plan by itself. */
  appliesTo: z
    .strictObject({
      roles: z.array(ClusterRole).optional(),
      editions: z.array(Edition).optional(),
      application: z.string().optional(),
      stage: z.enum(["hosts", "gpus", "prism-central", "network", "forecast"]).optional(),
    })
    .nullable(),
  options: z.array(ParameterOption).min(1),
  default: z.string(),
  defaultReason: z.string().min(1),
  lastCheckedOn: IsoDate,
});
export type Parameter = z.infer<typeof Parameter>;

/** A parameter with the value a plan uses. */
export interface Choice {
  readonly parameter: Parameter;
  /** Id of the chosen option, or the user's own text. */
  readonly chosen: string;
  readonly title: string;
  readonly value: number | null;
  readonly isDefault: boolean;
  /** `set by the user` for a value of the user's own. */
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  readonly note: string | undefined;
}

/** What the user set: parameter id → option id or own value. */
export type Settings = Readonly<Record<string, string>>;

/** Every parameter with the value a plan uses, by its id. */
export type Choices = Readonly<Record<string, Choice>>;

/** @throws when the catalog holds no such parameter: a broken promise between catalog and planner. */
export function choiceOf(choices: Choices, id: ParameterId): Choice {
  const choice = choiceNamed(choices, id);
  if (choice === undefined) throw new Error(`The catalog has no parameter "${id}".`);
  return choice;
}

/** The choice that a text names, as users and catalog entries do; undefined where there is none of that name. */
export function choiceNamed(choices: Choices, id: string): Choice | undefined {
  return Object.hasOwn(choices, id) ? choices[id] : undefined;
}

/** The figure of a parameter that always has one. @throws when it has none. */
export function numberOf(choices: Choices, id: ParameterId): number {
  const { value } = choiceOf(choices, id);
  if (value === null) throw new Error(`Parameter "${id}" has no figure.`);
  return value;
}

/** Whether a choice matters to clusters of an edition and role. */
export function isAbout(
  { parameter: { appliesTo } }: Choice,
  { edition, role }: { readonly edition: Edition; readonly role: ClusterRole },
): boolean {
  return (appliesTo?.roles?.includes(role) ?? true) && (appliesTo?.editions?.includes(edition) ?? true);
}

/** All choices, in the order of the parameters. */
export function allChoices(choices: Choices): readonly Choice[] {
  return Object.values(choices);
}

/** The same choices but for one. */
export function withChoice(choices: Choices, choice: Choice): Choices {
  return { ...choices, [choice.parameter.id]: choice };
}

/**
 * Chooses a value for every parameter: the user's setting where there is one, the default elsewhere.
 * @throws InputError naming every setting that is no parameter, no option of it, or out of bounds.
 */
export function chooseParameters(parameters: readonly Parameter[], settings: Settings): Choices {
  const problems: Problem[] = [];
  const known = parameters.map((parameter) => parameter.id);
  for (const key of Object.keys(settings)) {
    if (!known.includes(key)) {
      problems.push({
        path: [key],
        found: shown(key),
        expected: "the name of an assumption",
        fix: didYouMean(key, known),
      });
    }
  }
  const all: Choice[] = [];
  for (const parameter of parameters) {
    const setting = Object.hasOwn(settings, parameter.id) ? settings[parameter.id] : undefined;
    const result = chosenBy(parameter, setting);
    if ("expected" in result) problems.push(result);
    else all.push(result);
  }
  if (problems.length > 0) throw new InputError("assumptions", problems);
  return Object.fromEntries(all.map((choice) => [choice.parameter.id, choice]));
}

/** A parameter's value: the option or own value that is set, the default where nothing is; or what is wrong with it. */
export function chosenBy(parameter: Parameter, setting: string | undefined): Choice | Problem {
  const wanted = setting ?? parameter.default;
  const option = parameter.options.find((candidate) => candidate.id === wanted);
  if (option !== undefined) {
    const { title, value, confidence, sources, note } = option;
    return {
      parameter,
      chosen: wanted,
      title,
      value,
      isDefault: wanted === parameter.default,
      confidence,
      sources,
      note,
    };
  }
  const value = ownValue(parameter, wanted);
  if (value === undefined) {
    return {
      path: [parameter.id],
      found: shown(wanted),
      expected: expectedOf(parameter),
      fix: fixOf(parameter, wanted),
    };
  }
  const unit = parameter.unit === null ? "" : ` ${parameter.unit}`;
  return {
    parameter,
    chosen: wanted,
    title: `${wanted}${unit}`,
    value,
    isDefault: false,
    confidence: "user",
    sources: [],
    note: "set by the user",
  };
}

/** The figure of a user's own value, null for a shape or a host, undefined where the parameter does not take it. */
function ownValue({ custom }: Parameter, text: string): number | null | undefined {
  if (custom === null) return undefined;
  if (custom.kind === "shape") return parseShape(text) === null ? undefined : null;
  if (custom.kind === "host") return parseHostProfile(text) === null ? undefined : null;
  if (!/^\d{1,9}(\.\d{1,10})?$/.test(text)) return undefined;
  const value = Number(text);
  if (value < custom.minimum || value > custom.maximum) return undefined;
  if (custom.kind === "odd") return value % 2 === 1 ? value : undefined;
  return custom.whole && !Number.isInteger(value) ? undefined : value;
}

function expectedOf({ custom, options }: Parameter): string {
  const ids = options.map((option) => option.id).join(", ");
  if (custom === null) return `one of: ${ids}`;
  if (custom.kind === "shape") return `one of: ${ids}; or a node shape of your own`;
  if (custom.kind === "host") return `one of: ${ids}; or a host of your own`;
  const kind = custom.kind === "odd" ? "an odd number" : custom.whole ? "a whole number" : "a number";
  return `${kind} from ${custom.minimum} to ${custom.maximum}, or one of: ${ids}`;
}

function fixOf(parameter: Parameter, wanted: string): string {
  const { custom, options, id, default: standard } = parameter;
  if (custom?.kind === "shape")
    return `write vCPU x GiB x disk GiB, such as ${id}=8x32x80 (with a GPU: 8x32x80+1xnvidia.com/gpu)`;
  if (custom?.kind === "host") return `write cores x GiB x raw TiB, such as ${id}=32x512x15`;
  const ids = options.map((option) => option.id);
  if (custom === null) return didYouMean(wanted, ids);
  const number = numberMeant(parameter, wanted);
  if (number !== undefined) return `write ${id}=${number}`;
  if (nearest(wanted, ids) !== undefined) return didYouMean(wanted, ids);
  return `write for example ${id}=${options.find((option) => option.id === standard)?.value ?? standard}`;
}

/** `30%` of a ratio, `4 hours`: the number alone, where the parameter takes it. */
function numberMeant(parameter: Parameter, text: string): string | undefined {
  const read = numberInWords(text);
  if (read === undefined) return undefined;
  const isShare = read.unit === "%" && parameter.unit === "ratio";
  const number = isShare ? String(tidy(Number(read.number) / WHOLE)) : read.number;
  return ownValue(parameter, number) === undefined ? undefined : number;
}

const WHOLE = 100;

/** One AHV host. */
export interface HostProfile {
  /** Physical cores. */
  readonly coreCount: number;
  readonly memoryGiB: number;
  /** Before copies, parity and any threshold. */
  readonly rawTiB: number;
}

/** Cores, GiB and raw TiB of a host. */
export const HOST = /^([1-9]\d{0,3})x([1-9]\d{0,5})x([1-9]\d{0,4}(?:\.\d{1,3})?)$/;

/** `32x512x15.36` → 32 cores, 512 GiB of memory, 15.36 TiB of raw storage. Null where the text is no host. */
export function parseHostProfile(text: string): HostProfile | null {
  const match = HOST.exec(text);
  if (match === null) return null;
  return { coreCount: Number(match[1]), memoryGiB: Number(match[2]), rawTiB: Number(match[3]) };
}

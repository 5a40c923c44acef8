import type { Tenant } from "@nkp-planner/core";
import { HyperFormula } from "hyperformula";
import { CHANGED, type Parameters } from "./sheet-parameters.ts";

/** The inputs of one workload; every tenant has room for five. */
const INPUTS = ["replicas", "cpu", "memory", "storage"] as const;
const SLOTS = [0, 1, 2, 3, 4];

/** A tenant's sums; {a name} is another cell of the row. */
const SUMS = {
  pods: `=${SLOTS.map((slot) => `{replicas ${slot}}`).join("+")}`,
  ...Object.fromEntries(INPUTS.slice(1).map((input) => [input, sumOf(input)])),
};

/** One model's arithmetic for one tenant; [a name] is a parameter, {a name of} a cell of its own. */
const MODEL_FORMULAS = {
  "nodes by cpu": "=ROUNDUP(([installed cpu]+{cpu})/[free cpu],0)",
  "nodes by memory": "=ROUNDUP(([installed memory]+{memory})/[free memory],0)",
  "nodes by pods": "=ROUNDUP(([installed pods]+{pods})/[free pods],0)",
  "nodes for requests": "=MAX(1,{nodes by cpu of},{nodes by memory of},{nodes by pods of})",
  nodes: "=MAX([least nodes],{nodes for requests of}+[spare nodes])",
  vcpu: "={nodes of}*[node vcpu]+[control vcpu]",
  GiB: "={nodes of}*[node GiB]+[control GiB]",
  disk: "={nodes of}*[node disk]+[control disk]",
  "licensed vcpu": "={nodes of}*[node vcpu]",
  "licence cost": "=ROUND({licensed vcpu of}*[licence rate],2)",
  "vcpu cost": "=ROUND({vcpu of}*[vcpu rate],2)",
  "memory cost": "=ROUND({GiB of}*[memory rate],2)",
  "storage cost": "=ROUND(({disk of}+[claims GiB]+{storage}/1024^3)*[storage rate],2)",
  cost: "={licence cost of}+{vcpu cost of}+{memory cost of}+{storage cost of}+[labour]+[shared cost]",
};

const VERDICT = { difference: "={cost of 1}-{cost of 0}", ratio: "={cost of 1}/{cost of 0}" };

interface FormulaColumn {
  readonly title: string;
  readonly formula: string;
}

/** A fleet's arithmetic as a spreadsheet has it: a page of parameters a model, a row of formulas a tenant. */
export class FleetSheet {
  readonly #engine: HyperFormula;
  readonly #columns: readonly string[];
  readonly formulasPerTenant: number;

  constructor(tenants: readonly Tenant[], models: readonly Parameters[]) {
    const formulas = [
      ...columnsOf(SUMS),
      ...models.flatMap((parameters, model) => modelColumns(parameters, model)),
      ...columnsOf(VERDICT),
    ];
    const inputs = SLOTS.flatMap((slot) => INPUTS.map((input) => `${input} ${slot}`));
    this.#columns = [...inputs, ...formulas.map(({ title }) => title)];
    this.formulasPerTenant = formulas.length;
    const pages = models.map((parameters, model) => [pageName(model), pageOf(parameters, model)] as const);
    const rows = tenants.map((tenant, row) => [
      ...inputsOf(tenant, inputs.length),
      ...formulas.map(({ formula }) => withCells(formula, /\{([^}]+)\}/g, (title) => this.#cell(title, row))),
    ]);
    this.#engine = HyperFormula.buildFromSheets(
      { ...Object.fromEntries(pages), Tenants: rows },
      { licenseKey: "gpl-v3" },
    );
  }

  /** Sets the input on which every row hangs; returns how many cells have changed. */
  recalculate(value: number): number {
    return this.#engine.setCellContents({ sheet: this.#sheet(pageName(0)), col: 1, row: 0 }, value).length;
  }

  /** A figure of one tenant by one model. */
  figure(title: string, model: number, tenant: number): number {
    const col = this.#columns.indexOf(`${title} of ${model}`);
    return Number(this.#engine.getCellValue({ sheet: this.#sheet("Tenants"), col, row: tenant }));
  }

  close(): void {
    this.#engine.destroy();
  }

  #cell(title: string, row: number): string {
    return `${letterOf(indexIn(this.#columns, title))}${row + 1}`;
  }

  #sheet(name: string): number {
    return this.#engine.getSheetId(name) ?? -1;
  }
}

function pageName(model: number): string {
  return `Model${model}`;
}

/** Names and values; the models' pages take the cell that is changed from the first one. */
function pageOf(parameters: Parameters, model: number): (string | number)[][] {
  return Object.entries(parameters).map(([name, value]) => {
    const own = typeof value === "number" ? value : withCells(value, /\[([^\]]+)\]/g, parameterCell(parameters, model));
    return [name, name === CHANGED && model > 0 ? `=${parameterCell(parameters, 0)(name)}` : own];
  });
}

function parameterCell(parameters: Parameters, model: number): (name: string) => string {
  return (name) => `${pageName(model)}!$B$${indexIn(Object.keys(parameters), name) + 1}`;
}

function modelColumns(parameters: Parameters, model: number): readonly FormulaColumn[] {
  return columnsOf(MODEL_FORMULAS).map(({ title, formula }) => ({
    title: `${title} of ${model}`,
    formula: withCells(formula.replaceAll(" of}", ` of ${model}}`), /\[([^\]]+)\]/g, parameterCell(parameters, model)),
  }));
}

function columnsOf(formulas: Readonly<Record<string, string>>): readonly FormulaColumn[] {
  return Object.entries(formulas).map(([title, formula]) => ({ title, formula }));
}

function sumOf(input: string): string {
  return `=${SLOTS.map((slot) => `{replicas ${slot}}*{${input} ${slot}}`).join("+")}`;
}

function inputsOf({ id, demand }: Tenant, count: number): readonly number[] {
  const cells =
    "podCount" in demand
      ? []
      : demand.flatMap(({ replicas, requestsPerReplica: { cpuMillicores, memoryBytes, storageBytes } }) => [
          replicas,
          cpuMillicores,
          memoryBytes,
          storageBytes,
        ]);
  if (cells.length === 0 || cells.length > count) throw new Error(`The sheet has no room for the workloads of ${id}.`);
  return [...cells, ...Array.from({ length: count - cells.length }, () => 0)];
}

function withCells(formula: string, name: RegExp, cellOf: (name: string) => string): string {
  return formula.replaceAll(name, (_, found: string) => cellOf(found));
}

function indexIn(names: readonly string[], name: string): number {
  const index = names.indexOf(name);
  if (index === -1) throw new Error(`The sheet has nothing called "${name}".`);
  return index;
}

const LETTERS = 26;
const FIRST_LETTER = 65;

/** A column's letters, as spreadsheets have them: A to Z, then AA. */
function letterOf(index: number): string {
  const last = String.fromCharCode(FIRST_LETTER + (index % LETTERS));
  return index < LETTERS ? last : letterOf(Math.floor(index / LETTERS) - 1) + last;
}

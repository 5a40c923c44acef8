import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmittedFile, textOf } from "@nkp-planner/adapters";

export const hasTerraform = spawnSync("terraform", ["version"], { timeout: 60_000 }).status === 0;

// biome-ignore lint/suspicious/noExplicitAny: a module is as free in shape as JSON
type Module = any;

/** A folder of *.tf.json as one object: their top-level blocks, those of one kind together. */
export function moduleOf(files: readonly EmittedFile[]): Module {
  const all: Module = {};
  for (const file of files.filter(({ path }) => path.endsWith(".tf.json")))
    for (const [kind, block] of Object.entries(JSON.parse(textOf(file)) as Module))
      all[kind] = { ...all[kind], ...(block as object) };
  return all;
}

export interface Applied {
  /** The outputs, and under `made` every resource as it would be handed to the provider. */
  readonly outputs: Readonly<Record<string, Module>>;
  /** What the checks that failed say. */
  readonly warnings: readonly string[];
}

/**
 * A module applied by the real Terraform, with what the site would answer in place of the provider, which is not at hand:
 * every text, expression and check of it is evaluated as it is written.
 * @param answers by type and label, what is looked up
 */
export function appliedWith(files: readonly EmittedFile[], answers: object): Applied {
  const module = moduleOf(files);
  const { resource = {}, data = {}, terraform: _, ...rest } = module;
  const ids = Object.fromEntries(
    Object.entries(resource as Module).map(([type, made]) => [
      type,
      Object.fromEntries(
        Object.keys(made as object).map((label) => [
          label,
          { ext_id: `id-of-${label}`, container_ext_id: `id-of-${label}` },
        ]),
      ),
    ]),
  );
  const expressions = JSON.stringify({
    ...rest,
    locals: { ...rest.locals, made: resource, asked: data },
    output: { ...rest.output, made: { value: "\u0024{local.made}" }, asked: { value: "\u0024{local.asked}" } },
  })
    .replaceAll("data.nutanix_", "local.answers.nutanix_")
    .replaceAll("\u0024{nutanix_", () => "\u0024{local.ids.nutanix_");
  const folder = mkdtempSync(join(tmpdir(), "nkp-planner-terraform-"));
  try {
    writeFileSync(join(folder, "module.tf.json"), expressions);
    writeFileSync(join(folder, "site.tf.json"), JSON.stringify({ locals: { answers, ids } }));
    const run = (...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync("terraform", args, {
        cwd: folder,
        encoding: "utf8",
        timeout: 120_000,
      });
      if (status !== 0) throw new Error(`terraform ${args[0]} ended with ${status}: ${stdout}${stderr}`);
      return stdout;
    };
    run("init", "-no-color", "-backend=false");
    const warnings = run("apply", "-json", "-auto-approve")
      .split("\n")
      .filter((line) => line.includes('"@level":"warn"'))
      .map((line) => String(JSON.parse(line).diagnostic?.detail));
    const outputs = JSON.parse(run("output", "-json")) as Readonly<Record<string, { readonly value: Module }>>;
    return {
      outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value])),
      warnings: [...new Set(warnings)],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

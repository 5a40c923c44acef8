import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { hasBrowser } from "./support/browser.ts";
import { cell, costsIn, costsOf, paste, planned, textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";

const example = (name: string) => readFileSync(new URL(`../../examples/${name}`, import.meta.url));

describe.skipIf(!hasBrowser())("bringing tenants in", () => {
  let page: Page;
  let said: string[];
  oneWindow((calculator) => {
    ({ page, said } = calculator);
  });

  const file = async (name: string, content: string | Buffer) => {
    await page.getByRole("button", { name: "Import…" }).click();
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name,
      mimeType: "text/plain",
      buffer: Buffer.from(content),
    });
  };

  it("opens a fleet file with the figures of the command line", async () => {
    const tenants = fleet.tenants.slice(0, 5);
    await file("mine.json", JSON.stringify({ ...fleet, tenants, release: "nkp-2.16.1" }));
    await page.getByRole("button", { name: "Open this fleet" }).click();
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants, release: "nkp-2.16.1" })));
    await file("msp-fleet.yaml", example("msp-fleet.yaml"));
    await page.getByRole("button", { name: "Open this fleet" }).click();
    expect(await costsOf(page)).toEqual(costsIn(planned(fleet)));
    await page.keyboard.press("Control+z");
    await costsOf(page);
    expect(await textOf(page.locator("#tenants"))).toContain("5 tenants");
    expect(said).toEqual([]);
  });

  it("says every mistake of a CSV with its line, and takes the good rows", async () => {
    await file(
      "tenants.csv",
      "Tenant;Pods;vCPU;Memory GiB;EUR / month\nÄgir;10;2,5;8;900\nBad;ten;2;8;900\nWorse;3;x;8;900\nLast;3;1;4;\n",
    );
    await page.locator(".mistakes li").first().waitFor();
    const mistakes = await page.locator(".mistakes li").allTextContents();
    expect(mistakes.map((text) => text.slice(0, 12))).toEqual(["Line 3, Pods", "Line 4, vCPU"]);
    expect(mistakes[0]).toContain('found "ten", expected a whole number of pods');
    await page.getByRole("button", { name: "Replace the tenants" }).click();
    const tenants = [
      { id: "agir", name: "Ägir", demand: { pods: 10, cpu: "2.5", memory: "8Gi" }, price: { monthly: "900" } },
      { id: "last", name: "Last", demand: { pods: 3, cpu: "1", memory: "4Gi" } },
    ];
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants })));
  });

  it("takes prices and price lists, and says whose they are", async () => {
    await file("hosts.yaml", example("price-book-hosts-eur.yaml"));
    await page.getByRole("button", { name: "Use these prices" }).click();
    expect(await costsOf(page)).not.toEqual(costsIn(planned(fleet)));
    await file("list.yaml", example("price-list-eur.yaml"));
    await page.getByRole("button", { name: "Use this price list" }).click();
    await costsOf(page);
    expect(await textOf(page.locator(".row", { hasText: "What tenants pay" }))).toContain("Example price list in euro");
  });

  it.each([
    ["nothing", "empty.csv", "", "no rows"],
    ["a picture", "picture.csv", "\u0089PNG\0\0\0", "no text"],
    ["broken YAML", "fleet.yaml", "kind: Fleet\ntenants: [", "cannot be used"],
    ["another kind of file", "pod.yaml", "apiVersion: v1\nkind: Pod\n", "cannot be used"],
    ["keys of every object", "p.json", '{"__proto__":{"polluted":1},"kind":"Fleet"}', "cannot be used"],
  ])("refuses %s in words, and changes nothing", async (_, name, content, words) => {
    await file(name, content);
    await page.locator(".found").waitFor();
    expect(await textOf(page.locator(".found"))).toContain(words);
    expect(await costsOf(page)).toEqual(costsIn(planned(fleet)));
    await page.keyboard.press("Escape");
    expect(said).toEqual([]);
  });

  it("shows names as names, whatever they look like", async () => {
    await file("x.csv", 'tenant,pods,vcpu,memory\n"<img src=x onerror=alert(1)>",4,2,8\n');
    await page.getByRole("button", { name: "Add to them" }).click();
    await costsOf(page);
    expect(await page.getByLabel("Tenant, <img src=x onerror=alert(1)>").inputValue()).toContain("<img");
    expect(await page.locator("img").count()).toBe(0);
    expect(said).toEqual([]);
  });

  it("pastes rows with their columns named in another order", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `${900 + index}\tCustomer ${index}\t2\t8\t5`);
    await cell(page, "Price", "Basalt Bank").focus();
    await paste(page, ["EUR / month\tCustomer\tCores\tRAM\tPods", ...rows].join("\n"));
    const tenants = rows.map((_, index) => ({
      id: `customer-${index}`,
      name: `Customer ${index}`,
      demand: { pods: 5, cpu: "2", memory: "8Gi" },
      price: { monthly: String(900 + index) },
    }));
    const [first] = fleet.tenants;
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants: [first, ...tenants] })));
  });

  it("pastes fifty rows without a head, and as one step of undo", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `Customer ${index}\t5\t2\t8\t0\town\t${900 + index}`);
    await cell(page, "Tenant", "Basalt Bank").focus();
    await paste(page, `${rows.join("\r\n")}\r\n`);
    const tenants = rows.map((_, index) => ({
      id: `customer-${index}`,
      name: `Customer ${index}`,
      demand: { pods: 5, cpu: "2", memory: "8Gi", storage: "0Gi" },
      upgradeCadence: "own",
      price: { monthly: String(900 + index) },
    }));
    const [first] = fleet.tenants;
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants: [first, ...tenants] })));
    await page.keyboard.press("Control+z");
    expect(await costsOf(page)).toEqual(costsIn(planned(fleet)));
  });

  it("keeps GB and GiB apart in a paste", async () => {
    await cell(page, "Tenant", "Basalt Bank").focus();
    await paste(page, "Customer\tPods\tCores\tMemory (GB)\nPelican\t5\t2\t800\n");
    const pelican = { id: "pelican", name: "Pelican", demand: { pods: 5, cpu: "2", memory: "800G" } };
    const tenants = fleet.tenants.map((tenant) => (tenant.name === "Basalt Bank" ? pelican : tenant));
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants })));
  });

  it("reads pasted rows with columns of their own as an import, and says what is left out", async () => {
    await cell(page, "Tenant", "Basalt Bank").focus();
    await paste(page, "Customer\tPreset\tGrowth %\tColour\nPelican\tS\t15\tred\nLark\tHUGE\t0\t\n");
    await page.locator(".mistakes li").first().waitFor();
    expect(await textOf(page.locator(".found .note"))).toContain('"Colour"');
    expect(await page.locator(".mistakes li").allTextContents()).toEqual([
      'Line 3, Preset: found "HUGE", expected a preset of the catalog; use one of: S, M, L, XL.',
    ]);
    await page.getByRole("button", { name: "Add to them" }).click();
    const pelican = { id: "pelican", name: "Pelican", preset: "S", growthPercentPerYear: 15 };
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants: [...fleet.tenants, pelican] })));
    expect(await page.evaluate("document.activeElement?.getAttribute('aria-label')")).toBe("Tenant, Basalt Bank");
    expect(said).toEqual([]);
  });

  it("reads what spreadsheets save: Windows' letters, UTF-16", async () => {
    const table = "Tenant;Pods;vCPU;RAM GiB\nÄgir;1;1;1\n";
    await file("old.csv", Buffer.from(table, "latin1"));
    await page.locator(".found").waitFor();
    expect(await textOf(page.locator(".found .note"))).toContain("read as Windows-1252");
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: "unicode.txt",
      mimeType: "text/plain",
      buffer: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table.replaceAll(";", "\t"), "utf16le")]),
    });
    await page.locator(".found", { hasText: "unicode.txt" }).waitFor();
    expect(await page.locator(".found .note").count()).toBe(0);
    await page.getByRole("button", { name: "Add to them" }).click();
    expect(await page.getByLabel("Tenant, Ägir").inputValue()).toBe("Ägir");
  });

  it("says that a file is too large, and where nothing was read shows nothing", async () => {
    await file("small.csv", "tenant,preset\nA,S\n");
    await page.locator(".found").waitFor();
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: "large.csv",
      mimeType: "text/plain",
      buffer: Buffer.alloc(10 * 1024 * 1024 + 1, "x"),
    });
    await page.locator(".tool [role=status]", { hasText: "larger than 10 MB" }).waitFor();
    expect(await page.locator(".found").count()).toBe(0);
  });

  it("adds a tenant of a preset, and one of typical applications with their sources", async () => {
    await page.getByRole("button", { name: "Add a preset…" }).click();
    await page.getByRole("button", { name: "Add M", exact: true }).click();
    const withPreset = [...fleet.tenants, { id: "tenant-m", name: "Tenant M", preset: "M" }];
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants: withPreset })));
    await page.getByLabel(/^How many of WordPress/).fill("2");
    await page.locator(".library summary", { hasText: "WordPress" }).click();
    expect(await page.locator(".library details[open] a[href^='https://']").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Add a tenant that runs these" }).click();
    const applications = [{ application: "wordpress", count: 2 }];
    const withBoth = [...withPreset, { id: "applications", name: "Applications", applications }];
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants: withBoth })));
    await cell(page, "Tenant", "Tenant M").focus();
    await page.getByLabel(/^How many of Keycloak/).fill("1");
    await page.getByRole("button", { name: "Add them to Tenant M" }).click();
    const more = [...fleet.tenants, { ...withBoth.at(-2), applications: [{ application: "keycloak", count: 1 }] }];
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants: [...more, withBoth.at(-1)] })));
  });

  /** What is dropped anywhere on the page, as the browser hands it over. @param contents of files by their names, each an expression in the page */
  const dropMade = async (contents: Readonly<Record<string, string>>) => {
    const added = Object.entries(contents).map(
      ([name, content]) => `transfer.items.add(new File([${content}], ${JSON.stringify(name)}));`,
    );
    const made = `(() => { const transfer = new DataTransfer(); ${added.join(" ")} return transfer; })()`;
    const dataTransfer = await page.evaluateHandle(made);
    await page.locator("h1").first().dispatchEvent("dragover", { dataTransfer });
    await page.locator("h1").first().dispatchEvent("drop", { dataTransfer });
  };
  const drop = (files: Readonly<Record<string, string>>) =>
    dropMade(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, JSON.stringify(text)])));

  const HEADS = "VM,Powerstate,Template,CPUs,Memory,Total disk capacity MiB,Folder";
  const VMS = `${HEADS}\na,poweredOn,False,4,16384,102400,orchid\nb,poweredOn,False,2,8192,51200,fern\nc,poweredOff,False,2,8192,51200,fern\nd,poweredOn,False,2,8192,51200,fern\n`;

  it("makes a comparison of an inventory that is dropped, in one step; undo brings the example back", async () => {
    await drop({ "rvtools.csv": VMS });
    await page.locator(".found", { hasText: "One tenant read from rvtools.csv" }).waitFor();
    const demand = (pods: number, cpu: string, memory: string, storage: string, largest: [string, string]) => ({
      ...{ pods, cpu, memory, storage },
      largestPod: { cpu: largest[0], memory: largest[1] },
    });
    const all = {
      id: "rvtools",
      name: "rvtools",
      demand: demand(3, "8000m", "32768Mi", "256000Mi", ["4000m", "16384Mi"]),
    };
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants: [all] })));
    expect(await textOf(page.locator(".tool [role=status]"))).toContain("undo brings those back");
    await page.getByLabel("Tenants by").selectOption("Folder");
    await page.locator(".found", { hasText: "2 tenants read from rvtools.csv" }).waitFor();
    expect(await page.locator(".preview li").allTextContents()).toEqual([
      "orchid: 1 pod, 4 vCPU, 16 GiB of memory, 100 GiB of storage",
      "fern: 2 pods, 4 vCPU, 16 GiB of memory, 150 GiB of storage",
    ]);
    const tenants = [
      { id: "orchid", name: "orchid", demand: demand(1, "4000m", "16384Mi", "102400Mi", ["4000m", "16384Mi"]) },
      { id: "fern", name: "fern", demand: demand(2, "4000m", "16384Mi", "153600Mi", ["2000m", "8192Mi"]) },
    ];
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants })));
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await costsOf(page)).toEqual(costsIn(planned(fleet)));
    // Where something of the visitor's would be lost, it is asked.
    await cell(page, "Tenant", "Basalt Bank").fill("Basalt");
    await drop({ "rvtools.csv": VMS });
    await page.getByRole("button", { name: "Replace the tenants" }).waitFor();
    expect(await page.getByLabel("Tenant, Basalt", { exact: true }).count()).toBe(1);
    expect(said).toEqual([]);
  });

  it("reads files of one cluster as one, others beside them, and what nobody knows by its name", async () => {
    const object = (kind: string, name: string, more: string) =>
      `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop, ${more} }\nspec: { replicas: 2, template: { spec: { containers: [{ name: c, resources: { requests: { cpu: 1, memory: 1Gi } } }] } } }\n`;
    await drop({
      "deploy.yaml": object("Deployment", "web", "uid: d"),
      "rs.yaml": object(
        "ReplicaSet",
        "web-1",
        "ownerReferences: [{ kind: Deployment, name: web, uid: d, controller: true }]",
      ),
      "tenants.csv": "tenant,preset\nA,S\n",
      "bill.csv": "BilledCost,ChargeCategory\n1,Usage\n",
    });
    await page.locator(".found").nth(2).waitFor();
    const found = await page.locator(".found").allTextContents();
    expect(found[0]).toContain("One tenant read from deploy.yaml and 1 more");
    expect(found[0]).toContain("1 left out: counted with their owner");
    expect(found[1]).toContain("One tenant read from tenants.csv");
    expect(found[2]).toContain("bill.csv cannot be used as it is");
    expect(found[2]).toContain("a bill in FOCUS");
    expect(await costsOf(page)).toEqual(costsIn(planned(fleet)));
    expect(said).toEqual([]);
  });

  it("says of which file a mistake is, where several are one", async () => {
    const pod = (name: string, resources: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { containers: [{ name: c, resources: ${resources} }] }\n`;
    await drop({ "good.yaml": pod("a", "{ requests: { cpu: 1, memory: 1Gi } }"), "mute.yaml": pod("b", "{}") });
    await page.locator(".mistakes li").first().waitFor();
    const mistakes = await page.locator(".mistakes li").allTextContents();
    expect(mistakes.map((text) => text.slice(0, 16))).toEqual(["mute.yaml, line "]);
  });

  it("reads a list of pods that is larger than a text may be, while the page stays free, or is stopped", async () => {
    const pod = `JSON.stringify({
      apiVersion: "v1",
      kind: "Pod",
      metadata: {
        name: "web-" + index, namespace: "n" + (index % 5), uid: "u" + index, annotations: { note: "x".repeat(900) },
        ownerReferences: [{ kind: "ReplicaSet", name: "web", uid: "r" + (index % 5), controller: true }],
      },
      spec: { nodeName: "a", containers: [{ name: "c", resources: { requests: { cpu: "100m", memory: "128Mi" } } }] },
      status: { phase: "Running" },
    })`;
    const pods = `Array.from({ length: 30_000 }, (_, index) => ${pod}).join(",\\n")`;
    const list = `'{"apiVersion":"v1","kind":"List","items":[' + ${pods} + ']}'`;
    expect(Number(await page.evaluate(`(${list}).length`))).toBeGreaterThan(30 * 2 ** 20);
    await cell(page, "Tenant", "Basalt Bank").fill("Basalt");
    await dropMade({ "pods.json": list });
    await page.getByRole("button", { name: "Stop reading" }).click();
    await page.locator(".tool [role=status]", { hasText: "Reading was stopped." }).waitFor();
    await dropMade({ "pods.json": list });
    await page.locator(".found", { hasText: "One tenant read from pods.json" }).waitFor({ timeout: 60_000 });
    expect(await page.locator(".preview li").allTextContents()).toEqual([
      "pods: 5 workloads with 30,000 pods, 3,000 vCPU, 3,750 GiB of memory",
    ]);
    expect(said).toEqual([]);
  });
});

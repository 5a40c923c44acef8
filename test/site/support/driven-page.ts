/** As much of a page as the drivers of both browsers have alike. */
export interface DrivenPage {
  goto(address: string): Promise<unknown>;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  evaluate(script: string): Promise<unknown>;
  pdf(options: { readonly path: string; readonly format: "A4" }): Promise<unknown>;
}

/** What a visitor sees on the way, as texts. */
export interface Seen {
  /** Of the example, before anything is typed. */
  readonly begin: Figures;
  /** Of the one tenant that was typed. */
  readonly typed: Figures;
  /** The quote for it, on the page. */
  readonly paper: string;
}

export interface Figures {
  readonly verdict: string;
  /** Everything that stands of each model. */
  readonly models: readonly string[];
  /** Cost a month by model, to the cent. */
  readonly costs: readonly string[];
}

/** The essential visit, by keyboard: the page opens, a tenant is typed, its quote is opened and printed to a file. */
export async function essentialVisit(page: DrivenPage, origin: string, pdfPath: string): Promise<Seen> {
  await page.goto(`${origin}/`);
  await until(page, `document.documentElement.dataset.calculator === "ready"`);
  const begin = await figuresOn(page);
  await pressButton(page, "Scenarios");
  await pressButton(page, "Start empty");
  await until(page, `document.querySelector("h1").textContent.includes("without tenants")`);
  await pressButton(page, "Add tenant");
  await until(page, `document.activeElement.closest('[data-row="0"][data-column="0"]') !== null`);
  for (const text of ["Clinic North", "12", "3.5", "14", "200"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Tab");
  await page.keyboard.type("2100");
  await page.keyboard.press("Tab");
  await until(page, `document.querySelector("h1").textContent.includes("costs")`);
  const typed = await figuresOn(page);
  await pressButton(page, "Print quote");
  await until(page, `document.querySelector(".paper .sheet") !== null`);
  const paper = await textOf(page, ".paper");
  await page.pdf({ path: pdfPath, format: "A4" });
  return { begin, typed, paper };
}

/** Until something holds. A driver's own waiting evaluates texts within the page, which its policy forbids. */
async function until(page: DrivenPage, script: string): Promise<void> {
  for (let left = MOST_LOOKS; left > 0; left -= 1) {
    if ((await page.evaluate(script)) === true) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  throw new Error(`In vain waited for: ${script}`);
}

const BETWEEN_LOOKS_MS = 50;
const MOST_LOOKS = 600;

/** Focuses a button as a reader of names would, when there is one, and presses Enter. */
async function pressButton(page: DrivenPage, name: string): Promise<void> {
  const found = `[...document.querySelectorAll("button")].find((one) => one.textContent.trim() === ${JSON.stringify(name)})`;
  await until(page, `${found} !== undefined`);
  await page.evaluate(`${found}.focus()`);
  await page.keyboard.press("Enter");
}

async function figuresOn(page: DrivenPage): Promise<Figures> {
  await until(page, `document.querySelector('.result[aria-busy="false"]') !== null`);
  const list = async (script: string) => JSON.parse(String(await page.evaluate(`JSON.stringify(${script})`)));
  return {
    verdict: await textOf(page, "h1"),
    models: await list(`[...document.querySelectorAll("article")].map((one) => ${ONE_LINE})`),
    costs: await list(`[...document.querySelectorAll("article data")].map((one) => one.value)`),
  };
}

const ONE_LINE = `one.textContent.replaceAll(/\\s+/g, " ").trim()`;

async function textOf(page: DrivenPage, selector: string): Promise<string> {
  return String(await page.evaluate(`((one) => ${ONE_LINE})(document.querySelector(${JSON.stringify(selector)}))`));
}

import { execFile } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileOf, folder, root } from "../../support/command-line.ts";

const TOKEN = "ghs_not-to-be-seen";
const MARKER = "<!-- nkp-planner check -->";
const BODY = `${MARKER}\n\nNothing found.\n`;

interface Comment {
  readonly id: number;
  body: string;
}

/** Keeps comments as the API of a forge does: pages of a hundred, the oldest first. */
class Forge {
  readonly comments: Comment[] = [];
  /** What was asked, by whom. */
  readonly asked: { readonly method: string; readonly path: string; readonly authorization: string }[] = [];
  refusal: number | null = null;
  readonly #server = createServer((request, response) => {
    void this.#answer(request).then(({ status, data }) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(data));
    });
  });

  open(): Promise<void> {
    return new Promise((done) => this.#server.listen(0, "127.0.0.1", done));
  }

  close(): void {
    this.#server.close();
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage): Promise<{ readonly status: number; readonly data: unknown }> {
    const { method = "", url = "", headers } = request;
    const { pathname, searchParams } = new URL(url, this.address);
    this.asked.push({ method, path: pathname, authorization: headers.authorization ?? "" });
    if (this.refusal !== null)
      return {
        status: this.refusal,
        data: { message: `Resource not accessible by ${headers.authorization}\u001b[31m` },
      };
    if (method === "GET") {
      const [size, page] = ["per_page", "page"].map((name) => Number(searchParams.get(name)));
      const start = ((page ?? 1) - 1) * (size ?? 0);
      return { status: 200, data: this.comments.slice(start, start + (size ?? 0)) };
    }
    const { body } = JSON.parse(await textOf(request)) as { readonly body: string };
    if (method === "POST") {
      this.comments.push({ id: this.comments.length + 1, body });
      return { status: 201, data: {} };
    }
    const found = this.comments.find(({ id }) => id === Number(pathname.split("/").at(-1)));
    if (found === undefined) return { status: 404, data: {} };
    found.body = body;
    return { status: 200, data: {} };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
}

let forge: Forge;
beforeEach(async () => {
  forge = new Forge();
  await forge.open();
});
afterEach(() => forge.close());

const GITHUB = () => ({
  GITHUB_API_URL: forge.address,
  GITHUB_REPOSITORY: "msp/platform",
  NKP_PULL_REQUEST: "7",
  GITHUB_TOKEN: TOKEN,
});
const GITLAB = () => ({
  GITLAB_CI: "true",
  CI_API_V4_URL: `${forge.address}/api/v4`,
  CI_PROJECT_ID: "42",
  CI_MERGE_REQUEST_IID: "7",
  CI_JOB_TOKEN: "job",
  NKP_PLANNER_TOKEN: TOKEN,
});

interface Ended {
  readonly code: number;
  readonly said: string;
}

function comment(env: Readonly<Record<string, string>>, path = fileOf("comment.md", BODY)): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, [join(root, "ci/comment.mjs"), path], { env }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === "number" ? error.code : 0, said: stdout + stderr });
    });
  });
}

describe.each([
  ["GitHub", GITHUB, "/repos/msp/platform/issues/7/comments", "/repos/msp/platform/issues/comments/", "PATCH"],
  [
    "GitLab",
    GITLAB,
    "/api/v4/projects/42/merge_requests/7/notes",
    "/api/v4/projects/42/merge_requests/7/notes/",
    "PUT",
  ],
] as const)("a comment on %s", (_, env, list, one, change) => {
  it("is written once, and replaced from then on", async () => {
    forge.comments.push({ id: 1, body: "Looks good." });
    expect(await comment(env())).toEqual({ code: 0, said: "Comment written.\n" });
    const next = fileOf("next.md", `${MARKER}\n\n1 error.\n`);
    expect(await comment(env(), next)).toEqual({ code: 0, said: "Comment replaced.\n" });
    expect(await comment(env(), next)).toEqual({ code: 0, said: "Comment unchanged.\n" });
    expect(forge.comments.map(({ body }) => body)).toEqual(["Looks good.", `${MARKER}\n\n1 error.\n`]);
    expect(forge.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET ${list}`,
      `POST ${list}`,
      `GET ${list}`,
      `${change} ${one}2`,
      `GET ${list}`,
    ]);
    expect(new Set(forge.asked.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${TOKEN}`]));
  });

  it("is found behind two hundred others, and told apart from those that quote it or are of another command", async () => {
    for (let id = 1; id <= 200; id += 1) forge.comments.push({ id, body: `> ${MARKER}` });
    forge.comments.push(
      { id: 201, body: "<!-- nkp-planner diff -->\n\nSame." },
      { id: 202, body: `${MARKER}\r\n\r\nOld.` },
    );
    expect((await comment(env())).said).toBe("Comment replaced.\n");
    expect(forge.comments.at(-1)?.body).toBe(BODY);
    expect(forge.comments).toHaveLength(202);
  });

  it.each([401, 403, 404, 500])(
    "that is refused by %i is told without the token, and without escape sequences",
    async (status) => {
      forge.refusal = status;
      const { code, said } = await comment(env());
      expect(code).toBe(1);
      expect(said).toContain(`GET was answered by ${status}`);
      expect(said.includes("has to be a project access token") || said.includes("pull-requests: write")).toBe(
        status < 500,
      );
      expect(said).toContain("Bearer ***");
      expect(said).not.toContain(TOKEN);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(said).not.toMatch(/\u001b/);
    },
  );

  it("is refused where nobody listens, without the token", async () => {
    const nobody = Object.fromEntries(
      Object.entries(env()).map(([key, value]) => [key, value.replace(forge.address, "http://127.0.0.1:9")]),
    );
    const { code, said } = await comment(nobody);
    expect(code).toBe(1);
    expect(said).toMatch(/^No comment was written: /);
    expect(said).not.toContain(TOKEN);
  });
});

describe("what is no comment", () => {
  it.each([
    ["without a token", { GITHUB_TOKEN: "" }, BODY, "GITHUB_TOKEN is not set"],
    ["without a pull request", { NKP_PULL_REQUEST: "" }, BODY, "NKP_PULL_REQUEST is not set"],
    ["without its hidden first line", {}, "Nothing found.\n", "is no <!-- nkp-planner … -->"],
    ["of nothing", {}, "", "is no <!-- nkp-planner … -->"],
    ["that is too long", {}, BODY.padEnd(65_537, "x"), "has 65537 characters, a comment at most 65536"],
  ])("%s is refused before anybody is asked", async (_, more, body, said) => {
    const ended = await comment({ ...GITHUB(), ...more }, fileOf("wrong.md", body));
    expect(ended.code).toBe(2);
    expect(ended.said).toContain(said);
    expect(forge.asked).toEqual([]);
  });

  it("with a job token alone is refused on GitLab, which would not take it", async () => {
    const { code, said } = await comment({ ...GITLAB(), NKP_PLANNER_TOKEN: "" });
    expect({ code, said }).toEqual({ code: 2, said: "No comment was written: NKP_PLANNER_TOKEN is not set\n" });
  });

  it("of a file that is not there is refused", async () => {
    expect((await comment(GITHUB(), join(folder, "nowhere.md"))).code).toBe(2);
  });
});

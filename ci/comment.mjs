#!/usr/bin/env node
// Writes a comment on a pull request or merge request once, and replaces it from then on:
//
//   node comment.mjs FILE
//
// The first line of FILE is hidden and tells the comment apart: <!-- nkp-planner check -->. On GitHub it needs GITHUB_TOKEN
// (permission pull-requests: write), GITHUB_REPOSITORY and NKP_PULL_REQUEST, the number. On GitLab it needs NKP_PLANNER_TOKEN
// (a project access token with scope api: the job token cannot write notes), CI_PROJECT_ID and CI_MERGE_REQUEST_IID.
//
// Exit code 0: it stands there; 1: it was refused; 2: something is missing. The token is never printed.
import { existsSync, readFileSync } from "node:fs";

const MARKER = /^<!-- nkp-planner [^\n]* -->$/;
/** Longer ones are refused. @see https://github.com/orgs/community/discussions/41331 */
const LONGEST = 65_536;
const A_PAGE = 100;
const MOST_PAGES = 50;
const TIMEOUT_MS = 30_000;

const { env } = process;

function failed(code, text) {
  const hidden = token === undefined || token === "" ? text : text.replaceAll(token, "***");
  process.stderr.write(`No comment was written: ${hidden.replace(/[^\P{C}\n]/gu, "")}\n`);
  process.exit(code);
}

const onGitLab = env.GITLAB_CI !== undefined;
const token = onGitLab ? env.NKP_PLANNER_TOKEN : env.GITHUB_TOKEN;

function needed(name) {
  const value = env[name];
  return value === undefined || value === "" ? failed(2, `${name} is not set`) : value;
}

/** What both systems call differently. */
function system() {
  if (onGitLab) {
    const project = `${needed("CI_API_V4_URL")}/projects/${encodeURIComponent(needed("CI_PROJECT_ID"))}`;
    const notes = `${project}/merge_requests/${encodeURIComponent(needed("CI_MERGE_REQUEST_IID"))}/notes`;
    needed("NKP_PLANNER_TOKEN");
    return {
      list: notes,
      one: (id) => `${notes}/${id}`,
      change: "PUT",
      right: "NKP_PLANNER_TOKEN has to be a project access token with scope api; CI_JOB_TOKEN cannot write notes",
    };
  }
  const issues = `${env.GITHUB_API_URL ?? "https://api.github.com"}/repos/${needed("GITHUB_REPOSITORY")}/issues`;
  const comments = `${issues}/${encodeURIComponent(needed("NKP_PULL_REQUEST"))}/comments`;
  needed("GITHUB_TOKEN");
  return {
    list: comments,
    one: (id) => `${issues}/comments/${id}`,
    change: "PATCH",
    right: "the workflow needs permissions: pull-requests: write, which a pull request from a fork never has",
  };
}

async function ask(method, address, body) {
  const answer = await fetch(address, {
    method,
    headers: {
      accept: "application/json",
      authorization: `Bearer ${token}`,
      "user-agent": "nkp-planner",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (answer.ok) return answer.json();
  const { status } = answer;
  const said = (await answer.text()).slice(0, 500);
  return failed(
    1,
    `${method} was answered by ${status}: ${said}${[401, 403, 404].includes(status) ? `\n${right}` : ""}`,
  );
}

function bodyOf(path) {
  if (path === undefined) return failed(2, "give the file of the comment");
  const text = existsSync(path) ? readFileSync(path, "utf8") : failed(2, `there is no ${path}`);
  const [marker] = text.split("\n", 1);
  if (!MARKER.test(marker)) return failed(2, `the first line of ${path} is no <!-- nkp-planner … -->`);
  if (text.length > LONGEST) return failed(2, `${path} has ${text.length} characters, a comment at most ${LONGEST}`);
  return { text, marker };
}

const { text, marker } = bodyOf(process.argv[2]);
const { list, one, change, right } = system();

async function written() {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const found = await ask("GET", `${list}?per_page=${A_PAGE}&page=${page}`);
    const own = found.find(({ body }) => typeof body === "string" && body.split(/\r?\n/, 1)[0] === marker);
    if (own !== undefined) return own;
    if (found.length < A_PAGE) return undefined;
  }
  return undefined;
}

try {
  const own = await written();
  if (own === undefined) await ask("POST", list, { body: text });
  else if (own.body !== text) await ask(change, one(own.id), { body: text });
  process.stdout.write(`Comment ${own === undefined ? "written" : own.body === text ? "unchanged" : "replaced"}.\n`);
} catch (error) {
  failed(
    1,
    error instanceof Error
      ? `${error.message}${error.cause ? ` (${error.cause.message ?? error.cause})` : ""}`
      : String(error),
  );
}

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ROOT, USER_ENV } from "./user.ts";

/** A registry on this machine alone, empty but for what is published to it. */
export interface Registry {
  /** What npm needs to read from it and to publish to it, as the only user it has. */
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** The registry that this machine's npm uses: our registry asks it for what is not ours. */
function registryOfNpm(): string {
  return execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8", env: USER_ENV }).trim();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The machine gave no port.");
  return address.port;
}

/** Names of ours are never asked of anybody else, so that what is installed is what was published here. */
function configIn(folder: string): string {
  const ours = { access: "$all", publish: "$authenticated" };
  return JSON.stringify({
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "users"), max_users: 1 } },
    uplinks: { others: { url: registryOfNpm() } },
    packages: { "nkp-planner": ours, "@nkp-planner/*": ours, "**": { access: "$all", proxy: "others" } },
    web: { enable: false },
    log: { type: "stdout", format: "json", level: "warn" },
  });
}

/** @throws Error where it does not answer within half a minute */
async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let second = 0; second < 30; second += 0.25) {
    if (server.exitCode !== null) throw new Error(`The registry ended with ${server.exitCode}.`);
    const answer = await fetch(`${url}/-/ping`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(250);
  }
  throw new Error(`The registry at ${url} does not answer.`);
}

/** A user who exists for as long as the registry does. */
async function newUser(url: string): Promise<string> {
  const user = { name: "rehearsal", password: "thrown-away" };
  const answer = await fetch(`${url}/-/user/org.couchdb.user:${user.name}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(user),
  });
  const { token } = (await answer.json()) as { token?: string };
  if (token === undefined) throw new Error(`The registry gives no token: ${answer.status}`);
  return token;
}

export async function startRegistry(folder: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "config.yaml");
  writeFileSync(config, configIn(folder));
  const host = `127.0.0.1:${await freePort()}`;
  const program = join(ROOT, "node_modules/verdaccio/bin/verdaccio");
  const server = spawn(process.execPath, [program, "--config", config, "--listen", host], { stdio: "ignore" });
  const url = `http://${host}`;
  const stop = async () => {
    if (server.exitCode === null && server.kill()) await once(server, "exit");
  };
  try {
    await answering(url, server);
    const npmrc = join(folder, "npmrc");
    writeFileSync(npmrc, `//${host}/:_authToken=${await newUser(url)}\nfetch-retries=0\n`);
    const cache = join(folder, "cache");
    const settings = { npm_config_registry: url, npm_config_userconfig: npmrc, npm_config_cache: cache };
    return { env: { ...USER_ENV, ...settings, NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" }, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

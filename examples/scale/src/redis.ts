import { Redis } from "ioredis";

/** Bad input or usage, as of the planner. */
export const BAD_INPUT = 2;
const FIRST_MS = 5000;
const LONGEST_WAIT_MS = 2000;
const WAIT_STEP_MS = 100;

/** A server that did not answer, told to whoever started the program. */
class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** Where a server is, without the password that an address may hold. */
export function placeOf(url: string): string {
  try {
    const { protocol, hostname, port } = new URL(url);
    return `${protocol}//${hostname}:${port || "6379"}`;
  } catch {
    return "an address that is none";
  }
}

/**
 * A connection to Redis or Valkey. The first answer must come at once; later the server may be away for a while, and
 * what is asked of it waits.
 * @throws Unreachable
 */
export async function connected(url: string): Promise<Redis> {
  if (!/^rediss?:\/\/./.test(url) || !URL.canParse(url))
    throw new Unreachable(`--redis: found ${placeOf(url)}, expected an address such as redis://127.0.0.1:6379`);
  let isUp = false;
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: FIRST_MS,
    // Workers wait for a server that is away, as BullMQ asks.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isUp ? Math.min(times * WAIT_STEP_MS, LONGEST_WAIT_MS) : null),
  });
  let reason = "no answer";
  // A listener of its own, or ioredis prints what went wrong with its stack.
  redis.on("error", (error: Error) => {
    reason = error.message || reason;
  });
  try {
    await redis.connect();
    await redis.ping();
    isUp = true;
    await sayWhatIsKept(redis, placeOf(url));
    return redis;
  } catch (error) {
    redis.disconnect();
    const said = error instanceof Error && !/closed/i.test(error.message) ? error.message : reason;
    throw new Unreachable(
      `${placeOf(url)} does not answer (${said}): start a Redis or Valkey there, or name another with --redis`,
    );
  }
}

/** A server that keeps nothing on disk loses the run with its own end: that is said, and so is that nobody knows. */
async function sayWhatIsKept(redis: Redis, place: string): Promise<void> {
  const kept = await redis.config("GET", "appendonly").catch(() => null);
  const value = Array.isArray(kept) ? kept[1] : undefined;
  if (value === "yes") return;
  const what = value === undefined ? "does not say whether it keeps" : "does not keep";
  console.error(`${place} ${what} an append-only file (appendonly yes): a run may be lost when it ends.`);
}

/** Ends the program as its user expects: what is wrong in a line, no stack. */
export async function withReasons(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    console.error(error.message);
    process.exitCode = BAD_INPUT;
  }
}

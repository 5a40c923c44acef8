/// <reference lib="webworker" />
import { ScenarioError } from "../planning/plan-scenario.ts";
import { Desk, Superseded } from "./desk.ts";
import { fetchedData } from "./fetched-data.ts";
import type { Request, Response } from "./tasks.ts";

/** The planner's own thread: the page stays free to type in, however large the fleet. */

let desk: Promise<Desk> | undefined;

function deskOf(): Promise<Desk> {
  desk ??= fetchedData(import.meta.env.BASE_URL)
    .then((data) => new Desk(data, nextMessage))
    .catch((error: unknown) => {
      desk = undefined;
      throw error;
    });
  return desk;
}

const channel = new MessageChannel();
const resumed: (() => void)[] = [];
channel.port1.onmessage = () => resumed.shift()?.();

/** Lets messages that have come in meanwhile be handled first. */
function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    resumed.push(() => setTimeout(resolve));
    channel.port2.postMessage(null);
  });
}

addEventListener("message", async ({ data: { id, kind, ask } }: MessageEvent<Request>) => {
  const say = (response: Response) => postMessage(response);
  try {
    const answer = await (await deskOf()).answer(kind, ask, (done, of) => say({ id, kind: "progress", done, of }));
    say({ id, kind: "answer", answer });
  } catch (error) {
    if (error instanceof ScenarioError) say({ id, kind: "refusal", problems: error.problems });
    else if (error instanceof Superseded) say({ id, kind: "superseded" });
    else say({ id, kind: "failure", message: error instanceof Error ? error.message : String(error) });
  }
});

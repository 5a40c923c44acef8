/** Who makes a pod. */
export interface Maker {
  readonly kind: string;
  readonly workload: string;
}

/** By its name alone: that of its maker before what is added to it. */
export function guessedMaker(pod: string): Maker {
  const ofDeployment = /^(.+)-[bcdf0-9][a-z0-9]{4,9}-[a-z0-9]{5}$/.exec(pod)?.[1];
  return { kind: "Pod", workload: ofDeployment ?? /^(.+)-\d{1,4}$/.exec(pod)?.[1] ?? pod };
}

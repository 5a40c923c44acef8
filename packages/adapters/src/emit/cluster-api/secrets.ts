import { isFrom, type PlatformWords } from "../site/platform-words.ts";

/** A secret that files name and that nobody writes down. */
export interface SecretNeeded {
  readonly name: string;
  readonly use: string;
}

/** The names that NKP itself gives to what a cluster's machines, volumes and agent sign in with. */
export function secretsOf(clusterName: string, words: PlatformWords): Readonly<Record<SecretUse, SecretNeeded>> {
  const base = `${clusterName}-pc-credentials`;
  return {
    machines: { name: base, use: "Prism Central, to make machines" },
    volumes: { name: `${base}-for-csi`, use: "Prism Central, to make volumes" },
    ...(hasKonnector(words)
      ? { agent: { name: `${base}-for-konnector-agent`, use: "Prism Central, to be seen there" } }
      : {}),
  } as Readonly<Record<SecretUse, SecretNeeded>>;
}

export type SecretUse = "machines" | "volumes" | "agent";

/** Konnector comes with the platform from this release on. */
export const FIRST_WITH_KONNECTOR = [2, 17] as const;

export function hasKonnector({ version }: Pick<PlatformWords, "version">): boolean {
  return isFrom(version, FIRST_WITH_KONNECTOR);
}

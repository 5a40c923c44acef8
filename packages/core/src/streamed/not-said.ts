/** What a comparison of a fleet that streams leaves unsaid, beside one of a fleet file: each a sentence, in every output. @param isShared whether what several tenants share was divided among them */
export function notSaidOfStreams(isShared: boolean): readonly string[] {
  const shared =
    "Tenants at a loss are counted by what is theirs alone: what several tenants share is not divided among them.";
  return [
    "Upgrades in the months to come are not played: who waits for whom, and who is out of support, is not known.",
    ...(isShared ? [] : [shared]),
    "Whether two tenants have one name is not told; two with one id are refused.",
  ];
}

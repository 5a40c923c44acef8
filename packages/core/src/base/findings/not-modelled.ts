/** What other tools have and no plan counts: said by name, so that nobody looks for another word for it. */
export interface NotModelled {
  /** `GPUs are not modelled` */
  readonly why: string;
  /** What is taken in its place. */
  readonly expected: string;
  /** What can be done. */
  readonly advice: string;
  /** What to write in its place; absent: nothing, it is to be left out. */
  readonly fix?: string;
}

const NOT_MODELLED: readonly (NotModelled & { readonly words: RegExp })[] = [
  {
    words: /(^|[^a-z])v?gpus?([^a-z]|$)|^gpu[A-Z]|^(nvidia|amd)\.com\//i,
    why: "workloads ask for GPUs",
    expected: "GPUs in the requests of a workload",
    advice: "write nvidia.com/gpu: 1 in the requests of a workload of a fleet file",
    fix: 'did you mean "nvidia.com/gpu" in requests? A price book has appliesTo: gpu, a price list charges nodes by flavour',
  },
  {
    words: /^limits?$/,
    why: "sizes go by requests, as the scheduler's do",
    expected: "requests alone",
    advice: "what pods may take beyond their requests is in no figure",
  },
  {
    words: /^ephemeral-?storage$|^hugepages-/i,
    why: "it is not modelled",
    expected: "requests of cpu and memory",
    advice: "disks of nodes and volumes are counted by themselves",
  },
  {
    words: /^(min|max)Replicas$|^(hpa|autoscaling|autoscaler)$/i,
    why: "scaling by load is not modelled",
    expected: "a fixed number of pods",
    advice: "write the replicas to plan for, such as replicas: 4",
  },
];

/** What is to be said of a key, a word or the head of a column that stands for something no plan counts; undefined for others. */
export function notModelled(word: string): NotModelled | undefined {
  return NOT_MODELLED.find(({ words }) => words.test(word));
}

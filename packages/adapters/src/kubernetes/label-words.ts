const LONGEST_WORD = 63;
const LONGEST_PREFIX = 253;
const WORD = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Whether a text may be the value of a label or a taint: empty is one. */
export function isLabelValue(text: string): boolean {
  return text === "" || (text.length <= LONGEST_WORD && WORD.test(text));
}

/**
 * Whether a text may be the key of a label or a taint: a word, perhaps after a domain and a slash.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function isLabelKey(text: string): boolean {
  const slash = text.indexOf("/");
  const [prefix, name] = slash < 0 ? [null, text] : [text.slice(0, slash), text.slice(slash + 1)];
  if (name === "" || !isLabelValue(name)) return false;
  return prefix === null || (prefix.length <= LONGEST_PREFIX && PREFIX.test(prefix));
}

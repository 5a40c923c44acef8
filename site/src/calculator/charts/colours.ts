/** The page's colours by name, as they are just now: light or dark, forced or not. */
export type Colours = (name: string) => string;

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  return (name) => {
    // A model by its id, or a colour by its name.
    const [colour] = [`--model-${name}`, `--${name}`].map((one) => style.getPropertyValue(one).trim()).filter(Boolean);
    return colour ?? style.color;
  };
}

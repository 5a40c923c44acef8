/** The page's colours by name, as they are just now: light or dark, forced or not. */
export type Colours = (name: string) => string;

/** What a model is called among the page's colours. */
const MODELS: Readonly<Record<string, string>> = {
  "starter-self-managed": "starter",
  "ultimate-centralized": "ultimate",
};

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  return (name) => {
    const colour = style.getPropertyValue(`--${MODELS[name] ?? name}`).trim();
    return colour === "" ? style.color : colour;
  };
}

import { useId } from "react";

interface Props<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly title: string }[];
  readonly chosen: Id;
  readonly choose: (id: Id) => void;
}

/** One of a few, all in sight. */
export function Switch<Id extends string>({ label, options, chosen, choose }: Props<Id>) {
  const name = useId();
  return (
    <fieldset className="switch small">
      <legend className="visually-hidden">{label}</legend>
      {options.map(({ id, title }) => (
        <label key={id} data-model={id}>
          <input type="radio" name={name} value={id} checked={id === chosen} onChange={() => choose(id)} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

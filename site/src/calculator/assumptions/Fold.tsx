import { type ReactNode, useState } from "react";

interface Props {
  readonly title: string;
  readonly value: string;
  readonly isChanged?: boolean;
  readonly isWarning?: boolean;
  /** Drawn when it is opened, not before. */
  readonly children: () => ReactNode;
}

/** One line, folded, that shows its present value; opened, it can be changed. */
export function Fold({ title, value, isChanged = false, isWarning = false, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="row"
      onToggle={({ target, currentTarget }) => target === currentTarget && setOpen(currentTarget.open)}
    >
      <summary>
        <span>{title}</span>{" "}
        <span className={`value ${isWarning ? "warning" : ""}`}>
          {value}
          {isChanged && <span className="caption"> · changed</span>}
        </span>
      </summary>
      {isOpen && <div className="small more">{children()}</div>}
    </details>
  );
}

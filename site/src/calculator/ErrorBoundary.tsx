import { Component, type ReactNode } from "react";
import { $scenario } from "../state/store.ts";

interface State {
  readonly error: Error | null;
}

/** A mistake of the page's own: what was entered is kept, can be taken along, and tried again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <section className="card" role="alert">
        <h2>The page cannot be drawn</h2>
        <p>This is a mistake of the page, not yours: {error.message}</p>
        <p>What you entered is kept in this browser.</p>
        <p className="tools">
          <button type="button" onClick={() => this.setState({ error: null })}>
            Try again
          </button>
          <a download="nkp-planner-input.json" href={inputHref()}>
            Save what you entered
          </a>
        </p>
      </section>
    );
  }
}

function inputHref(): string {
  return `data:application/json,${encodeURIComponent(JSON.stringify($scenario.get(), null, 2))}`;
}

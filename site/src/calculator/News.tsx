import { useStore } from "@nanostores/react";
import { $news } from "../state/arrival.ts";
import { $isKept } from "../state/kept.ts";

/** What a visitor should know of how the page came to what it shows. */
export function News() {
  const news = useStore($news);
  const isKept = useStore($isKept);
  return (
    <div role="status" className="news">
      {!isKept && (
        <section className="notice">
          <p>
            This browser does not keep what you enter: its storage is full or forbidden. Closing the page loses it; save
            the fleet and the prices with Export.
          </p>
        </section>
      )}
      {news !== null && (
        <section className="notice">
          <p>{news.text}</p>
          {news.lines.length > 0 && (
            <ul>
              {news.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {news.action !== undefined && (
            <button type="button" onClick={news.action.run}>
              {news.action.title}
            </button>
          )}{" "}
          <button type="button" className="link" onClick={() => $news.set(null)}>
            Dismiss
          </button>
        </section>
      )}
    </div>
  );
}

import { useId } from "react";
import type { LaneStretch, LaneView, Tick, TimelineView } from "../../view/upgrades/upgrade-timeline.ts";
import { TableScroll } from "../TableScroll.tsx";

const LANE_HEIGHT = 34;
const BAR_HEIGHT = 6;
/** Where waiting and support are drawn: each has its height, so that nobody has to tell them by colour. */
const WAITS_Y = 16;
const SUPPORT_Y = 25;
const LABEL_Y = 11;
const AXIS_HEIGHT = 18;
const AXIS_TEXT_Y = 12;
const HATCH_SIZE = 5;
const GAP = 3;

/** A lane a cluster. The tables below say the same in words, so that to a screen reader this is one picture. */
export function Timeline({
  timeline: { title, axis, lanes, leftOut },
  summary,
}: {
  timeline: TimelineView;
  summary: string;
}) {
  const hatch = useId();
  return (
    <figure className="timeline">
      <figcaption className="caption">
        {title}.
        <Legend hatch={hatch} />
      </figcaption>
      <TableScroll label={title}>
        <div className="lanes" role="img" aria-label={`${title}. ${summary} The tables below say the same.`}>
          <span className="lane-name" />
          <svg className="axis" height={AXIS_HEIGHT} aria-hidden="true">
            {axis.map(({ atRatio, label, isLeft }) => (
              <text key={label} x={percent(atRatio)} y={AXIS_TEXT_Y} {...besideMark(isLeft)}>
                {label}
              </text>
            ))}
          </svg>
          {lanes.map((lane) => (
            <Lane key={lane.name} lane={lane} axis={axis} hatch={hatch} />
          ))}
        </div>
      </TableScroll>
      {leftOut !== "" && <p className="caption">{leftOut}</p>}
    </figure>
  );
}

function Lane({
  lane: { name, role, waits, moves, stretches },
  axis,
  hatch,
}: {
  lane: LaneView;
  axis: readonly Tick[];
  hatch: string;
}) {
  return (
    <>
      <span className="lane-name">
        {name} <span className="caption">{role}</span>
        {waits !== "" && <span className="caption waits-for">{waits}</span>}
      </span>
      <svg height={LANE_HEIGHT} aria-hidden="true">
        {axis.map(({ atRatio, label }) => (
          <line key={label} className="grid" x1={percent(atRatio)} x2={percent(atRatio)} y1={0} y2={LANE_HEIGHT} />
        ))}
        {stretches.map((stretch, index) => (
          <Stretch key={index} stretch={stretch} hatch={hatch} />
        ))}
        {moves.map(({ atRatio, label, isLeft }, index) => (
          <g key={index}>
            <line className="move" x1={percent(atRatio)} x2={percent(atRatio)} y1={0} y2={LANE_HEIGHT} />
            <text x={percent(atRatio)} y={LABEL_Y} {...besideMark(isLeft)}>
              {label}
            </text>
          </g>
        ))}
      </svg>
    </>
  );
}

function Stretch({ stretch: { state, fromRatio, toRatio }, hatch }: { stretch: LaneStretch; hatch: string }) {
  return (
    <rect
      className={state}
      fill={state === "unknown" ? `url(#${hatch})` : undefined}
      x={percent(fromRatio)}
      width={percent(toRatio - fromRatio)}
      y={state === "waits" ? WAITS_Y : SUPPORT_Y}
      height={BAR_HEIGHT}
    />
  );
}

const MEANINGS = [
  { state: "waits", text: "upper bar: waits for others" },
  { state: "outside", text: "lower bar: out of support by one of three clocks" },
  { state: "unknown", text: "hatched: not known by one of them" },
] as const;

/** What the bars mean, and the pattern of those of which nobody knows. */
function Legend({ hatch }: { hatch: string }) {
  return (
    <span className="legend">
      {MEANINGS.map(({ state, text }) => (
        <span key={state} className="meaning">
          <Swatch state={state} hatch={hatch} /> {text}
        </span>
      ))}
      <svg width={0} height={0} aria-hidden="true">
        <defs>
          <pattern
            id={hatch}
            width={HATCH_SIZE}
            height={HATCH_SIZE}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line className="hatch" x1={0} x2={0} y1={0} y2={HATCH_SIZE} />
          </pattern>
        </defs>
      </svg>
    </span>
  );
}

function Swatch({ state, hatch }: { state: LaneStretch["state"]; hatch: string }) {
  return (
    <svg className="key" width={14} height={BAR_HEIGHT} aria-hidden="true">
      <rect
        className={state}
        fill={state === "unknown" ? `url(#${hatch})` : undefined}
        width="100%"
        height={BAR_HEIGHT}
      />
    </svg>
  );
}

/** To the right of a place, or to its left where the lane ends soon. */
function besideMark(isLeft: boolean) {
  return isLeft ? ({ textAnchor: "end", dx: -GAP } as const) : { dx: GAP };
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(2)}%`;
}

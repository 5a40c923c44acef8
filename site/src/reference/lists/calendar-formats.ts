import { type CalendarToWrite, calendarFormats } from "@nkp-planner/adapters";
import { fleetUpgrades, numberOf, operatingModels, releaseCyclesOf } from "@nkp-planner/core";
import { toldOf } from "../../../build-time/told/own-file.ts";
import { context, fleet, planOf } from "../example.ts";
import { optionsPart, sourcesPart, textOf } from "./parts.ts";
import type { ReferenceList, ReferencePage } from "./reference-list.ts";
import { SAMPLE_MODEL } from "./sample.ts";

const FOLDER = "packages/adapters/src/calendar";

const months = numberOf(context.choices, "upgrade-horizon-months");

/** The example fleet's calendar by one model. */
function exampleCalendar(): CalendarToWrite {
  const model = operatingModels.find(({ id }) => id === SAMPLE_MODEL);
  if (model === undefined) throw new Error(`There is no operating model "${SAMPLE_MODEL}".`);
  return {
    modelTitle: model.title,
    upgrades: fleetUpgrades(planOf(SAMPLE_MODEL), model, months),
    cycles: releaseCyclesOf(fleet, model, context, months),
  };
}

/** Every format of calendars of upgrades. */
export const calendarFormatPages: ReferenceList = {
  id: "calendar-formats",
  title: "Formats of calendars",
  lead: "The calendar of upgrades for other tools: entries of a calendar, or the releases and their ends of life as data.",
  pages: async () => {
    const calendar = exampleCalendar();
    return calendarFormats.map((format) => formatPage(format, calendar));
  },
};

function formatPage(format: (typeof calendarFormats)[number], calendar: CalendarToWrite): ReferencePage {
  const { id, title, options } = format;
  const told = toldOf(FOLDER, id);
  return {
    id,
    title,
    lead: told.summary,
    sections: [
      {
        title: "How to get it",
        paragraphs: ["A calendar is of one model: who is upgraded when depends on who manages whom."],
        command: `nkp-planner lifecycle fleet.yaml --model ${SAMPLE_MODEL} --format ${id}`,
      },
      ...optionsPart(options, "On the command line: `--option NAME=VALUE`."),
      {
        title: "What it says of the example",
        paragraphs: ["All of its tenants, by that model."],
        texts: [textOf(`Calendar as ${id}`, format.write(calendar))],
      },
      ...sourcesPart(told),
    ],
  };
}

import {escapeHtml} from "../../src/waybill/model/escape.js";
import {capitalize, formatNumber} from "../../src/waybill/model/format.js";
import {readCached} from "./cache.js";
import {type TopicGroup, topicGroups} from "./topics.js";

/** Names of topics by their ids, for the pages that charts stand in. */
export const topicsFile = "topics.json";

/** Topics of one group that a reader can choose; those with most marks. */
const most = 40;

const legends: Record<TopicGroup, string> = {
  country: "Country",
  party: "Company or person",
  publisher: "Reported by",
  status: "Status",
};

/**
 * Returns the form with which a reader follows countries, parties, publishers and
 * statuses through all charts of a page, from what the lines of the charts' tables
 * say they are about. The first of the first group stand in sight, all others come
 * with the rest (style.css). Empty where there is nothing to tell apart. Hidden until a
 * script is there to answer.
 */
export function followHtml(html: string): string {
  const counts = new Map<string, number>();
  let marks = 0;
  for (const [, topics] of html.matchAll(/<tr data-row="\d+" data-topics="([^"]*)"/g)) {
    marks++;
    for (const topic of topics.split(" ")) if (topic) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  // What all are about leaves nothing out.
  const told = [...counts].filter(([, count]) => count < marks);
  if (told.length === 0) return "";
  const names: Record<string, string> = JSON.parse(readCached(topicsFile));
  const label = `Pick out in ${html.split('<figure class="chart').length > 2 ? "every" : "this"} chart`;
  const [first = "", ...rest] = topicGroups.flatMap((group) => {
    const own = told
      .filter(([topic]) => topic.startsWith(`${group}.`))
      .map(([topic, count]) => ({value: topic.slice(group.length + 1), name: names[topic] ?? topic, count}))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .slice(0, most);
    const chips = own.map(
      ({value, name, count}) =>
        `<label><input type="checkbox" name="${group}" value="${escapeHtml(value)}"> <span>${escapeHtml(capitalize(name))}</span> <small>${formatNumber(count)}</small></label>`,
    );
    return chips.length > 0 ? `<fieldset><legend>${legends[group]}</legend>${chips.join("")}</fieldset>` : [];
  });
  return `<form class="follow" aria-label="${label}" autocomplete="off" hidden><p>${label}</p>${first}<details><summary>More to pick out</summary>${rest.join("")}</details></form>\n`;
}

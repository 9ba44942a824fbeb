// All stations of a tier: as cards, or as a table with a card for each that is opened.
import { build } from "./dom.js";
import { amount, caveat, stationCard, verdictBadge } from "./station.js";
import { ageAndTrust, channelName, count, verdictOrder, verdicts } from "./words.js";

const columns = ["f", "as", "ph", "ec", "temp"];

/** "3 stations: 1 unsafe, 2 safe" */
export function summary(stations) {
  const parts = verdictOrder
    .map(verdict => [verdict, stations.filter(station => station.verdict === verdict).length])
    .filter(([, number]) => number > 0)
    .map(([verdict, number]) => `${number} ${verdicts[verdict].word.toLowerCase()}`);
  return `${count(stations.length, "station")}: ${parts.join(", ")}`;
}

export function stationCards(state) {
  return build("div", { class: "cards" }, state.stations.map(station => stationCard(station, state.limits)));
}

export function stationTable(state, actions) {
  const wanted = state.filter.toLowerCase();
  const shown = state.stations.filter(station => `${station.id} ${station.child ?? ""} ${station.verdict}`.toLowerCase().includes(wanted));
  return build("div", {},
    build("label", { class: "filter" }, "Find a station or gateway ",
      build("input", { type: "search", placeholder: "name, gateway or verdict", oninput: event => actions.filter(event.target.value) })),
    build("table", { role: "table", class: "stations" },
      build("caption", {}, caveat),
      build("thead", { role: "rowgroup" }, build("tr", { role: "row" },
        ["Verdict", "Station", "Gateway", ...columns.map(channelName), "Measured"].map(head => build("th", { role: "columnheader", scope: "col" }, head)))),
      build("tbody", { role: "rowgroup" }, shown.flatMap(station => rows(station, state, actions)))),
    shown.length === 0 && build("p", { class: "quiet" }, `No station matches “${state.filter}”.`));
}

function rows(station, state, actions) {
  const open = state.open.has(station.id);
  const row = build("tr", { role: "row", class: station.verdict, "data-key": station.id },
    build("td", { role: "cell", class: "verdict" }, verdictBadge(station.verdict)),
    build("th", { role: "rowheader", scope: "row" },
      build("button", { type: "button", class: "link", "aria-expanded": String(open), onclick: () => actions.toggle(station.id) }, station.id)),
    build("td", { role: "cell", "data-label": "Gateway" }, station.child ?? "–"),
    columns.map(channel => channelCell(channel, station.latest.find(reading => reading.channel === channel))),
    build("td", { role: "cell", "data-label": "Measured", class: station.stale ? "stale" : null }, ageAndTrust(station)));
  if (!open) return [row];
  return [row, build("tr", { role: "row", class: "opened", "data-key": `${station.id}+` },
    build("td", { role: "cell", colspan: 4 + columns.length }, stationCard(station, state.limits)))];
}

function channelCell(channel, reading) {
  const mark = reading?.health && reading.verdict && reading.verdict !== "safe" ? verdicts[reading.verdict] : null;
  return build("td", { role: "cell", "data-label": channelName(channel), class: `number ${mark ? reading.verdict : ""}` },
    build("span", {}, reading ? amount(reading) : "–", mark && build("span", { class: "symbol", title: mark.word }, ` ${mark.symbol}`, build("span", { class: "unseen" }, mark.word))));
}

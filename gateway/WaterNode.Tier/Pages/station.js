// One station: its verdict, why, and the latest reading of each channel.
import { build } from "./dom.js";
import { ageAndTrust, ageInWords, channelList, channelName, clockAhead, count, localTime, measured, qualityInWords, reasonInWords, samplePointInWords, verdicts } from "./words.js";

/** What is always said beside a verdict. */
export const caveat = "chemicals measured – microbes are not measured";

// Said once for the station, since it is about the record and not about a channel.
const clockDerived = "clock-derived";

export function verdictBadge(verdict, size = "") {
  const { word, symbol } = verdicts[verdict];
  return build("span", { class: `badge ${verdict} ${size}` }, build("span", { class: "symbol", "aria-hidden": "true" }, symbol), word);
}

/** The value of a reading with its expanded uncertainty and unit. */
export function amount(reading) {
  const { value, spread, unit } = measured(reading);
  return build("span", { class: "amount", title: spread && "± is the expanded uncertainty, k = 2 (about 95 %)" },
    build("span", { class: "value" }, value), spread && build("span", { class: "spread" }, ` ${spread}`), unit && build("span", { class: "unit" }, ` ${unit}`));
}

export function stationCard(station, limits) {
  return build("article", { class: `card ${station.verdict}`, "data-key": station.id, "aria-label": `Station ${station.id}` },
    build("header", {},
      build("div", { class: "who" }, build("h2", {}, station.id), build("p", { class: "quiet" }, ...whereabouts(station))),
      verdictBadge(station.verdict, "large")),
    build("p", { class: `why ${station.verdict}` }, ...explanation(station, limits), build("span", { class: "caveat" }, caveat)),
    readingsTable(station.latest, limits),
    build("footer", {}, limitSet(station.limitSet, limits), more(station, limits)));
}

function whereabouts(station) {
  const parts = [station.samplePoint === null ? "No readings yet" : samplePointInWords(station.samplePoint)];
  if (station.child) parts.push(`via ${station.child}`);
  if (station.online !== null) parts.push(build("span", { class: station.online ? "online" : "offline" }, station.online ? "● connected" : "○ not connected"));
  parts.push(build("span", { title: station.lastSample && localTime(station.lastSample) }, `measured ${ageInWords(station.ageSeconds)}`));
  if (station.latest.some(reading => reading.time === station.lastSample && reading.reasons.includes(clockDerived))) parts.push(reasonInWords(clockDerived));
  return parts.flatMap((part, index) => index === 0 ? [part] : [" · ", part]);
}

/** Why the verdict is what it is, and what to do. */
function explanation(station, limits) {
  const health = station.latest.filter(reading => reading.health);
  if (station.verdict === "unsafe") {
    const above = station.latest.filter(reading => reading.verdict === "unsafe" && (reading.health || reading.decimals === null)).map(reading => reading.channel);
    return [build("strong", {}, "Do not drink this water or cook with it."), ` ${channelList(above)} ${above.length > 1 ? "are" : "is"} above the limit. Use another source and tell the water board.`];
  }
  if (station.verdict === "safe") return [`${channelList(health.map(reading => reading.channel))} are below their limits.`];
  const doubts = ["f", "as"].map(channel => doubt(channel, health.find(reading => reading.channel === channel), limits)).filter(text => text);
  return [build("strong", {}, "Not known to be safe."), ` ${doubts.join(" ")}`];
}

function doubt(channel, reading, limits) {
  const name = channelName(channel);
  if (!reading) return `${name} has not been measured yet.`;
  if (reading.verdict === "safe") return null;
  if (reading.stale) return outdated(name, reading.ageSeconds);
  if (reading.reasons.length > 0) return `${name}: ${reading.reasons.map(reasonInWords).join("; ")}.`;
  if (reading.value === null) return `${name} could not be measured.`;
  if (reading.quality === 1 && !reading.verdict) return `${name} was measured, but ${withoutVerdict(channel, limits.get(reading.limitSet))}.`;
  return reading.quality === 1 ? `${name} is too close to its limit to decide.` : `${name}: quality ${qualityInWords(reading.quality)}.`;
}

function outdated(name, ageSeconds) {
  if (ageSeconds === null) return `It is not known when ${name.toLowerCase()} was measured.`;
  return ageSeconds < 0 ? `${name} is dated ${ageInWords(ageSeconds)} – ${clockAhead}.` : `${name} was last measured ${ageInWords(ageSeconds)}: too old to rely on.`;
}

function withoutVerdict(channel, set) {
  const bound = limitOf(channel, set);
  if (bound?.verified === false) return `its limit in ${set.title} is not confirmed, so nothing can be said`;
  return set && !bound ? `${set.title} has no limit for it here` : "the station gave no verdict";
}

const limitOf = (channel, set) => set?.limits.find(each => each.channel === channel);

// The roles are spelt out because on narrow screens the table is laid out as blocks, which would take them away.
function readingsTable(latest, limits) {
  if (latest.length === 0) return null;
  const heads = ["Measured", "Value", "Verdict", "Quality"];
  return build("table", { role: "table" },
    build("thead", { role: "rowgroup" }, build("tr", { role: "row" }, heads.map(head => build("th", { role: "columnheader", scope: "col" }, head)))),
    build("tbody", { role: "rowgroup" }, [...latest].sort((a, b) => b.health - a.health).map(reading => readingRow(reading, limits.get(reading.limitSet)))));
}

function readingRow(reading, set) {
  const bound = limitOf(reading.channel, set);
  const notes = [reading.belowLod ? "below what the sensor can detect" : null, ...reading.reasons.filter(code => code !== clockDerived).map(reasonInWords)].filter(note => note);
  return build("tr", { role: "row", "data-key": reading.channel, class: reading.stale ? "stale" : null },
    build("th", { role: "rowheader", scope: "row" }, channelName(reading.channel)),
    build("td", { role: "cell", class: "number" }, amount(reading), limit(bound)),
    build("td", { role: "cell", class: "verdict" }, reading.verdict ? verdictBadge(reading.verdict) : build("span", { class: "quiet" }, bound ? "no verdict" : "no limit")),
    build("td", { role: "cell", class: "quality" }, build("span", { class: `quality-${reading.quality}` }, qualityInWords(reading.quality)),
      build("span", { class: "quiet age", title: reading.time && localTime(reading.time) }, ` · ${ageAndTrust(reading)}`),
      notes.length > 0 && build("span", { class: "notes" }, notes.join("; "))));
}

function mark(text) {
  return build("span", { class: "mark", title: "not read in the standard itself: it gives no verdict" }, text);
}

function limit(bound) {
  if (!bound) return null;
  const range = bound.low === null ? `limit ${bound.high}` : bound.high === null ? `at least ${bound.low}` : `limits ${bound.low} to ${bound.high}`;
  return build("span", { class: "limit", title: bound.source }, range, bound.unit !== "pH" && ` ${bound.unit}`, !bound.verified && mark("unverified"));
}

function limitSet(id, limits) {
  if (!id) {
    const standard = limits.get(null);
    return build("p", { class: "quiet" }, standard ? `Limits shown: ${standard.title}. The station names none, so its readings have no verdict.` : "Limits: not stated by the station.");
  }
  const known = limits.get(id);
  return build("p", { class: "quiet" }, `Limits: ${known?.title ?? `${id}, which this program does not know`}`, known?.verified === false && mark("partly unverified"));
}

function more(station, limits) {
  const missing = station.gaps.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const status = station.status ?? {};
  const facts = [
    ["Records here", station.records.toLocaleString("en")],
    ["Newest record", `${station.gen} / ${station.highestSeq}`],
    ["Missing records", missing === 0 ? "none" : `${missing.toLocaleString("en")}: ${station.gaps.slice(0, 5).map(range).join(", ")}${station.gaps.length > 5 ? " …" : ""}`],
    ["In the station's journal", station.journalDepth === null ? null : count(station.journalDepth, "record")],
    ["Calibrations", Object.entries(station.calibrations).map(([channel, id]) => `${channelName(channel)} no. ${id}`).join(", ")],
    ["Battery", typeof status.battery === "number" ? `${status.battery.toFixed(2)} V` : null],
    ["Radio signal", typeof status.rssi === "number" ? `${status.rssi} dBm`.replace("-", "−") : null],
    ["Firmware", typeof status.fw === "string" ? status.fw : null],
  ].filter(([, value]) => value !== null && value !== "");
  const noted = ["More about this station", ...station.otherPoints.map(point => samplePointInWords(point.samplePoint)), missing > 0 ? `${count(missing, "record")} missing` : null].filter(note => note);
  return build("details", {}, build("summary", {}, noted.join(" · ")),
    build("dl", {}, facts.map(([name, value]) => build("div", {}, build("dt", {}, name), build("dd", {}, value)))),
    station.otherPoints.map(point => otherPoint(point, limits)));
}

/** Another sample point: it has no part in the station's verdict. */
function otherPoint(point, limits) {
  const name = samplePointInWords(point.samplePoint);
  return build("section", { class: "point", "data-key": `point-${point.samplePoint}`, "aria-label": name },
    build("h3", {}, name), build("p", { class: "quiet" }, "Measured at another point: it does not count for the verdict above."), readingsTable(point.latest, limits));
}

const range = ([first, last]) => first === last ? `${first}` : `${first}–${last}`;

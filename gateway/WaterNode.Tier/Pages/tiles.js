// The top bar: what waits, the link upward, the disk, the quarantine.
import { build } from "./dom.js";
import { ageInWords, count, localTime, sizeInWords } from "./words.js";

const linkStates = {
  up: { word: "Working", mood: "good" },
  down: { word: "Interrupted", mood: "warn" },
  unauthorized: { word: "Refused", mood: "bad" },
  none: { word: "Not set up", mood: "plain" },
};

export function tiles(status, words, sendNow) {
  return build("div", { class: "tiles" },
    pendingTile(status, words, sendNow), linkTile(status, words), diskTile(status), quarantineTile(status));
}

function tile(key, title, value, mood, ...notes) {
  return build("section", { class: `tile ${mood}`, "data-key": key }, build("h2", {}, title), build("p", { class: "figure" }, value), ...notes.filter(note => note).map(note => build("p", { class: "quiet" }, note)));
}

function pendingTile(status, words, sendNow) {
  if (status.link.state === "none") return tile("pending", "Records stored here", status.committed.toLocaleString("en"), "plain", words.noLinkStored);
  const oldest = status.pending > 0 && status.oldestPending ? `the oldest came ${ageInWords(secondsBetween(status.oldestPending, status.time))}` : `everything is on ${words.parent}`;
  return tile("pending", "Waiting to be sent", count(status.pending, "record"), status.pending === 0 ? "good" : "plain", oldest,
    status.pending > 0 && build("button", { type: "button", onclick: sendNow }, "Send now"));
}

function linkTile(status, words) {
  const last = status.link.lastSuccess;
  const untried = status.link.state === "down" && !last && !status.link.lastError;
  const { word, mood } = untried ? { word: "Nothing sent yet", mood: "plain" } : linkStates[status.link.state] ?? { word: status.link.state, mood: "warn" };
  const when = last ? build("span", { title: localTime(last) }, `last success ${ageInWords(secondsBetween(last, status.time))}`) : "no success yet";
  return tile("link", `Link to ${words.parent}`, word, mood, status.link.state === "none" ? words.noLinkAdvice : when, status.link.lastError);
}

function diskTile(status) {
  const days = status.buffer.capacityDays;
  const value = days === null ? "not known yet" : days > 3650 ? "over 10 years" : days >= 10 ? `${Math.floor(days).toLocaleString("en")} days` : `${days.toFixed(1)} days`;
  const low = days !== null && days < 30;
  return tile("disk", "Room on the disk", value, low ? "bad" : "plain", low ? "free some space or keep less" : "at the present pace", `${sizeInWords(status.buffer.bytes)} used`);
}

function quarantineTile(status) {
  const any = status.quarantined > 0;
  return tile("quarantine", "In quarantine", any ? build("a", { href: "#quarantine" }, status.quarantined.toLocaleString("en")) : "0", any ? "warn" : "good",
    any ? "kept, but not taken as readings" : "everything that came was readable");
}

const secondsBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / 1000;

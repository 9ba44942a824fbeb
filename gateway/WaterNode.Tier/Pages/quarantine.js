// The list of what was not taken as a reading, with the reason and the bytes.
import { build } from "./dom.js";
import { localTime } from "./words.js";

const reasons = {
  "identity-conflict": "the same number with other content (a cloned memory?)",
  "wrong-name": "sent under another station's name",
};

export function quarantineList(entries, total) {
  if (total === 0) return null;
  return build("section", { id: "quarantine", class: "panel", "aria-labelledby": "quarantine-title" },
    build("h2", { id: "quarantine-title" }, "Quarantine"),
    build("p", { class: "quiet" }, `Nothing is thrown away: what could not be read or was contradictory is kept here whole. ${entries.length < total ? `The newest ${entries.length} of ${total}.` : ""}`),
    build("ul", {}, entries.map(entry)));
}

function entry(item) {
  return build("li", { "data-key": `q${item.number}` },
    build("p", {}, build("strong", {}, reasons[item.reason] ?? item.reason), item.times > 1 && ` · came ${item.times} times`),
    build("p", {}, item.detail),
    build("p", { class: "quiet" }, `${item.station ?? "unknown station"} · ${item.source} · ${localTime(item.received)}`),
    build("details", {}, build("summary", {}, "What was sent"), build("pre", {}, item.payload ?? `base64: ${item.payloadBase64}`)));
}

// The page of a tier: asks the API every two seconds, draws what changed, and says so when there is no answer.
import { build, update } from "./dom.js";
import { stationCards, stationTable, summary } from "./overview.js";
import { quarantineList } from "./quarantine.js";
import { caveat } from "./station.js";
import { tiles } from "./tiles.js";
import { ageInWords } from "./words.js";

const pollMs = 2000;
const redrawMs = 1000;
const timeoutMs = 8000;
const quarantineShown = 20;

/**
 * Starts the page.
 * @param words  this tier's own words: self, parent, noLinkStored, noLinkAdvice, and empty() for the page without stations
 * @param layout "cards" for a village, "table" for a region
 */
export function start(words, layout) {
  const root = document.getElementById("app");
  const state = { status: null, received: [], stations: [], limits: new Map(), quarantine: [], answeredMs: null, answeredAt: null, failure: null, filter: "", open: new Set() };
  const redraw = () => update(root, draw(state, words, layout, actions));
  const actions = {
    filter(text) { state.filter = text; redraw(); },
    toggle(id) { if (!state.open.delete(id)) state.open.add(id); redraw(); },
    async sendNow() { await fetch("/api/v1/sync", { method: "POST" }).catch(() => {}); await poll(state); redraw(); },
  };
  const loop = async () => { await poll(state); redraw(); setTimeout(loop, pollMs); };
  setInterval(redraw, redrawMs);
  loop();
}

async function poll(state) {
  try {
    const [status, stations] = await Promise.all([get("/api/v1/status"), get("/api/v1/stations")]);
    if (state.limits.size === 0) {
      const known = await get("/api/v1/limits");
      state.limits = new Map(known.limitSets.map(set => [set.id, set]));
      // Readings that name no limit set are shown beside this one.
      state.limits.set(null, state.limits.get(known.standard));
    }
    if (status.quarantined !== state.status?.quarantined) {
      state.quarantine = status.quarantined > 0 ? (await get(`/api/v1/quarantine?limit=${quarantineShown}`)).quarantine : [];
    }
    Object.assign(state, { status, received: stations.stations, answeredMs: performance.now(), answeredAt: new Date(), failure: null });
  } catch (error) {
    state.failure = error.problem ?? "It does not answer.";
  }
}

async function get(path) {
  const response = await fetch(path, { signal: AbortSignal.timeout(timeoutMs) });
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => null);
  throw Object.assign(new Error(path), { problem: problem ? `${problem.title} ${problem.detail}` : `It answered ${response.status}.` });
}

function draw(state, words, layout, actions) {
  const page = build("div", {});
  if (state.status === null) {
    page.append(state.failure === null ? build("p", { class: "quiet waiting" }, `Asking ${words.self} …`) : unreachable(state, words));
    return page;
  }
  state.stations = aged(state.received, (performance.now() - state.answeredMs) / 1000, state.failure !== null);
  if (state.failure !== null) page.append(unreachable(state, words));
  const main = build("div", { class: state.failure === null ? null : "frozen" }, tiles(state.status, words, actions.sendNow));
  if (state.stations.length === 0) main.append(words.empty());
  else main.append(headline(state.stations, layout), layout === "cards" ? stationCards(state) : stationTable(state, actions));
  const quarantine = quarantineList(state.quarantine, state.status.quarantined);
  if (quarantine) main.append(quarantine);
  page.append(main);
  return page;
}

/** Told aloud by a screen reader only when its text changes. */
function headline(stations, layout) {
  return build("div", { class: "headline" }, build("p", { role: "status" }, summary(stations)), layout === "table" && build("p", { class: "caveat" }, caveat));
}

function unreachable(state, words) {
  const lastSeen = state.answeredAt === null ? "It has not answered since this page was opened."
    : `It was last seen ${ageInWords((performance.now() - state.answeredMs) / 1000)}, at ${state.answeredAt.toLocaleTimeString()}; below is what it said then.`;
  return build("div", { role: "alert", class: "alarm" },
    build("p", {}, build("strong", {}, `${words.Self} cannot be reached.`), ` ${state.failure}`),
    build("p", {}, lastSeen, " No reading is lost by this. See whether the program runs and whether this computer is connected to it."));
}

/** Time goes on while nothing answers: ages grow, and a verdict that becomes too old is taken back here as the API would. */
function aged(stations, elapsedSeconds, silent) {
  if (!silent) return stations;
  const older = age => age === null ? null : age + Math.round(elapsedSeconds);
  const agedReading = reading => {
    const stale = reading.stale || older(reading.ageSeconds) > reading.staleAfterSeconds;
    return { ...reading, ageSeconds: older(reading.ageSeconds), stale, verdict: stale && reading.verdict ? "uncertain" : reading.verdict };
  };
  return stations.map(station => {
    const latest = station.latest.map(agedReading);
    const otherPoints = station.otherPoints.map(point => ({ ...point, latest: point.latest.map(agedReading) }));
    const stale = station.stale || older(station.ageSeconds) > station.staleAfterSeconds;
    return { ...station, latest, otherPoints, ageSeconds: older(station.ageSeconds), online: null, stale, verdict: verdictOf(station, latest) };
  });
}

/** As the API decides it: silence can only take a verdict back. */
function verdictOf(station, latest) {
  const isLeft = latest.some(reading => reading.verdict === station.verdict && (reading.health || reading.decimals === null));
  const isHeld = station.verdict === "unsafe" ? isLeft : latest.every(reading => !reading.health || reading.verdict === "safe");
  return isHeld ? station.verdict : "uncertain";
}

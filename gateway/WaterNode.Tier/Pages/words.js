// Codes and numbers of the API in words for people.

const channelNames = { temp: "Temperature", ph: "pH", ec: "Conductivity", f: "Fluoride", as: "Arsenic" };

export const channelName = channel => channelNames[channel] ?? channel;

/** "Fluoride and arsenic" */
export function channelList(channels) {
  const names = channels.map((channel, index) => index > 0 && channel !== "ph" ? channelName(channel).toLowerCase() : channelName(channel));
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export const verdicts = {
  safe: { word: "Safe", symbol: "✓" },
  unsafe: { word: "Unsafe", symbol: "✕" },
  uncertain: { word: "Uncertain", symbol: "?" },
};

/** Worst first. */
export const verdictOrder = ["unsafe", "uncertain", "safe"];

const qualities = {
  1: "passed",
  2: "not checked",
  3: "suspect",
  4: "failed",
  9: "no value",
};

export const qualityInWords = quality => qualities[quality] ?? `flag ${quality}`;

const reasons = {
  "no-answer": "the sensor did not answer",
  "fault": "the electrode is open, shorted or dead",
  "pump-no-answer": "a pump did not answer",
  "no-temperature": "the water temperature that it needs is missing",
  "untreated": "measured without the reagent that frees bound fluoride, so it may be higher",
  "sensor-range": "outside what the sensor can measure",
  "user-range": "outside what is expected of this water",
  "potentiostat-no-answer": "the arsenic analyser did not answer",
  "no-standard-response": "the arsenic analyser did not see the standard that was added",
  "bad-calibration": "the calibration cannot be used; calibrate again",
  "uncalibrated": "never calibrated; calibrate it before relying on it",
  "unstable": "the sensor did not settle",
  "calibration-old": "the calibration is getting old; calibrate soon",
  "calibration-expired": "the calibration is too old; calibrate again",
  "spike": "stands out from the values before it",
  "rate-of-change": "changed faster than water does",
  "flat-line": "has not changed for too long; the sensor may be stuck",
  "blank": "the blank was too high; the cell or a reagent is contaminated",
  "saturation": "the arsenic electrode is saturated",
  "copper": "copper disturbs the arsenic measurement",
  "recovery": "the standard that was added was not found again in full",
  "duplicates": "two runs of the same water differ too much",
  "linearity": "the additions of standard do not lie on a line",
  "slope-history": "the sensitivity has changed since the runs before",
  "software-fault": "the station's program failed here; tell its makers",
  "temperature-range": "the water is too cold or too warm for the calculation",
  "verdict-contradicted": "the station called it safe, but its value and uncertainty do not show that",
  "unknown-limit-set": "the station called it safe by limits that this program does not know",
  "limit-unverified": "the station called it safe, but its standard has no confirmed limit for it here",
  "clock-derived": "its clock was not set: the time was worked out afterwards",
};

/** A code that this page does not know is shown as it is, rather than hidden. */
export const reasonInWords = code => reasons[code] ?? code;

const samplePoints = { raw: "Raw water", treated: "Treated water", maintenance: "Maintenance" };

export const samplePointInWords = point => samplePoints[point] ?? `Tap: ${point}`;

/** Seconds as "5 min ago". */
export function ageInWords(seconds) {
  if (seconds === null || seconds === undefined) return "time not known";
  if (seconds < -60) return `${span(-seconds)} in the future`;
  return seconds < 10 ? "just now" : `${span(seconds)} ago`;
}

/** The age of a reading or a station, and why it is not relied on when it is stale. */
export function ageAndTrust({ ageSeconds, stale }) {
  if (!stale || !Number.isFinite(ageSeconds)) return ageInWords(ageSeconds);
  return ageSeconds < 0 ? `${ageInWords(ageSeconds)} – ${clockAhead}` : `${ageInWords(ageSeconds)}, too old`;
}

/** What is wrong with a reading from the future. */
export const clockAhead = "its clock is ahead: time not to be trusted";

function span(seconds) {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86400)} days`;
}

export const count = (number, one, many = one + "s") => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** Bytes by powers of 1,000. */
export function sizeInWords(bytes) {
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(0)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** A time as this reader's clock shows it. */
export const localTime = iso => new Date(iso).toLocaleString([], { dateStyle: "medium", timeStyle: "medium" });

/** Value and expanded uncertainty (k = 2, about 95 %) of a reading: { value, spread, unit }. */
export function measured(reading) {
  const unit = reading.unit === "pH" ? "" : reading.unit;
  if (reading.value === null) return { value: "–", spread: "", unit: "" };
  if (reading.belowLod) {
    return reading.lod === null
      ? { value: "not detected", spread: "", unit: "" }
      : { value: `< ${fixed(reading.lod, reading.decimals)}`, spread: "", unit };
  }
  const expanded = reading.uncertainty === null ? "" : `± ${roundedUp(2 * reading.uncertainty, reading.decimals)}`;
  return { value: fixed(reading.value, reading.decimals), spread: expanded, unit };
}

function fixed(number, decimals) {
  const text = decimals === null ? String(number) : number.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

/** Up, because an uncertainty must not be understated. */
function roundedUp(number, decimals) {
  if (decimals === null) return String(Number(number.toPrecision(2)));
  const scale = 10 ** decimals;
  return (Math.ceil(number * scale - 1e-6) / scale).toFixed(decimals);
}

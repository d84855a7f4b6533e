// Days and pixels: the axis, dates as people write them, the colours of the theme. Days count from 1970-01-01, UTC.

const DAY = 86400000;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const TICK_ROOM = { d: 84, m: 84, y: 52 }; // pixels that a label of the axis needs

function dayOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day); // Date.UTC takes the years 0 to 99 for 1900 to 1999
  return Math.round(date.getTime() / DAY);
}

function partsOf(day) {
  const date = new Date(day * DAY);
  return { y: date.getUTCFullYear(), m: date.getUTCMonth(), d: date.getUTCDate() };
}

function longDay(day) {
  const { y, m, d } = partsOf(day);
  return `${d} ${MONTHS[m]} ${y}`;
}

// The days of a mark as people write them: as much of the date as is known.
function datesInWords(start, end, precision) {
  const a = partsOf(start);
  if (start === end) return longDay(start);
  if (precision === "month") return `${MONTHS[a.m]} ${a.y}`;
  if (precision === "year") return `${a.y}`;
  if (precision === "quarter") return `${["First", "Second", "Third", "Fourth"][Math.floor(a.m / 3)]} quarter of ${a.y}`;
  if (precision === "week") return `Week of ${longDay(start)}`;
  if (precision === "decade") return `${a.y}s`;
  const [b, after] = [partsOf(end), partsOf(end + 1)];
  if (a.d === 1 && a.m === 0 && after.d === 1 && after.m === 0) return `${a.y} to ${b.y}`;
  if (a.d === 1 && after.d === 1) return `${MONTHS[a.m]} ${a.y} to ${MONTHS[b.m]} ${b.y}`;
  return `${longDay(start)} to ${longDay(end)}`;
}

const STEPS = [
  ["d", 1], ["d", 2], ["d", 7], ["m", 1], ["m", 3], ["y", 1], ["y", 2], ["y", 5], ["y", 10], ["y", 20], ["y", 50], ["y", 100], ["y", 500],
];
const UNIT_DAYS = { d: 1, m: 30.4, y: 365.25 };

// Ticks between two days: [day, label, whether a year begins there]. The first label always names its year.
function ticksBetween(from, to, pixels) {
  const [unit, step] = STEPS.find(([u, n]) => (UNIT_DAYS[u] * n * pixels) / (to - from) >= TICK_ROOM[u]) || STEPS[STEPS.length - 1];
  const days = unit === "d" ? daySteps(from, to, step) : unit === "m" ? monthSteps(from, to, step) : yearSteps(from, to, step);
  return days.map((day, k) => [day, tickLabel(day, unit, k === 0), partsOf(day).m === 0 && partsOf(day).d === 1]);
}

function daySteps(from, to, step) {
  const out = [];
  const shift = step === 7 ? 4 : 0; // 1970-01-05 was a Monday
  for (let day = Math.ceil((from - shift) / step) * step + shift; day <= to; day += step) out.push(day);
  return out;
}

function monthSteps(from, to, step) {
  const out = [];
  const a = partsOf(Math.floor(from));
  for (let k = Math.floor(a.m / step) * step; out.length < 400; k += step) {
    const day = dayOf(a.y, k, 1);
    if (day > to) break;
    if (day >= from) out.push(day);
  }
  return out;
}

function yearSteps(from, to, step) {
  const out = [];
  for (let y = Math.ceil(partsOf(Math.floor(from)).y / step) * step; out.length < 400; y += step) {
    const day = dayOf(y, 0, 1);
    if (day > to) break;
    if (day >= from) out.push(day);
  }
  return out;
}

function tickLabel(day, unit, first) {
  const { y, m, d } = partsOf(day);
  if (unit === "y") return `${y}`;
  const month = MONTHS[m].slice(0, 3);
  if (unit === "m") return m === 0 || first ? `${month} ${y}` : month;
  return first || (m === 0 && d < 8) ? `${d} ${month} ${y}` : `${d} ${month}`;
}

const PAPER = { text: "#1b2430", back: "#ffffff", line: "#d5dbe3", main: "#0b5fa5", dark: false };

function themeOf(root) {
  const css = getComputedStyle(root);
  const read = (name, other) => css.getPropertyValue(name).trim() || other;
  if (matchMedia("print").matches) return { ...PAPER, font: read("--st-font", "sans-serif") };
  const back = read("--st-background-color", "#ffffff");
  return {
    text: read("--st-text-color", "#1b2430"),
    back,
    line: read("--st-border-color", "#d5dbe3"),
    main: read("--st-primary-color", "#0b5fa5"),
    font: read("--st-font", "sans-serif"),
    dark: brightness(back) < 110,
  };
}

function brightness(color) {
  const parts = color.startsWith("#") ? [1, 3, 5].map((k) => parseInt(color.slice(k, k + 2), 16)) : (color.match(/\d+/g) || [255, 255, 255]).map(Number);
  return (parts[0] * 2 + parts[1] * 5 + parts[2]) / 8;
}

function withAlpha(hex, alpha) {
  return hex + Math.round(alpha * 255).toString(16).padStart(2, "0");
}

// From the data that the server sends to marks in lanes and sub-rows.

const ROW = 19; // height of a sub-row
const LANE_PAD = 5;
const MAX_ROWS = 4;
const FEW = 250; // marks up to which a lane may have more sub-rows, so that more titles have room
const MAX_ROWS_FEW = 7;
const DOT = 5; // radius
const LABEL_MAX = 190;
const CROWDED = 4; // pixels a mark; a lane with less becomes a histogram
const SIGNS = { fading: 1, conflict: 2, openStart: 4, openEnd: 8, reported: 16 };

async function inflate(text) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
}

// The data as the server made it before it was packed.
async function unpacked(data) {
  const whole = { ...data, titles: JSON.parse(new TextDecoder().decode(await inflate(data.titles))) };
  if (data.bins) whole.bins = { ...data.bins, cells: new Int32Array(await inflate(data.bins.cells)) };
  else whole.marks = new Int32Array(await inflate(data.marks));
  return whole;
}

// One column after another: event, lane, start, end, what (type | status << 5 | precision << 9 | signs << 13).
function readMarks(data) {
  const all = data.marks;
  const n = all.length / 5;
  const column = (k) => all.subarray(k * n, (k + 1) * n);
  return { n, event: column(0), lane: column(1), start: column(2), end: column(3), what: column(4) };
}

// Sparse counts: lane, bin, family, count, four numbers a cell.
function readBins(data) {
  const all = data.bins.cells;
  const lanes = data.lanes.map(() => []);
  for (let k = 0; k < all.length; k += 4) lanes[all[k]].push([all[k + 1], all[k + 2], all[k + 3]]);
  return lanes;
}

function makeLanes(data, marks) {
  const lanes = data.lanes.map((lane) => ({ ...lane, of: [], longest: 0, rows: 1, y: 0, height: 0 }));
  for (let i = 0; i < marks.n; i++) {
    const lane = lanes[marks.lane[i]];
    lane.of.push(i);
    lane.longest = Math.max(lane.longest, marks.end[i] - marks.start[i]);
  }
  for (const lane of lanes) lane.of.sort((p, q) => marks.start[p] - marks.start[q] || marks.end[p] - marks.end[q] || p - q);
  return lanes;
}

// First position in `lane.of` whose mark starts on or after `day`.
function firstFrom(lane, marks, day) {
  let low = 0;
  let high = lane.of.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks.start[lane.of[middle]] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function visibleSlice(view, lane) {
  return [firstFrom(lane, view.marks, view.v0 - lane.longest - 1), firstFrom(lane, view.marks, view.v1 + 1)];
}

function xOf(view, day) {
  return view.gutter + ((day - view.v0) / (view.v1 - view.v0)) * (view.width - view.gutter);
}

function dayAt(view, x) {
  return view.v0 + ((x - view.gutter) / (view.width - view.gutter)) * (view.v1 - view.v0);
}

// Sub-rows for the marks of a lane that are in view: places with room for the title first, then without.
function packLane(view, lane, maxRows) {
  const [from, to] = visibleSlice(view, lane);
  const ends = new Array(maxRows).fill(-1e9);
  const full = new Array(maxRows).fill(-1e9);
  const placed = [];
  for (let k = from; k < to; k++) {
    const i = lane.of[k];
    const spot = place(view, i);
    if (spot.right < view.gutter) continue;
    const label = Math.min(LABEL_MAX, labelWidth(view, i));
    let row = full.findIndex((end) => end <= spot.left - 4);
    if (row < 0) row = ends.findIndex((end) => end <= spot.left - 1);
    if (row < 0) row = ends.indexOf(Math.min(...ends));
    ends[row] = spot.right;
    full[row] = Math.max(full[row], spot.right + label + 8);
    placed.push({ i, row, ...spot, room: 0 });
  }
  const next = new Array(maxRows).fill(view.width);
  for (let k = placed.length - 1; k >= 0; k--) {
    const p = placed[k];
    p.room = next[p.row] - p.right - 8;
    next[p.row] = p.left;
  }
  return placed;
}

function place(view, i) {
  const left = xOf(view, view.marks.start[i]);
  const right = xOf(view, view.marks.end[i] + 1);
  if (view.marks.start[i] === view.marks.end[i] || right - left < 2 * DOT + 2) {
    const middle = (left + right) / 2;
    return { left: middle - DOT, right: middle + DOT, dot: true };
  }
  return { left, right, dot: false };
}

function labelWidth(view, i) {
  const title = view.data.titles && view.data.titles[view.marks.event[i]];
  if (!title) return 0;
  if (!view.widths.has(title)) {
    const g = view.lanesCanvas.getContext("2d");
    g.font = `12px ${view.theme.font}`;
    view.widths.set(title, g.measureText(title.slice(0, 60)).width);
  }
  return view.widths.get(title);
}

// Heights are settled once for a set of data, on the first window, so that lanes do not jump while zooming.
function settleLanes(view) {
  const [v0, v1] = [view.v0, view.v1];
  [view.v0, view.v1] = view.whole;
  const most = view.marks.n < FEW ? MAX_ROWS_FEW : MAX_ROWS;
  let y = 0;
  for (const lane of view.lanes) {
    lane.rows = isCrowded(view, lane) ? 2 : packLane(view, lane, most).reduce((most, p) => Math.max(most, p.row + 1), 1);
    lane.head = view.gutter ? 0 : 15;
    lane.y = y;
    lane.height = lane.head + lane.rows * ROW + 2 * LANE_PAD;
    y += lane.height;
  }
  view.height = Math.max(y, 40);
  [view.v0, view.v1] = [v0, v1];
}

function isCrowded(view, lane) {
  const [from, to] = visibleSlice(view, lane);
  return view.bins !== null || to - from > (view.width - view.gutter) / CROWDED;
}

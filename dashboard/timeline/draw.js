// Draws the lanes, the axis, the minimap and the legend; keeps what a pointer can hit.

const AXIS = 26;
const MINI = 40;
const BIN = 5; // pixels of a histogram bar

function sizeCanvas(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.height = `${height}px`;
  const g = canvas.getContext("2d");
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  g.textBaseline = "middle";
  return g;
}

function cleared(canvas, width, height, back) {
  const g = canvas.getContext("2d");
  const ratio = window.devicePixelRatio || 1;
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  g.fillStyle = back;
  g.fillRect(0, 0, width, height);
  g.textBaseline = "middle";
  return g;
}

function draw(view) {
  const begun = performance.now();
  view.hits = [];
  view.ticks = ticksBetween(view.v0, view.v1, view.width - view.gutter);
  drawTop(view);
  drawLanes(view);
  view.root.dataset.draw = (performance.now() - begun).toFixed(1);
  view.root.dataset.from = Math.floor(view.v0);
  view.root.dataset.to = Math.ceil(view.v1);
}

function drawLanes(view) {
  const { theme, width, height } = view;
  const g = cleared(view.lanesCanvas, width, height, theme.back);
  view.lanes.forEach((lane, k) => {
    if (k % 2) return;
    g.fillStyle = withAlpha(theme.text, 0.04);
    g.fillRect(0, lane.y, width, lane.height);
  });
  drawGrid(view, g);
  g.save();
  g.beginPath();
  g.rect(view.gutter, 0, width - view.gutter, height);
  g.clip();
  for (const lane of view.lanes) {
    if (view.bins) drawBins(view, g, lane);
    else if (isCrowded(view, lane)) drawHistogram(view, g, lane);
    else drawMarks(view, g, lane);
  }
  g.restore();
  view.lanes.forEach((lane) => drawLaneName(view, g, lane));
}

function drawGrid(view, g) {
  for (const [day, , year] of view.ticks) {
    g.fillStyle = withAlpha(view.theme.text, year ? 0.15 : 0.08);
    g.fillRect(Math.round(xOf(view, day)), 0, 1, view.height);
  }
}

function drawLaneName(view, g, lane) {
  const room = (view.gutter || view.width) - 46;
  const y = view.gutter ? lane.y + lane.height / 2 : lane.y + 10;
  g.fillStyle = view.theme.text;
  g.font = `600 12.5px ${view.theme.font}`;
  const name = clipped(g, lane.short && g.measureText(lane.name).width > room ? lane.short : lane.name, room);
  g.fillText(name, 8, y);
  const at = view.gutter ? view.gutter - 12 : 14 + g.measureText(name).width;
  g.font = `11.5px ${view.theme.font}`;
  g.fillStyle = withAlpha(view.theme.text, 0.72);
  g.textAlign = view.gutter ? "right" : "left";
  g.fillText(lane.count.toLocaleString("en"), at, y);
  g.textAlign = "left";
}

function clipped(g, text, room) {
  if (g.measureText(text).width <= room) return text;
  let size = Math.max(1, Math.floor((text.length * room) / g.measureText(text).width));
  while (size > 1 && g.measureText(`${text.slice(0, size)}…`).width > room) size--;
  return `${text.slice(0, size).trimEnd()}…`;
}

function lookOf(view, i) {
  const what = view.marks.what[i];
  const { theme, data } = view;
  const family = data.families[data.types[what & 31].family];
  return {
    color: theme.dark ? family.dark : family.light, back: theme.back, text: theme.text, dark: theme.dark,
    shape: SHAPES[data.statuses[(what >> 5) & 15].key], signs: what >> 13,
  };
}

function drawMarks(view, g, lane) {
  for (const p of packLane(view, lane, lane.rows)) {
    const y = lane.y + lane.head + LANE_PAD + (p.row + 0.5) * ROW;
    const look = lookOf(view, p.i);
    const event = view.marks.event[p.i];
    if (event === view.open || p.i === view.hover || p.i === view.focus) drawRing(g, p, y, view, event === view.open);
    if (p.dot) drawDot(g, (p.left + p.right) / 2, y, DOT, look);
    else drawBar(g, Math.max(p.left, view.gutter - 20), Math.min(p.right, view.width + 20), y, look);
    drawSigns(g, p.left, p.right, y, look);
    drawTitle(view, g, p, y, look);
    view.hits.push({ left: p.left - 3, right: p.right + 3, top: y - ROW / 2, bottom: y + ROW / 2, i: p.i });
  }
}

function drawRing(g, p, y, view, selected) {
  g.fillStyle = withAlpha(view.theme.main, selected ? 0.3 : 0.16);
  g.strokeStyle = view.theme.main;
  g.lineWidth = selected ? 2 : 1;
  g.beginPath();
  g.roundRect(p.left - 4, y - 9, p.right - p.left + 8, 18, 9);
  g.fill();
  g.stroke();
}

function drawTitle(view, g, p, y, look) {
  const title = view.data.titles && view.data.titles[view.marks.event[p.i]];
  const shift = (look.signs & SIGNS.openEnd ? 8 : 0) + (look.signs & SIGNS.conflict ? 12 : 0);
  const room = Math.min(p.room - shift, view.width - p.right - 8 - shift);
  if (title && room < 44 && !p.dot && look.shape !== "full" && look.shape !== "half") drawTitleInside(view, g, p, y, title);
  if (!title || room < 44) return;
  g.font = `12px ${view.theme.font}`;
  g.fillStyle = view.theme.text;
  g.fillText(clipped(g, title.slice(0, 120), Math.min(room, LABEL_MAX * 2)), p.right + 5 + shift, y + 0.5);
}

// A hollow bar has room for its title when there is none behind it.
function drawTitleInside(view, g, p, y, title) {
  const left = Math.max(p.left, view.gutter) + 6;
  const room = Math.min(p.right, view.width) - 6 - left;
  if (room < 44) return;
  g.font = `11px ${view.theme.font}`;
  g.fillStyle = view.theme.text;
  g.fillText(clipped(g, title.slice(0, 160), room), left, y + 0.5);
}

// Too many marks for dots: how many a few pixels hold, stacked by kind of event, each lane on its own scale.
function drawHistogram(view, g, lane) {
  const { marks, data } = view;
  const [from, to] = visibleSlice(view, lane);
  const cells = new Map();
  for (let k = from; k < to; k++) {
    const i = lane.of[k];
    const bin = Math.floor((xOf(view, marks.start[i]) - view.gutter) / BIN);
    if (bin < 0) continue;
    const key = bin * 16 + data.types[marks.what[i] & 31].family;
    cells.set(key, (cells.get(key) || 0) + 1);
  }
  const list = [...cells].sort((p, q) => p[0] - q[0]).map(([key, count]) => [view.gutter + (key >> 4) * BIN, BIN, key & 15, count]);
  drawStacks(view, g, lane, list);
}

function drawBins(view, g, lane) {
  const { start, width } = view.data.bins;
  const one = xOf(view, start + width) - xOf(view, start);
  const wide = Math.max(1, Math.ceil(BIN / one)); // so many of the server's bins make a bar that can be seen
  const cells = new Map();
  for (const [bin, family, count] of lane.cells) {
    const key = Math.floor(bin / wide) * 16 + family;
    cells.set(key, (cells.get(key) || 0) + count);
  }
  const list = [...cells].map(([key, count]) => [xOf(view, start + (key >> 4) * wide * width), one * wide, key & 15, count]);
  drawStacks(view, g, lane, list.filter(([left, tall]) => left + tall > view.gutter && left < view.width));
}

function drawStacks(view, g, lane, list) {
  const sums = new Map();
  for (const [left, , , count] of list) sums.set(left, (sums.get(left) || 0) + count);
  const most = Math.max(1, ...sums.values());
  const room = lane.height - lane.head - 6;
  const base = lane.y + lane.height - 3;
  const heaped = new Map();
  for (const [left, width, family, count] of list) {
    const under = heaped.get(left) || 0;
    const color = view.data.families[family];
    g.fillStyle = view.theme.dark ? color.dark : color.light;
    const tall = Math.max(0.8, (count / most) * room);
    g.fillRect(left, base - under - tall, Math.max(1, width - 0.8), tall);
    heaped.set(left, under + (count / most) * room);
  }
  for (const [left, sum] of sums) view.hits.push({ left, right: left + list[0][1], top: lane.y, bottom: base, sum, lane });
}

function drawTop(view) {
  const { theme, width } = view;
  const g = cleared(view.topCanvas, width, MINI + AXIS, theme.back);
  const [d0, d1] = view.span;
  const toX = (day) => view.gutter + ((day - d0) / (d1 - d0)) * (width - view.gutter);
  g.fillStyle = withAlpha(theme.text, 0.05);
  g.fillRect(view.gutter, 0, width - view.gutter, MINI);
  const most = Math.max(1, ...view.overview);
  const step = (width - view.gutter) / view.overview.length;
  g.fillStyle = withAlpha(theme.text, 0.42);
  view.overview.forEach((count, k) => {
    const tall = count && Math.max(1.5, (Math.sqrt(count / most)) * (MINI - 8));
    g.fillRect(view.gutter + k * step, MINI - 2 - tall, Math.max(1, step - 0.6), tall);
  });
  const left = Math.max(view.gutter, toX(view.v0));
  const right = Math.min(width, toX(view.v1));
  g.fillStyle = withAlpha(theme.main, 0.14);
  g.fillRect(left, 0, right - left, MINI);
  g.fillStyle = theme.main;
  for (const x of [left, right - 3]) g.fillRect(x, 0, 3, MINI);
  drawAxis(view, g);
}

function drawAxis(view, g) {
  g.font = `12px ${view.theme.font}`;
  let free = -1e9;
  for (const [day, label, year] of view.ticks) {
    const x = xOf(view, day);
    g.fillStyle = withAlpha(view.theme.text, year ? 0.4 : 0.2);
    g.fillRect(Math.round(x), MINI + AXIS - 6, 1, 6);
    const room = g.measureText(label).width;
    if (x < free || x + room > view.width) continue;
    g.fillStyle = withAlpha(view.theme.text, 0.85);
    g.fillText(label, x + 4, MINI + AXIS / 2);
    free = x + room + 14;
  }
  if (view.gutter) {
    g.fillStyle = withAlpha(view.theme.text, 0.72);
    g.fillText(view.data.by, 8, MINI + AXIS / 2);
  }
}

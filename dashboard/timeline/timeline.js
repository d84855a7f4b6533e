// The lane timeline: keeps one view for each place on the page, and draws it again only when data, size or theme change.

const VIEWS = new WeakMap();
const LISTED = 200; // marks in the list for screen readers
const SETTLE = 250; // milliseconds after the last move before the server hears of a window
const BINS_OVERVIEW = 220;

function makeView(root) {
  const find = (name) => root.querySelector(name);
  const view = {
    root, topCanvas: find(".top"), lanesCanvas: find(".lanes"), stage: find(".stage"), tip: find(".tip"), live: find(".live"), seen: find(".seen"),
    looks: find(".looks"), legend: find(".legend"), buttons: { in: find(".in"), out: find(".out"), fit: find(".fit"), use: find(".use") },
    widths: new Map(), hits: [], hover: -1, focus: -1, rev: "", scope: "", width: 0, height: 0, frame: 0, lanes: [], bins: null, overview: [],
  };
  const hear = () => (root.isConnected ? showOpen(view) : window.removeEventListener("dateline-open", hear));
  window.addEventListener("dateline-open", hear);
  bindLooks(view);
  bindLanes(view);
  bindTop(view);
  bindKeys(view);
  new ResizeObserver(() => view.data && root.clientWidth !== view.width && resize(view)).observe(root);
  matchMedia("print").addEventListener("change", () => view.data && resize(view));
  view.stage.addEventListener("scroll", () => tellMore(view));
  root.addEventListener("transitionend", (event) => event.target === root && view.data && resize(view));
  return view;
}

function showOpen(view) {
  view.open = window.datelineOpen?.n;
  if (view.data) askDraw(view);
}

function load(view, data) {
  const begun = performance.now();
  for (const [name, values] of Object.entries(data.looks)) {
    const options = values.map(([value, label, on]) => Object.assign(document.createElement("option"), { value, textContent: label, selected: on }));
    view.looks.querySelector(`[name=${name}]`).replaceChildren(...options);
  }
  const fresh = view.scope !== data.scope;
  Object.assign(view, { data, scope: data.scope, hover: -1, focus: -1, span: data.span, open: window.datelineOpen?.n });
  view.bins = data.bins || null;
  view.marks = view.bins ? { n: 0, event: [], lane: [], start: [], end: [], what: [] } : readMarks(data);
  view.lanes = makeLanes(data, view.marks);
  if (view.bins) readBins(data).forEach((cells, k) => { view.lanes[k].cells = cells; });
  view.overview = data.overview || countOverview(view);
  view.whole = busyWindow(view);
  if (fresh) [view.v0, view.v1] = data.window || view.whole;
  resize(view);
  tellWindow(view);
  view.root.dataset.marks = view.bins ? "bins" : view.marks.n;
  view.root.dataset.ready = (performance.now() - begun).toFixed(1);
}

// Where nearly all marks are, when a few far ones would press them together; else the whole span.
function busyWindow(view) {
  const { marks, span } = view;
  const room = span[1] - span[0];
  if (marks.n < 8) return span;
  const starts = Array.from(marks.start).sort((p, q) => p - q);
  const ends = Array.from(marks.end).sort((p, q) => p - q);
  const [low, high] = [starts[Math.floor(marks.n * 0.03)], ends[Math.ceil(marks.n * 0.97) - 1]];
  if (high - low > room * 0.6) return span;
  const size = Math.max(high - low, SHORTEST);
  return [Math.max(span[0], low - size * 0.06), Math.min(span[1] + size * 0.1, high + size * 0.14)];
}

function resize(view) {
  view.theme = themeOf(view.root);
  view.width = view.root.clientWidth;
  view.gutter = view.width < 560 ? 0 : Math.min(190, Math.round(view.width * 0.2));
  if (!view.width) return;
  settleLanes(view);
  sizeCanvas(view.topCanvas, view.width, MINI + AXIS);
  sizeCanvas(view.lanesCanvas, view.width, view.height);
  drawLegend(view);
  draw(view);
  listSeen(view);
  tellMore(view);
}

// The foot fades while there are lanes below it.
function tellMore(view) {
  view.stage.toggleAttribute("data-more", view.stage.scrollTop + view.stage.clientHeight < view.stage.scrollHeight - 4);
}

function countOverview(view) {
  const [d0, d1] = view.span;
  const counts = new Array(BINS_OVERVIEW).fill(0);
  for (let i = 0; i < view.marks.n; i++) {
    counts[Math.min(BINS_OVERVIEW - 1, Math.max(0, Math.floor(((dayCounted(view.marks, i) - d0) / (d1 - d0)) * BINS_OVERVIEW)))]++;
  }
  return counts;
}

// As the server counts: one known less well than to the day stands somewhere in its days.
function dayCounted(marks, i) {
  return marks.start[i] + (marks.event[i] % Math.max(1, Math.round(marks.end[i] - marks.start[i])));
}

function askDraw(view) {
  if (view.frame) return;
  view.frame = requestAnimationFrame(() => {
    view.frame = 0;
    draw(view);
    clearTimeout(view.listing);
    view.listing = setTimeout(() => listSeen(view), 120);
  });
}

// The server hears of the window only when it holds finer marks for it.
function tellWindow(view) {
  const whole = view.v0 <= view.span[0] && view.v1 >= view.span[1];
  view.buttons.use.hidden = whole || (Math.abs(view.v0 - view.whole[0]) < 1 && Math.abs(view.v1 - view.whole[1]) < 1);
  if (!view.data.binned) return;
  clearTimeout(view.telling);
  view.telling = setTimeout(() => view.send.window(whole ? null : [Math.floor(view.v0), Math.ceil(view.v1)]), SETTLE);
}

function wordsFor(view, i) {
  const { marks, data } = view;
  const what = marks.what[i];
  const signs = what >> 13;
  const notes = [];
  if (signs & SIGNS.conflict) notes.push("the words disagree about the date");
  if (signs & SIGNS.openEnd) notes.push("goes on after these days");
  if (signs & SIGNS.openStart) notes.push("began before these days");
  if (signs & SIGNS.reported) notes.push("dated by its article");
  return {
    title: (data.titles && data.titles[marks.event[i]]) || "Click to see this event",
    when: datesInWords(marks.start[i], marks.end[i], data.precisions[(what >> 9) & 15]),
    what: `${data.types[what & 31].name} · ${data.statuses[(what >> 5) & 15].name}`,
    notes: notes.join("; "),
  };
}

function sentenceFor(view, i) {
  const { title, when, what, notes } = wordsFor(view, i);
  return `${when}: ${title}. ${what}${notes ? `, ${notes}` : ""}`;
}

function listSeen(view) {
  const shown = view.hits.filter((hit) => hit.i !== undefined).slice(0, LISTED);
  const items = shown.map((hit) => {
    const item = document.createElement("li");
    item.textContent = sentenceFor(view, hit.i);
    item.dataset.event = view.marks.event[hit.i];
    item.dataset.x = Math.round((hit.left + hit.right) / 2);
    item.dataset.y = Math.round((hit.top + hit.bottom) / 2);
    return item;
  });
  view.seen.replaceChildren(...items);
}

function pointAt(view, event) {
  const hit = hitAt(view, event);
  view.lanesCanvas.classList.toggle("on", Boolean(hit));
  const i = hit && hit.i !== undefined ? hit.i : -1;
  const box = view.root.getBoundingClientRect();
  if (hit && hit.sum !== undefined) showText(view, `${hit.sum.toLocaleString("en")} events`, `${hit.lane.name}. Click to look closer.`, event, box);
  else if (i < 0) hideTip(view);
  if (i === view.hover) return;
  view.hover = i;
  askDraw(view);
  if (i >= 0) showTip(view, i, event.clientX - box.left, hit.bottom - view.stage.scrollTop);
}

function showTip(view, i, x, y) {
  const { title, when, what, notes } = wordsFor(view, i);
  fillTip(view, [["b", title], ["span", when], ["span", what], ["span", notes, "sign"]]);
  placeTip(view, x, y + view.stage.offsetTop + 6);
}

function showText(view, title, text, event, box) {
  fillTip(view, [["b", title], ["span", text]]);
  placeTip(view, event.clientX - box.left, event.clientY - box.top + 14);
}

function fillTip(view, lines) {
  const parts = lines.filter(([, text]) => text).map(([tag, text, name]) => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (name) element.className = name;
    return element;
  });
  view.tip.replaceChildren(...parts);
  view.tip.hidden = false;
}

function placeTip(view, x, y) {
  view.tip.style.left = `${Math.max(0, Math.min(x + 10, view.width - view.tip.offsetWidth - 4))}px`;
  view.tip.style.top = `${y}px`;
}

function hideTip(view) {
  view.tip.hidden = true;
  view.hover = -1;
}

// Only what is on the timeline: its kinds of events, its shapes, its signs.
function drawLegend(view) {
  if (!view.theme) return;
  const { data, marks, theme } = view;
  const used = new Set(data.used || []);
  const shapes = new Set();
  let signs = 0;
  for (let i = 0; i < marks.n; i++) {
    used.add(data.types[marks.what[i] & 31].family);
    shapes.add((marks.what[i] >> 5) & 15);
    signs |= marks.what[i] >> 13;
  }
  const items = data.families.map((f, k) => [f.name, (g) => swatch(g, theme.dark ? f.dark : f.light), used.has(k)]);
  const plain = { color: theme.text, back: theme.back, text: theme.text, dark: theme.dark, signs: 0 };
  const seenShapes = new Set();
  data.statuses.forEach((s, k) => {
    const shape = SHAPES[s.key];
    if (shape === "full" || !shapes.has(k) || seenShapes.has(shape)) return;
    seenShapes.add(shape);
    items.push([s.legend, (g) => drawDot(g, 11, 7, 4.5, { ...plain, shape }), true]);
  });
  const sign = (bit) => (g) => { drawBar(g, 2, 17, 7, { ...plain, shape: "full", signs: bit }); drawSigns(g, 2, 16, 7, { ...plain, signs: bit }); };
  items.push(["some time in these days", sign(SIGNS.fading), signs & SIGNS.fading], ["disputed date", (g) => drawConflict(g, 11, 7, { ...plain, signs: 0 }), signs & SIGNS.conflict]);
  items.push(["open end", sign(SIGNS.openEnd), signs & (SIGNS.openEnd | SIGNS.openStart)]);
  view.legend.replaceChildren(...items.filter(([, , on]) => on).map(([name, paint]) => legendItem(name, paint)));
}

function swatch(g, color) {
  g.fillStyle = color;
  g.beginPath();
  g.arc(11, 7, 5, 0, 7);
  g.fill();
}

function legendItem(name, paint) {
  const item = document.createElement("li");
  const canvas = document.createElement("canvas");
  canvas.width = 44;
  canvas.height = 28;
  const g = canvas.getContext("2d");
  g.scale(2, 2);
  paint(g);
  item.append(canvas, document.createTextNode(name));
  return item;
}

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component;
  const root = parentElement.querySelector(".timeline");
  if (!VIEWS.has(root)) VIEWS.set(root, makeView(root));
  const view = VIEWS.get(root);
  view.send = {
    open: (event) => setTriggerValue("opened", event),
    range: (days) => setTriggerValue("range", days),
    window: (days) => setStateValue("window", days),
    look: (look) => setTriggerValue("look", look),
  };
  if (view.rev !== data.rev) {
    view.rev = data.rev;
    unpacked(data).then((whole) => view.rev === data.rev && load(view, whole));
  }
}

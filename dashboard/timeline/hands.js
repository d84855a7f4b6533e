// What pointer, wheel and keyboard do.

const SHORTEST = 5; // days that the window can shrink to
const DRAG = 4; // pixels before a press is a drag

function setWindow(view, v0, v1) {
  const [d0, d1] = view.span;
  const size = Math.min(Math.max(v1 - v0, SHORTEST), (d1 - d0) * 1.1);
  const middle = Math.min(Math.max((v0 + v1) / 2, d0), d1);
  view.v0 = middle - size / 2;
  view.v1 = middle + size / 2;
  askDraw(view);
  tellWindow(view);
}

function zoomAt(view, day, factor) {
  setWindow(view, day - (day - view.v0) * factor, day + (view.v1 - day) * factor);
}

function glide(view, v0, v1) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return setWindow(view, v0, v1);
  const [a, b, begun] = [view.v0, view.v1, performance.now()];
  const step = (now) => {
    const t = Math.min(1, (now - begun) / 180);
    const eased = 1 - (1 - t) ** 3;
    setWindow(view, a + (v0 - a) * eased, b + (v1 - b) * eased);
    if (t < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

function hitAt(view, event) {
  const box = view.lanesCanvas.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  let best = null;
  for (const hit of view.hits) {
    if (x >= hit.left && x <= hit.right && y >= hit.top && y <= hit.bottom) best = hit;
  }
  return best;
}

function bindLanes(view) {
  const canvas = view.lanesCanvas;
  const touches = new Map();
  let drag = null;
  let pinch = 0;
  canvas.addEventListener("wheel", (event) => {
    const x = event.clientX - canvas.getBoundingClientRect().left;
    if (x < view.gutter) return; // over the names the page scrolls
    event.preventDefault();
    const size = view.v1 - view.v0;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) setWindow(view, view.v0 + (event.deltaX / view.width) * size, view.v1 + (event.deltaX / view.width) * size);
    else zoomAt(view, dayAt(view, x), Math.exp(Math.max(-120, Math.min(120, event.deltaY)) * 0.0022));
  }, { passive: false });
  canvas.addEventListener("pointerdown", (event) => {
    touches.set(event.pointerId, event.clientX);
    drag = { x: event.clientX, v0: view.v0, v1: view.v1, moved: 0, brush: event.shiftKey };
    pinch = 0;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (touches.has(event.pointerId)) touches.set(event.pointerId, event.clientX);
    if (touches.size === 2) {
      const [p, q] = [...touches.values()];
      const gap = Math.max(20, Math.abs(p - q));
      if (pinch) zoomAt(view, dayAt(view, (p + q) / 2 - canvas.getBoundingClientRect().left), pinch / gap);
      pinch = gap;
    } else if (drag) dragTo(view, drag, event.clientX);
    else pointAt(view, event);
  });
  const release = (event) => {
    touches.delete(event.pointerId);
    if (drag && drag.moved < DRAG && event.type === "pointerup") openHit(view, hitAt(view, event));
    else if (drag && drag.brush && drag.moved >= DRAG) brushTo(view, drag, event.clientX);
    drag = null;
    canvas.classList.remove("dragging");
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", () => hideTip(view));
  canvas.addEventListener("dblclick", (event) => zoomAt(view, dayAt(view, event.clientX - canvas.getBoundingClientRect().left), 0.4));
}

function dragTo(view, drag, x) {
  drag.moved = Math.max(drag.moved, Math.abs(x - drag.x));
  if (drag.moved < DRAG || drag.brush) return;
  view.lanesCanvas.classList.add("dragging");
  const shift = ((x - drag.x) / (view.width - view.gutter)) * (drag.v1 - drag.v0);
  setWindow(view, drag.v0 - shift, drag.v1 - shift);
  hideTip(view);
}

function brushTo(view, drag, x) {
  const left = view.lanesCanvas.getBoundingClientRect().left;
  const days = [dayAt(view, drag.x - left), dayAt(view, x - left)].sort((p, q) => p - q);
  view.send.range(days.map(Math.floor));
}

function openHit(view, hit) {
  if (!hit) return;
  if (hit.sum !== undefined) return zoomAt(view, dayAt(view, (hit.left + hit.right) / 2), 0.25);
  openMark(view, hit.i);
}

function openMark(view, i) {
  view.focus = i;
  view.open = view.marks.event[i];
  view.send.open(view.marks.event[i]);
  askDraw(view);
}

function bindLooks(view) {
  const value = (name) => view.looks.querySelector(`[name=${name}]`).value;
  const tell = (chart) => view.send.look({ by: value("by"), order: value("order"), limit: Number(value("limit")), chart });
  view.looks.addEventListener("change", () => tell(false));
  view.looks.querySelector(".chart").onclick = () => tell(true);
}

function bindTop(view) {
  const canvas = view.topCanvas;
  const dayOn = (event) => {
    const x = event.clientX - canvas.getBoundingClientRect().left;
    return view.span[0] + ((x - view.gutter) / (view.width - view.gutter)) * (view.span[1] - view.span[0]);
  };
  let from = null;
  canvas.addEventListener("pointerdown", (event) => {
    const day = dayOn(event);
    const inside = day > view.v0 && day < view.v1 && view.v1 - view.v0 < (view.span[1] - view.span[0]) * 0.95;
    from = { day, inside, v0: view.v0, v1: view.v1 };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!from) return;
    const day = dayOn(event);
    if (from.inside) setWindow(view, from.v0 + day - from.day, from.v1 + day - from.day);
    else if (Math.abs(day - from.day) > 0) setWindow(view, Math.min(day, from.day), Math.max(day, from.day));
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { from = null; });
}

function bindKeys(view) {
  const pan = (part) => glide(view, view.v0 + (view.v1 - view.v0) * part, view.v1 + (view.v1 - view.v0) * part);
  const zoom = (factor) => {
    const [middle, half] = [(view.v0 + view.v1) / 2, ((view.v1 - view.v0) / 2) * factor];
    glide(view, middle - half, middle + half);
  };
  const keys = {
    "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1.7), Home: () => glide(view, ...view.span), Escape: () => hideTip(view),
    ArrowLeft: (event) => (event.shiftKey ? pan(-0.25) : step(view, -1)), ArrowRight: (event) => (event.shiftKey ? pan(0.25) : step(view, 1)),
    ArrowUp: () => changeLane(view, -1), ArrowDown: () => changeLane(view, 1),
    Enter: () => view.focus >= 0 && openMark(view, view.focus),
  };
  view.stage.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key](event);
  });
  view.buttons.in.onclick = () => zoom(0.6);
  view.buttons.out.onclick = () => zoom(1.7);
  view.buttons.fit.onclick = () => glide(view, ...view.span);
  view.buttons.use.onclick = () => view.send.range([Math.floor(view.v0), Math.ceil(view.v1)]);
}

function step(view, by) {
  const lane = view.lanes[view.focus >= 0 ? view.marks.lane[view.focus] : 0];
  if (!lane || !lane.of.length) return changeLane(view, 1);
  const at = view.focus >= 0 ? lane.of.indexOf(view.focus) + by : by > 0 ? 0 : lane.of.length - 1;
  focusMark(view, lane.of[Math.min(Math.max(at, 0), lane.of.length - 1)]);
}

function changeLane(view, by) {
  let k = view.focus >= 0 ? view.marks.lane[view.focus] + by : 0;
  while (view.lanes[k] && !view.lanes[k].of.length) k += by;
  const lane = view.lanes[k];
  if (!lane) return;
  const day = view.focus >= 0 ? view.marks.start[view.focus] : view.v0;
  focusMark(view, lane.of[Math.min(firstFrom(lane, view.marks, day), lane.of.length - 1)]);
}

// Brings a mark into view and reads it out.
function focusMark(view, i) {
  view.focus = i;
  const [start, end, size] = [view.marks.start[i], view.marks.end[i], view.v1 - view.v0];
  if (start < view.v0 || start > view.v1) setWindow(view, start - size / 2, start + size / 2);
  const lane = view.lanes[view.marks.lane[i]];
  const [top, bottom] = [view.stage.scrollTop, view.stage.scrollTop + view.stage.clientHeight];
  if (lane.y < top || lane.y + lane.height > bottom) view.stage.scrollTop = lane.y;
  view.live.textContent = `${lane.name}: ${sentenceFor(view, i)}`;
  askDraw(view);
  showTip(view, i, xOf(view, Math.max(start, view.v0)), lane.y + lane.height - view.stage.scrollTop, end);
}

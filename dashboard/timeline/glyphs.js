// How one mark looks. Colour says what kind of event; shape says whether it happened; edges and signs say how sure its days are.
// happened, ongoing: filled. claimed: half filled. planned, postponed: hollow diamond. denied, cancelled: struck through. hypothetical: dotted.

const SHAPES = {
  happened: "full", ongoing: "full", claimed: "half", planned: "diamond", postponed: "diamond", denied: "struck", cancelled: "struck", hypothetical: "dotted",
};

function drawDot(g, x, y, radius, look) {
  const { color, back, shape, signs } = look;
  g.lineWidth = 1.8;
  g.strokeStyle = color;
  g.fillStyle = color;
  if (shape === "full" && signs & SIGNS.fading) return drawSoftDot(g, x, y, radius, color);
  g.beginPath();
  if (shape === "diamond") diamondPath(g, x, y, radius + 0.8);
  else g.arc(x, y, shape === "full" ? radius : radius - 0.6, 0, 7);
  if (shape === "full") return g.fill();
  g.fillStyle = back;
  g.fill();
  if (shape === "dotted") g.setLineDash([2, 2]);
  g.stroke();
  g.setLineDash([]);
  g.fillStyle = color;
  if (shape === "half") halfDot(g, x, y, radius - 0.6);
  if (shape === "struck") strike(g, x - radius - 1, y + radius + 1, x + radius + 1, y - radius - 1);
}

function drawSoftDot(g, x, y, radius, color) {
  const glow = g.createRadialGradient(x, y, 0, x, y, radius + 3);
  glow.addColorStop(0.15, color);
  glow.addColorStop(1, withAlpha(color, 0));
  g.fillStyle = glow;
  g.fillRect(x - radius - 3, y - radius - 3, 2 * radius + 6, 2 * radius + 6);
}

function diamondPath(g, x, y, r) {
  g.moveTo(x, y - r);
  g.lineTo(x + r, y);
  g.lineTo(x, y + r);
  g.lineTo(x - r, y);
  g.closePath();
}

function halfDot(g, x, y, radius) {
  g.beginPath();
  g.arc(x, y, radius, Math.PI / 2, (3 * Math.PI) / 2);
  g.fill();
}

function strike(g, x1, y1, x2, y2) {
  g.beginPath();
  g.moveTo(x1, y1);
  g.lineTo(x2, y2);
  g.stroke();
}

function drawBar(g, left, right, y, look) {
  const { color, shape, signs } = look;
  const h = 13;
  const top = y - h / 2;
  g.beginPath();
  g.roundRect(left, top, right - left, h, 3);
  if (shape === "full" || shape === "half") {
    g.fillStyle = signs & SIGNS.fading ? fade(g, left, right, color) : color;
    if (signs & SIGNS.fading) g.fillRect(left, top, right - left, h);
    else g.fill();
    if (shape === "half") drawHollow(g, left, right, top + h / 2, h / 2, look);
  } else {
    g.fillStyle = look.back;
    g.fill();
    g.strokeStyle = signs & SIGNS.fading ? fade(g, left, right, color) : color;
    g.lineWidth = 1.8;
    g.setLineDash(shape === "struck" ? [] : shape === "dotted" ? [2, 3] : [6, 3]);
    g.stroke();
    g.setLineDash([]);
    if (shape === "struck") strike(g, left + 2, y, right - 2, y);
  }
}

function drawHollow(g, left, right, top, height, look) {
  g.fillStyle = withAlpha(look.back, 0.7);
  g.fillRect(left + 1.5, top, Math.max(0, right - left - 3), height - 1.5);
}

// The ends of a span known only to the month or year fade: it lies somewhere in it.
function fade(g, left, right, color) {
  const shade = g.createLinearGradient(left, 0, right, 0);
  shade.addColorStop(0, withAlpha(color, 0.08));
  shade.addColorStop(0.35, withAlpha(color, 0.75));
  shade.addColorStop(0.65, withAlpha(color, 0.75));
  shade.addColorStop(1, withAlpha(color, 0.08));
  return shade;
}

function drawSigns(g, left, right, y, look) {
  g.fillStyle = look.text;
  g.strokeStyle = look.text;
  g.lineWidth = 1.8;
  if (look.signs & SIGNS.openStart) chevron(g, left - 4, y, -4);
  if (look.signs & SIGNS.openEnd) chevron(g, right + 4, y, 4);
  if (look.signs & SIGNS.conflict) drawConflict(g, right + (look.signs & SIGNS.openEnd ? 14 : 6), y - 0.5, look);
}

function chevron(g, x, y, size) {
  g.beginPath();
  g.moveTo(x - size / 2, y - 4);
  g.lineTo(x + size / 2, y);
  g.lineTo(x - size / 2, y + 4);
  g.stroke();
}

function drawConflict(g, x, y, look) {
  g.beginPath();
  g.moveTo(x, y - 5);
  g.lineTo(x + 5, y + 4);
  g.lineTo(x - 5, y + 4);
  g.closePath();
  g.fillStyle = look.dark ? "#ffd23f" : "#b3261e";
  g.fill();
  g.strokeStyle = look.back;
  g.lineWidth = 1;
  g.stroke();
  g.fillStyle = look.dark ? "#10161f" : "#ffffff";
  g.fillRect(x - 0.7, y - 2.2, 1.4, 3.4);
  g.fillRect(x - 0.7, y + 2, 1.4, 1.3);
}

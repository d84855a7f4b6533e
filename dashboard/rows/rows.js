// The events as a table: a page of rows; a click on one opens it.

const VIEWS = new WeakMap();
const COLUMNS = [
  ["when", "When"], ["event", "Event"], ["who", "Who"], ["type", "Type"], ["status", "Status"], ["sure", "Certainty"], ["told", "Articles"],
];

function make(tag, options, ...children) {
  const element = Object.assign(document.createElement(tag), options || {});
  element.append(...children);
  return element;
}

function makeView(root) {
  const find = (name) => root.querySelector(name);
  const view = { root, rev: "", shown: find(".shown"), select: find("select"), body: find("tbody"), scroll: find(".scroll"), pages: find(".pages") };
  find("thead tr").append(...COLUMNS.map(([name, label]) => make("th", { className: name, scope: "col", textContent: label })));
  const hear = () => (root.isConnected ? mark(view) : window.removeEventListener("dateline-open", hear));
  window.addEventListener("dateline-open", hear);
  view.select.onchange = () => view.send.turned([1, view.select.value]);
  find(".before").onclick = () => turn(view, -1);
  find(".after").onclick = () => turn(view, 1);
  return view;
}

function turn(view, by) {
  view.scroll.scrollTop = 0;
  view.send.turned([view.data.page + by, view.data.order]);
}

function draw(view) {
  const { data } = view;
  const first = (data.page - 1) * data.size + 1;
  const many = data.pages > 1;
  view.shown.textContent = many
    ? `Events ${first.toLocaleString("en")} to ${(first + data.rows.length - 1).toLocaleString("en")} of ${data.total.toLocaleString("en")}`
    : `${data.total.toLocaleString("en")} ${data.total === 1 ? "event" : "events"}`;
  view.select.replaceChildren(...data.orders.map((name) => make("option", { textContent: name, value: name, selected: name === data.order })));
  view.body.replaceChildren(...data.rows.map((row) => line(view, row)));
  view.pages.hidden = !many;
  view.pages.querySelector("span").textContent = `Page ${data.page.toLocaleString("en")} of ${data.pages.toLocaleString("en")}`;
  view.pages.querySelector(".before").disabled = data.page <= 1;
  view.pages.querySelector(".after").disabled = data.page >= data.pages;
  mark(view);
}

function line(view, [id, when, disputed, title, who, type, color, status, sure, told]) {
  const open = make("button", { type: "button", textContent: title, title: "Open this event" });
  const cells = {
    when: [...(disputed ? [make("span", { className: "warn", textContent: "⚠ ", title: "Disputed date" })] : []), when],
    event: [open],
    who: [make("span", { className: "cut", textContent: who, title: who })],
    type: [make("span", { className: "dot", style: `background: ${color[view.dark ? 1 : 0]}` }), type],
    status: [status],
    sure: [`${sure}%`, make("span", { className: "part", style: `--part: ${sure}%` })],
    told: [told.toLocaleString("en")],
  };
  const row = make("tr", {}, ...COLUMNS.map(([name]) => make("td", { className: name }, ...cells[name])));
  row.dataset.event = id;
  row.onclick = () => {
    if (String(getSelection())) return; // words were marked to copy them
    mark(view, id);
    view.send.opened(id);
  };
  return row;
}

function mark(view, open = window.datelineOpen?.event) {
  for (const row of view.body.children) {
    if (row.dataset.event === open) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".rows");
  if (!VIEWS.has(root)) VIEWS.set(root, makeView(root));
  const view = VIEWS.get(root);
  const back = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  const dark = parseInt(back.slice(1, 3), 16) < 110;
  view.send = { opened: (id) => setTriggerValue("opened", id), turned: (to) => setTriggerValue("turned", to) };
  const old = view.rev === data.rev && view.dark === dark;
  Object.assign(view, { data, dark, rev: data.rev });
  if (!old) draw(view);
}

// The filters of Explore: facets with how many events each choice would leave. What is chosen is the query of the URL.

const VIEWS = new WeakMap();
const SHORT = 6; // values shown before "Show all"
const TYPING = 350; // milliseconds of rest before a search goes out
const PATIENCE = 4000; // milliseconds for which what was clicked stands, whatever the server still says

function make(tag, options, ...children) {
  const element = document.createElement(tag);
  const { data, ...rest } = options || {};
  Object.assign(element, rest);
  Object.assign(element.dataset, data || {});
  element.append(...children);
  return element;
}

function makeView(root) {
  const view = { root, rev: "", params: {}, waiting: null, open: {}, whole: {}, words: {}, sections: {} };
  view.search = root.querySelector("[name=q]");
  view.clear = root.querySelector(".clear");
  view.facets = root.querySelector(".facets");
  root.addEventListener("submit", (event) => event.preventDefault());
  view.search.addEventListener("input", () => {
    clearTimeout(view.typing);
    view.typing = setTimeout(() => set(view, "q", view.search.value.trim() ? [view.search.value.trim()] : []), TYPING);
  });
  view.clear.onclick = () => change(view, {});
  return view;
}

function sameParams(one, other) {
  const plain = (params) => JSON.stringify(Object.keys(params).sort().map((key) => [key, params[key]]));
  return plain(one) === plain(other);
}

function set(view, name, values) {
  const params = { ...view.params, [name]: values };
  if (!values.length) delete params[name];
  if (!(params.actor && params.actor.length > 1)) delete params.together;
  if (!params.from && !params.to) delete params.must;
  change(view, params);
}

function change(view, params) {
  if (sameParams(params, view.params)) return;
  view.params = params;
  view.waiting = performance.now();
  draw(view);
  view.send(params);
}

function toggle(view, name, value, on) {
  set(view, name, on ? [...(view.params[name] || []), value] : view.params[name].filter((v) => v !== value));
}

function draw(view) {
  const { data, params } = view;
  const kept = view.root.getRootNode().activeElement;
  const key = kept && kept.dataset ? kept.dataset.key : undefined;
  if (kept !== view.search) view.search.value = (params.q || [""])[0];
  const set = Object.keys(params).filter((name) => !["together", "must"].includes(name)).length;
  view.clear.hidden = !set;
  view.clear.textContent = set > 1 ? `Clear ${set} filters` : "Clear the filter";
  const parts = data.facets.map((facet) => section(view, facet.name, facet.label, (params[facet.name] || []).length, () => values(view, facet)));
  parts.splice(3, 0, section(view, "days", "When", Boolean(params.from) + Boolean(params.to), () => days(view)));
  parts.push(section(view, "sure", "How sure", ["certainty", "precision", "conflicts", "reported"].filter((name) => params[name]).length, () => sureness(view)));
  view.facets.replaceChildren(...parts);
  const again = key && view.facets.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again) again.focus();
}

function section(view, name, label, count, fill) {
  const open = view.open[name] === undefined ? count > 0 || view.data.open.includes(name) : view.open[name];
  const head = make("summary", { data: { key: `${name}/` } }, make("span", { textContent: label }));
  if (count) head.append(make("span", { className: "set", textContent: count, ariaLabel: `${count} chosen` }));
  const box = make("details", { open }, head);
  if (open) box.append(...fill());
  box.addEventListener("toggle", () => {
    if (box.open === open) return;
    view.open[name] = box.open;
    draw(view);
  });
  return box;
}

function values(view, facet) {
  const chosen = new Set(view.params[facet.name] || []);
  const most = Math.max(1, ...facet.values.map((v) => v[2]));
  const words = (view.words[facet.name] || "").toLowerCase();
  const whole = view.whole[facet.name];
  const found = facet.values.filter((v, k) => chosen.has(v[0]) || (whole ? v[1].toLowerCase().includes(words) : k < SHORT));
  const list = make("ul", { className: whole ? "long" : "" }, ...found.map((v) => item(view, facet, v, chosen.has(v[0]), most)));
  const parts = [list];
  if (facet.name === "actor" && chosen.size > 1) parts.push(onOff(view, "together", "yes", "Only events with all of them"));
  if (facet.values.length > SHORT) parts.push(moreButton(view, facet, whole));
  if (whole) parts.unshift(finder(view, facet));
  if (!facet.values.length) parts.push(make("p", { className: "group", textContent: "None" }));
  return parts;
}

function item(view, facet, [value, name, count, color], on, most) {
  const box = make("input", { type: "checkbox", checked: on, data: { key: `${facet.name}/${value}` } });
  box.onchange = () => toggle(view, facet.name, value, box.checked);
  const label = make("label", { title: name.slice(0, 300) }, box);
  label.style.setProperty("--part", `${((100 * count) / most).toFixed(1)}%`);
  if (color) label.append(make("span", { className: "dot", style: `background: ${view.dark ? color[1] : color[0]}` }));
  label.append(make("span", { className: "name", textContent: name.slice(0, 300) }), make("span", { className: "count", textContent: count.toLocaleString("en") }));
  return make("li", {}, label);
}

function moreButton(view, facet, whole) {
  const all = facet.values.length >= view.data.room ? `the first ${facet.values.length}` : `all ${facet.values.length}`;
  const button = make("button", { type: "button", className: "more", textContent: whole ? "Show fewer" : `Show ${all}`, data: { key: `${facet.name}/more` } });
  button.onclick = () => {
    view.whole[facet.name] = !whole;
    view.words[facet.name] = "";
    draw(view);
    if (!whole) view.facets.querySelector(`[data-key="${facet.name}/find"]`).focus();
  };
  return button;
}

function finder(view, facet) {
  const box = make("input", {
    type: "search", className: "find", placeholder: "Find in this list", ariaLabel: `Find in the list: ${facet.label}`, value: view.words[facet.name] || "",
    data: { key: `${facet.name}/find` },
  });
  box.oninput = () => {
    view.words[facet.name] = box.value;
    const fresh = values(view, facet).find((part) => part.tagName === "UL");
    box.parentElement.querySelector("ul").replaceWith(fresh);
  };
  return box;
}

function days(view) {
  const field = (name, label) => {
    const box = make("input", { type: "date", value: (view.params[name] || [""])[0], data: { key: `days/${name}` } });
    box.onchange = () => set(view, name, box.value ? [box.value] : []);
    return make("label", { textContent: label }, box);
  };
  const parts = [make("div", { className: "days" }, field("from", "From"), field("to", "To"))];
  if (view.params.from || view.params.to) parts.push(onOff(view, "must", "yes", "Only events that must lie in these days"));
  return parts;
}

function sureness(view) {
  const { certain, precision } = view.data;
  const now = (view.params.certainty || ["0"])[0];
  const steps = certain.map(([step, name, count]) => {
    const box = make("input", { type: "radio", name: "certainty", checked: Number(now) === step, data: { key: `certainty/${step}` } });
    box.onchange = () => set(view, "certainty", step ? [String(step)] : []);
    return make("li", {}, make("label", {}, box, make("span", { className: "name", textContent: name }), make("span", { className: "count", textContent: count.toLocaleString("en") })));
  });
  return [
    make("p", { className: "group", textContent: "Certainty at least" }), make("ul", { role: "radiogroup", ariaLabel: "Certainty at least" }, ...steps),
    make("p", { className: "group", textContent: "Date known" }), ...values(view, precision),
    onOff(view, "conflicts", "yes", "Only what is disputed"),
    onOff(view, "reported", "no", "Leave out events dated only by their article"),
  ];
}

function onOff(view, name, value, label) {
  const box = make("input", { type: "checkbox", checked: (view.params[name] || [])[0] === value, data: { key: `switch/${name}` } });
  box.onchange = () => set(view, name, box.checked ? [value] : []);
  return make("label", { className: "switch" }, box, make("span", { textContent: label }));
}

function isDark(root) {
  const back = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  return parseInt(back.slice(1, 3), 16) < 110;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".choices");
  if (!VIEWS.has(root)) VIEWS.set(root, makeView(root));
  const view = VIEWS.get(root);
  const dark = isDark(root);
  view.send = (params) => setTriggerValue("changed", params);
  if (view.rev === data.rev && view.dark === dark && !view.waiting) return;
  Object.assign(view, { data, dark, rev: data.rev });
  root.style.setProperty("--scheme", dark ? "dark" : "light");
  const late = view.waiting && performance.now() - view.waiting < PATIENCE;
  if (!late || sameParams(data.params, view.params)) Object.assign(view, { params: data.params, waiting: null });
  draw(view);
}

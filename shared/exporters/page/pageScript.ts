/** What a page does: it goes to an event, colours what was entered until then, and shows one visit. It is written for browsers as it is. */
export const pageScript = `
'use strict';
const { events, visits } = JSON.parse(document.getElementById('data').textContent);
const slider = document.getElementById('at');
const list = document.getElementById('visits');
let chosen = null;

const time = (ms) => ms >= 1000 ? (ms / 1000).toFixed(1) + ' s' : Math.round(ms) + ' ms';
const pretty = (text) => { try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; } };
const made = (tag, text) => { const element = document.createElement(tag); element.textContent = text; return element; };

const cards = new Map([...document.querySelectorAll('[data-state]')].map((card) => {
  const [frame] = card.children;
  return [card.dataset.state, { frame, stroke: frame.getAttribute('stroke') }];
}));

const entries = visits.map((visit) => {
  const item = document.createElement('li');
  const button = made('button', visit.name);
  button.type = 'button';
  const told = made('span', '');
  button.append(told);
  button.onclick = () => { chosen = visit; show(Math.max(position(), place(visit.last))); };
  item.append(button);
  list.append(item);
  return { visit, item, button, told };
});

const places = new Map(events.map(({ id }, index) => [id, index + 1]));
const place = (id) => places.get(id) ?? 1;
const position = () => Number(slider.value);

function show(at) {
  slider.value = String(Math.min(events.length, Math.max(1, at)));
  const event = events[position() - 1];
  if (!event) return;
  document.getElementById('now').textContent =
    position() + ' of ' + events.length + ': ' + event.type + ', after ' + time(event.at);
  for (const { frame, stroke } of cards.values()) {
    frame.setAttribute('stroke', stroke);
    frame.setAttribute('stroke-width', '1');
  }
  let current = null;
  for (const { visit, item, told } of entries) {
    const isEntered = visit.id <= event.id;
    item.hidden = !isEntered;
    if (!isEntered) continue;
    current = visit;
    const isOver = visit.last <= event.id;
    told.textContent = isOver ? visit.status + (visit.took === null ? '' : ', ' + time(visit.took)) : 'Running';
    const card = cards.get(visit.name);
    if (!card) continue;
    card.frame.setAttribute('stroke', isOver ? visit.colour : getComputedStyle(slider).accentColor);
    card.frame.setAttribute('stroke-width', '2.5');
  }
  const shown = chosen && chosen.id <= event.id ? chosen : current;
  for (const { visit, button } of entries)
    if (visit === shown) button.setAttribute('aria-current', 'true'); else button.removeAttribute('aria-current');
  detail(shown, event);
}

function detail(visit, event) {
  const box = document.getElementById('detail');
  box.replaceChildren();
  if (!visit) return;
  box.append(made('h2', visit.name + ' (' + visit.type + ')'));
  const facts = document.createElement('dl');
  for (const [name, text] of Object.entries(visit.facts)) {
    if (name !== 'Input' && visit.last > event.id) continue;
    const value = document.createElement('dd');
    value.append(made('pre', pretty(text)));
    facts.append(made('dt', name), value);
  }
  box.append(facts);
}

const steps = { first: () => 1, back: () => position() - 1, next: () => position() + 1, last: () => events.length };
for (const button of document.querySelectorAll('[data-to]'))
  button.onclick = () => { chosen = null; show(steps[button.dataset.to]()); };
slider.oninput = () => { chosen = null; show(position()); };
document.onkeydown = (event) => {
  if (event.target === slider || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { ArrowLeft: 'back', ArrowRight: 'next', Home: 'first', End: 'last' }[event.key];
  if (!step) return;
  event.preventDefault();
  chosen = null;
  show(steps[step]());
};
show(events.length);
`;

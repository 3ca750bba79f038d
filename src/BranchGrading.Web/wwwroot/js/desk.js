// The desk with script: filter, sort and search at once over the rows that are there, and the keyboard. Without it the same is done by asking for the page again.

const desk = document.querySelector('[data-desk]');
const filter = document.querySelector('[data-desk-filter]');
const table = desk.querySelector('.desk-table');
const body = table.tBodies[0];
const frame = desk.querySelector('.desk-frame');
const batch = desk.querySelector('[data-batch]');
const lines = [...body.rows].map(read);
const rows = lines.filter(line => line.facts);
const byRow = new Map(rows.map(line => [line.row, line]));
const hasGroups = lines.some(line => line.row.classList.contains('is-group'));
const columns = ['rank', 'name', 'unit', 'type', 'self', 'superior', 'score', 'member', 'mass', 'previous', 'computed', 'decided'];
const descends = new Set(['self', 'superior', 'score', 'member', 'mass']);
const types = [...filter.elements.type.options].map(option => option.text);
const letters = ['A', 'B', 'C', 'D'];
const names = new Intl.Collator('zh-CN');
let current = null;

function read(row) {
  const [place, order] = row.dataset.o.split(' ').map(Number);
  if (!row.dataset.f) return { row, place };
  const name = row.querySelector('th a');
  return { row, place, order, name: name.textContent, why: name, facts: new Set(row.dataset.f.split(' ')), pick: row.querySelector('.pick input') };
}

// Filter

function wanted() {
  const facts = [...filter.querySelectorAll('[data-fact]')].filter(select => select.value).map(select => select.dataset.fact + (select.value === 'None' ? '-' : select.value));
  if (filter.elements.show.value) facts.push(filter.elements.show.value);
  return { facts, name: filter.elements.q.value.trim().toLowerCase() };
}

function narrow() {
  const { facts, name } = wanted();
  let found = 0;
  for (const line of rows) {
    const isShown = facts.every(fact => line.facts.has(fact)) && (name === '' || line.name.toLowerCase().includes(name));
    if (line.row.hidden === isShown) line.row.hidden = !isShown;
    if (isShown) found++;
    // What cannot be seen is not decided.
    else if (line.pick?.checked) line.pick.checked = false;
  }

  const isNarrow = facts.length > 0 || name !== '';
  filter.querySelector('[data-found]').textContent = isNarrow ? `找到 ${found} 个` : '';
  filter.querySelector('[data-clear]').hidden = !isNarrow;
  document.querySelector('[data-empty]').hidden = found > 0;
  frame.hidden = found === 0;
  for (const chip of filter.querySelectorAll('.chip')) {
    if ((chip.dataset.show ?? '') === filter.elements.show.value) chip.setAttribute('aria-current', 'true');
    else chip.removeAttribute('aria-current');
  }

  mark();
  if (current?.row.hidden) moveTo(null);
  picked();
  remember();
}

// The lines where a group begins and where its cut lies are seen where the rows stand as they are ranked, and where one of the group is seen.
function mark() {
  const shows = showsCut(filter.elements.sort.value);
  const ranked = shows ? [...body.rows].map(row => byRow.get(row) ?? lines.find(line => line.row === row)) : lines;
  let group = [];
  const close = () => {
    const isShown = shows && group.some(line => line.facts && !line.row.hidden);
    for (const line of group) if (!line.facts) line.row.hidden = !isShown;
    group = [];
  };
  for (const line of ranked) {
    if (hasGroups && line.row.classList.contains('is-group')) close();
    group.push(line);
  }

  close();
}

function remember() {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(filter)) if (value) query.set(name, value);
  const text = query.toString() && `?${query}`;
  history.replaceState(null, '', (text || location.pathname) + location.hash);
  const back = desk.querySelector('[name="Form.Back"]');
  if (back) back.value = text;
  for (const link of table.tHead.querySelectorAll('a[data-sort]')) {
    query.set('sort', after(link.dataset.sort));
    link.search = `?${query}`;
  }
}

// Sort

const keyOf = sort => sort.replace(/^-/, '') || 'rank';
const isDown = sort => sort.startsWith('-');
const showsCut = sort => keyOf(sort) === 'rank' ? !isDown(sort) : sort === '-score' && !hasGroups;

function after(column) {
  const sort = filter.elements.sort.value;
  const down = keyOf(sort) === column ? !isDown(sort) : descends.has(column);
  return (down ? '-' : '') + column;
}

function valueOf(line, column) {
  if (column === 'name') return line.name;
  if (column === 'unit') return line.order;
  line.values ??= {};
  return line.values[column] ??= (cell => {
    const text = cell.textContent.trim();
    if (column === 'type') return types.indexOf(text);
    if (column === 'previous' || column === 'computed' || column === 'decided') return letters.indexOf(text[0]);
    return text === '' ? -1 : Number(text);
  })(line.row.cells[columns.indexOf(column) + (line.pick ? 1 : 0)]);
}

function sortBy(sort) {
  const [column, down] = [keyOf(sort), isDown(sort)];
  filter.elements.sort.value = sort;
  let order;
  if (showsCut(sort)) {
    order = [...lines].sort((one, other) => one.place - other.place);
  } else if (column === 'rank') {
    order = [...lines].sort((one, other) => other.place - one.place);
  } else {
    const keyed = rows.map(line => [valueOf(line, column), line]);
    const isNone = value => value === -1;
    keyed.sort(([one, a], [other, b]) => isNone(one) - isNone(other)
      || (column === 'name' ? names.compare(one, other) : one - other) * (down ? -1 : 1)
      || a.place - b.place);
    order = [...keyed.map(([, line]) => line), ...lines.filter(line => !line.facts)];
  }

  for (const head of table.tHead.querySelectorAll('th')) {
    const link = head.querySelector('[data-sort]');
    if (link?.dataset.sort === column) head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    else head.removeAttribute('aria-sort');
  }

  const focused = body.contains(document.activeElement) ? document.activeElement : null;
  frame.scrollTop = 0;
  body.replaceChildren(...order.map(line => line.row));
  focused?.focus({ preventScroll: true });
  mark();
  remember();
}

// Choose

function picked() {
  if (!batch) return;
  const chosen = rows.filter(line => line.pick.checked);
  for (const line of rows) {
    const isChosen = line.pick.checked;
    if (line.isChosen === isChosen) continue;
    line.isChosen = isChosen;
    line.row.classList.toggle('is-selected', isChosen);
    line.row.setAttribute('aria-selected', String(isChosen));
  }

  const shown = rows.filter(line => !line.row.hidden);
  const all = table.querySelector('[data-all]');
  all.checked = chosen.length > 0 && chosen.length === shown.length;
  all.indeterminate = chosen.length > 0 && chosen.length < shown.length;
  const text = chosen.length === 0
    ? '还没有选择支部'
    : `已选 ${chosen.length} 个：${chosen.slice(0, 3).map(line => line.name).join('、')}${chosen.length > 3 ? '等' : ''}`;
  const said = batch.querySelector('[data-chosen]');
  if (said.textContent !== text) said.textContent = text;
  batch.hidden = chosen.length === 0;
  batch.classList.toggle('is-wanted', chosen.length > 0);
}

function unpick() {
  for (const line of rows) if (line.pick?.checked) line.pick.checked = false;
  picked();
}

// A letter prepares a decision for what is chosen, or for the row that has the focus, and asks for the reason.
function prepare(line, letter) {
  if (!batch) return;
  if (!rows.some(other => other.pick.checked)) {
    line.pick.checked = true;
    picked();
  }

  desk.querySelector(`[name="Form.Grade"][value="${letter}"]`).checked = true;
  desk.querySelector('[name="Form.Reason"]').focus();
}

// Move

// Of all rows one is in the way of the Tab key; the arrows move which.
function moveTo(line, focus = false) {
  current?.row.removeAttribute('tabindex');
  current = line ?? rows.find(other => !other.row.hidden) ?? null;
  if (!current) return;
  current.row.tabIndex = 0;
  if (!focus) return;
  current.row.focus({ preventScroll: true });
  current.row.scrollIntoView({ block: 'nearest' });
}

function next(row, step) {
  let other = row;
  do other = step > 0 ? other.nextElementSibling : other.previousElementSibling;
  while (other && (other.hidden || !byRow.has(other)));
  return other && byRow.get(other);
}

function edge(step) {
  const seen = [...body.rows].filter(row => !row.hidden && byRow.has(row));
  return byRow.get(seen[step < 0 ? seen.length + step : step]);
}

// The arrows lead into the table from anywhere but where they have a meaning of their own.
const entersTable = target => target.matches('.pick input') || !target.closest('input, textarea, select, [contenteditable]');
const isTyping = target => target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select') || target.isContentEditable;

body.addEventListener('keydown', event => {
  const line = byRow.get(event.target);
  if (!line || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const letter = event.key.toUpperCase();
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const other = next(line.row, event.key === 'ArrowDown' ? 1 : -1);
    if (other) moveTo(other, true);
  } else if (event.key === 'Home' || event.key === 'End') {
    moveTo(edge(event.key === 'Home' ? 0 : -1), true);
  } else if (event.key === 'Enter') {
    line.why.click();
  } else if (event.key === ' ') {
    if (line.pick) {
      line.pick.checked = !line.pick.checked;
      picked();
    }
  } else if (letters.includes(letter) && batch) {
    prepare(line, letter);
  } else {
    return;
  }

  event.preventDefault();
});

// A checkbox ticked by the mouse keeps the arrows at hand; a click into a row takes the focus there.
body.addEventListener('click', event => {
  const line = byRow.get(event.target.closest('tr'));
  if (!line) return;
  moveTo(line, !event.target.closest('a, input'));
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === '/' && !isTyping(event.target)) {
    event.preventDefault();
    filter.elements.q.focus();
    filter.elements.q.select();
  } else if (event.key === 'Escape' && event.target === filter.elements.q) {
    // The browser may clear a search field by itself, but tells nobody in time.
    event.preventDefault();
    filter.elements.q.value = '';
    narrow();
    moveTo(current, true);
  } else if (event.key === 'Escape' && event.target.name === 'Form.Reason') {
    // What was typed stays.
    event.preventDefault();
    moveTo(current, true);
  } else if (event.key === 'Escape' && !isTyping(event.target)) {
    // With nothing to let go of, Esc is left to what lies around the table.
    if (rows.some(line => line.pick?.checked)) event.preventDefault();
    unpick();
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.defaultPrevented && entersTable(event.target)) {
    event.preventDefault();
    moveTo(current, true);
  } else if (event.key === 'ArrowDown' && event.target === filter.elements.q) {
    event.preventDefault();
    moveTo(edge(0), true);
  }
});

// Set up

filter.addEventListener('submit', event => event.preventDefault());
filter.addEventListener('change', event => { if (event.target.matches('select')) narrow(); });
filter.elements.q.addEventListener('input', () => narrow());
filter.addEventListener('click', event => {
  const chip = event.target.closest('.chip');
  if (!chip) return;
  event.preventDefault();
  filter.elements.show.value = chip.dataset.show ?? '';
  narrow();
});
document.addEventListener('click', event => {
  const clear = event.target.closest('[data-clear]');
  if (!clear) return;
  event.preventDefault();
  for (const field of filter.querySelectorAll('select, [type=search], [name=show]')) field.value = '';
  narrow();
  filter.elements.q.focus();
});
table.tHead.addEventListener('click', event => {
  const link = event.target.closest('a[data-sort]');
  if (!link) return;
  event.preventDefault();
  sortBy(after(link.dataset.sort));
});

for (const part of filter.querySelectorAll('[data-without-script]')) part.hidden = true;
for (const part of filter.querySelectorAll('[data-with-script]')) part.hidden = false;
table.setAttribute('role', 'grid');
if (batch) {
  table.setAttribute('aria-multiselectable', 'true');
  const all = table.querySelector('[data-all]');
  all.hidden = false;
  all.addEventListener('change', () => {
    for (const line of rows) line.pick.checked = all.checked && !line.row.hidden;
    picked();
  });
  body.addEventListener('change', event => { if (event.target.matches('.pick input')) picked(); });
  batch.querySelector('[data-unpick]').hidden = false;
  batch.querySelector('[data-unpick]').addEventListener('click', () => {
    unpick();
    moveTo(current, true);
  });
  // After going back the browser may tick the boxes again.
  addEventListener('pageshow', picked);
}

picked();
// Back from a decision the first branch decided has the focus; the browser, going there by itself, would take it away again before the page is loaded.
const arrived = location.hash && byRow.get(document.getElementById(location.hash.slice(1))?.closest('tr'));
moveTo(arrived || null);
if (arrived && document.readyState === 'complete') moveTo(arrived, true);
else if (arrived) addEventListener('load', () => setTimeout(() => moveTo(arrived, true)));

// Saves what is typed, piece by piece. A form names where (data-drafts); each piece in it is marked data-draft="items" and holds its own fields,
// its version among them. Typing never waits: of one piece one request is under way at a time, and what was typed meanwhile goes with the next.
const pause = 800;
const pauses = [3000, 8000, 20000, 60000];
const units = new Map();
let passing = false;

const icon = name => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `/icons.svg#${name}`);
  svg.append(use);
  return svg;
};

const make = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

class Unit {
  constructor(form, element) {
    Object.assign(this, { form, element, typed: 0, saved: 0, running: null, timer: 0, tries: 0, trouble: null, stale: false });
    element.addEventListener('input', event => this.touch(event.target.matches('textarea, input:not([type=radio], [type=checkbox])') ? pause : 0));
    element.addEventListener('change', event => { if (event.target.matches('select, [type=radio], [type=checkbox], [type=date]')) this.touch(0); });
    element.addEventListener('focusout', () => { if (this.isDirty && !this.trouble) this.save(); });
    for (const button of element.querySelectorAll('[data-step]')) {
      button.hidden = false;
      button.addEventListener('click', () => this.step(button));
    }
    for (const button of element.querySelectorAll('[data-copy]')) {
      button.hidden = false;
      button.addEventListener('click', () => this.copy(button));
    }
    this.count();
  }

  get isDirty() { return this.typed > this.saved; }

  get isPending() { return this.isDirty && !this.trouble; }

  fields() { return [...this.element.querySelectorAll('[name]')].filter(field => !field.disabled); }

  field(name) { return this.fields().filter(field => field.name.endsWith('.' + name)); }

  touch(wait) {
    this.typed++;
    this.count();
    if (this.trouble && this.trouble.kind !== 'failed') this.clear();
    if (this.stale) return show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
    show();
  }

  step(button) {
    const input = button.parentElement.querySelector('input');
    const now = parseInt(input.value.normalize('NFKC'), 10);
    input.value = Math.min(1000, Math.max(0, Number.isNaN(now) ? (button.dataset.step > 0 ? 1 : 0) : now + Number(button.dataset.step)));
    this.touch(pause / 2);
  }

  // Last year's text goes behind what is written already: nothing is overwritten.
  copy(button) {
    const target = document.getElementById(button.dataset.copy);
    const text = button.closest('details').querySelector('[data-text]').textContent;
    target.value = target.value.trim() ? `${target.value}\n${text}` : text;
    target.focus();
    this.touch(0);
  }

  count() {
    for (const counter of this.element.querySelectorAll('[data-count]')) {
      const length = document.getElementById(counter.dataset.count).value.trim().length;
      counter.textContent = `${length} 字`;
    }
  }

  body() {
    const body = new URLSearchParams();
    for (const field of this.fields()) {
      if (field.matches('[type=radio], [type=checkbox]') && !field.checked) continue;
      body.append(field.name.slice(field.name.lastIndexOf('.') + 1), field.value);
    }
    body.append('__RequestVerificationToken', this.form.querySelector('[name=__RequestVerificationToken]').value);
    return body;
  }

  // Saves until everything typed is saved, or something stands in the way.
  save() {
    clearTimeout(this.timer);
    this.running ??= this.run().finally(() => { this.running = null; show(); });
    show();
    return this.running;
  }

  async run() {
    while (this.isDirty && !this.stale) {
      const sent = this.typed;
      let answer;
      try {
        const response = await fetch(`${this.form.dataset.drafts}/${this.element.dataset.draft}`, {
          method: 'POST', body: this.body(), headers: { accept: 'application/json' }, redirect: 'manual', keepalive: document.visibilityState === 'hidden',
        });
        if (response.type === 'opaqueredirect') return this.fail('没有保存：您已经退出登录。请在另一个窗口登录，再点「重试」；写的内容还在这里。');
        if (!response.headers.get('content-type')?.includes('json')) {
          return response.status === 404 ? this.block('locked', '没有保存：您现在不能填这一份。写的内容还在这里，可以复制出来。')
            : this.fail(response.status === 400 ? '没有保存：这一页打开太久了。请在另一个窗口登录，再点「重试」；写的内容还在这里。' : '没有保存：系统暂时没有接住，会自动再试。');
        }
        answer = await response.json();
      } catch {
        return this.fail('没有保存：网络断了，连上后会自动再试。写的内容还在这里，请不要关掉这一页。');
      }
      if (answer.isLocked) return this.block('locked', `没有保存：${answer.error}`);
      if (answer.isStale) return this.both(answer);
      if (answer.error) {
        if (this.typed > sent) continue;
        return this.block('wrong', answer.error);
      }
      this.saved = sent;
      this.tries = 0;
      this.clear();
      this.take(answer);
    }
  }

  take(answer) {
    for (const field of this.field('Version')) field.value = answer.version;
    this.element.classList.toggle('is-missing', !answer.isComplete);
    for (const [key, text] of Object.entries(answer.texts ?? {})) {
      for (const place of document.querySelectorAll(`[data-live="${key}"]`)) place.textContent = text;
    }
    for (const [key, isShown] of Object.entries(answer.shown ?? {})) {
      for (const place of document.querySelectorAll(`[data-shown="${key}"]`)) place.hidden = !isShown;
    }
    if (answer.savedAt) savedAt = answer.savedAt;
    this.element.dispatchEvent(new CustomEvent('draft-saved', { bubbles: true, detail: answer }));
  }

  // Nothing of it is lost: it is tried again by itself, when the network is back, when the window is looked at again.
  fail(text) {
    this.trouble = { kind: 'failed', text };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pauses[Math.min(this.tries++, pauses.length - 1)]);
  }

  // What was typed is wrong, or cannot be saved any more: the sentence stands beside it until it is changed.
  block(kind, text) {
    this.clear();
    this.trouble = { kind, text };
    const error = make('p', 'field-error', icon('error'), make('span', '', text));
    error.setAttribute('role', 'alert');
    error.dataset.draftError = '';
    this.place(error);
    for (const field of this.fields().filter(field => field.matches('.form-control, .form-select'))) field.setAttribute('aria-invalid', 'true');
  }

  both(answer) {
    this.clear();
    this.stale = true;
    this.trouble = { kind: 'stale', text: '没有保存：这里在别处被改过，请选一份。' };
    for (const field of this.field('Version')) field.value = answer.version;
    const keep = make('button', 'btn btn-sm btn-outline-secondary', '保存我写的');
    const take = make('button', 'btn btn-sm btn-outline-secondary', '用已保存的');
    keep.type = take.type = 'button';
    keep.addEventListener('click', () => { this.stale = false; this.clear(); this.typed++; this.save(); });
    take.addEventListener('click', () => {
      for (const [name, value] of Object.entries(answer.values)) {
        for (const field of this.field(name)) {
          if (field.matches('[type=radio], [type=checkbox]')) field.checked = field.value === value;
          else field.value = value ?? '';
        }
      }
      this.stale = false;
      this.saved = this.typed;
      this.clear();
      this.count();
      this.take(answer);
      show();
    });
    const who = make('span', 'small muted', ` ${answer.savedBy}，${answer.savedAt}`);
    const box = make('div', 'draft-both',
      make('p', 'field-error', icon('alert'), make('span', '', '您打开之后，这里在别处被改过，两份都还在。下面是您写的，可以接着改。')),
      make('div', 'compare is-single', make('article', '', make('header', '', make('b', '', '已保存的'), who), make('div', 'text', answer.saved))),
      make('div', 'form-actions', keep, take));
    box.setAttribute('role', 'alert');
    box.dataset.draftBoth = '';
    this.place(box);
  }

  place(element) {
    const before = this.element.querySelector('[data-draft-here]') ?? this.element;
    before.prepend(element);
  }

  clear() {
    this.trouble = null;
    for (const old of this.element.querySelectorAll('[data-draft-error], [data-draft-both]')) old.remove();
    for (const field of this.element.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  }
}

let savedAt = document.querySelector('[data-draft-status]')?.textContent.replace('已保存', '').trim() ?? '';

const all = () => [...units.values()];

function show() {
  const trouble = all().map(unit => unit.trouble).filter(Boolean);
  const isSaving = all().some(unit => unit.isPending);
  for (const status of document.querySelectorAll('[data-draft-status]')) {
    status.classList.toggle('is-failed', trouble.length > 0);
    const text = trouble.length > 0 ? (trouble.find(one => one.kind === 'failed') ?? trouble[0]).text : isSaving ? '正在保存……' : savedAt ? `已保存 ${savedAt}` : '';
    if (status.textContent === text) continue;
    status.replaceChildren(...(text === '' ? [] : isSaving && trouble.length === 0 ? [text] : [icon(trouble.length > 0 ? 'error' : 'check'), make('span', '', text)]));
  }
  for (const retry of document.querySelectorAll('[data-draft-retry]')) retry.hidden = !trouble.some(one => one.kind === 'failed');
}

// Everything typed so far is sent; whether all of it is saved.
async function flush() {
  await Promise.all(all().filter(unit => unit.isDirty && !unit.stale && (!unit.trouble || unit.trouble.kind === 'failed')).map(unit => unit.save()));
  return all().every(unit => !unit.isDirty);
}

for (const form of document.querySelectorAll('form[data-drafts]')) {
  for (const element of form.querySelectorAll('[data-draft]')) units.set(element, new Unit(form, element));
  for (const button of form.querySelectorAll('[data-without-script]')) button.hidden = true;
}
for (const button of document.querySelectorAll('[data-without-script]')) button.hidden = true;

// Whoever goes on or presses a button takes along what was typed a moment ago.
document.addEventListener('click', async event => {
  const link = event.target.closest('a[href]');
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.target || link.getAttribute('href').startsWith('#')) return;
  if (!all().some(unit => unit.isPending)) return;
  event.preventDefault();
  await flush();
  location.href = link.href;
});

document.addEventListener('submit', async event => {
  const form = event.target;
  if (passing || form.method !== 'post') return;
  const isOwn = form.matches('[data-drafts]');
  const button = event.submitter;
  const savesOnly = isOwn && (!button || button.matches('[data-without-script]'));
  if (!savesOnly && !all().some(unit => unit.isDirty)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!await flush() || savesOnly) return;
  passing = true;
  form.requestSubmit(button ?? undefined);
  passing = false;
}, true);

for (const retry of document.querySelectorAll('[data-draft-retry]')) {
  retry.addEventListener('click', () => { for (const unit of all()) if (unit.trouble?.kind === 'failed') unit.save(); });
}

const again = () => { for (const unit of all()) if (unit.trouble?.kind === 'failed' || unit.isPending) unit.save(); };
addEventListener('online', again);
document.addEventListener('visibilitychange', again);
addEventListener('beforeunload', event => { if (all().some(unit => unit.isDirty)) { event.preventDefault(); event.returnValue = ''; } });
show();

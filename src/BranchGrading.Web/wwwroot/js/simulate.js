// Works the scenario out while one types or slides; without script the button does it.
const form = document.querySelector('[data-simulate]');
if (form) {
  const result = document.getElementById('result');
  const status = document.querySelector('[data-simulate-status]');
  const copies = document.querySelector('[data-copies]');
  let waiting, running;

  form.querySelectorAll('[data-without-script]').forEach(button => { button.hidden = true; });

  const asked = () => {
    const values = new URLSearchParams(new FormData(form));
    // A box without a tick says so: an address without it would look like one that asks for nothing.
    form.querySelectorAll('input[type=checkbox]').forEach(box => values.set(box.name, box.checked));
    return values;
  };

  // What is saved is what stands in the fields.
  const copy = values => copies?.querySelectorAll('[name^="Form.Rules."]').forEach(field => { field.value = values.get(field.name) ?? ''; });

  const clear = () => form.querySelectorAll('.field').forEach(field => {
    field.classList.remove('has-error');
    field.querySelector('.field-error')?.remove();
    field.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
  });

  // The sentence stands beside its field, as it would without script.
  const mark = () => result.querySelectorAll('[data-field]').forEach(error => {
    const input = document.getElementById(error.dataset.field);
    const field = input?.closest('.field');
    if (!field || field.querySelector('.field-error')) return;
    field.classList.add('has-error');
    input.setAttribute('aria-invalid', 'true');
    const sentence = document.createElement('p');
    sentence.className = 'field-error';
    sentence.append(Object.assign(document.createElement('span'), { textContent: error.textContent }));
    (input.closest('.with-unit') ?? input).before(sentence);
  });

  const ask = async () => {
    running?.abort();
    running = new AbortController();
    const values = asked();
    copy(values);
    status.textContent = '正在试算…';
    try {
      const answer = await fetch(`${form.dataset.simulate}?${values}`, { signal: running.signal });
      // Signed out, or the round has been published: the page itself says so.
      if (answer.redirected || answer.status !== 200 && answer.status !== 400) return location.reload();
      result.innerHTML = await answer.text();
      clear();
      mark();
      history.replaceState(null, '', `${form.dataset.page}?${values}`);
      status.textContent = answer.ok ? '已算好' : '';
    } catch (error) {
      if (error.name !== 'AbortError') status.textContent = '没有连上服务器，请稍后再试。';
    }
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 200);
  };

  form.addEventListener('input', soon);
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearTimeout(waiting);
    ask();
  });

  // A slider beside the figure: the figure is what counts.
  for (const field of form.querySelectorAll('[data-slide]')) {
    const [min, max, step] = field.dataset.slide.split(' ');
    const input = field.querySelector('input');
    const slider = Object.assign(document.createElement('input'), { type: 'range', min, max, step, className: 'form-range' });
    slider.setAttribute('aria-label', field.querySelector('label').firstChild.textContent);
    slider.value = input.value;
    slider.addEventListener('input', () => { input.value = slider.value; });
    input.addEventListener('input', () => { slider.value = input.value; });
    field.append(slider);
  }
}

// Improves pages that work without it.

// Errors at the top take the focus, so that a screen reader starts there.
document.querySelector('[data-focus]')?.focus();

// A form that was sent is not sent twice by an impatient finger.
for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('submit', () => {
    setTimeout(() => form.querySelectorAll('button').forEach(button => { button.disabled = true; }));
    setTimeout(() => form.querySelectorAll('button').forEach(button => { button.disabled = false; }), 8000);
  });
}

// Of a form for several kinds of things, only the fields that the chosen kind needs are shown.
for (const choice of document.querySelectorAll('[data-chooses]')) {
  const show = () => {
    const chosen = choice.querySelector(':checked')?.value;
    for (const part of choice.form.querySelectorAll('[data-for]')) part.hidden = !part.dataset.for.split(' ').includes(chosen);
  };
  choice.addEventListener('change', show);
  show();
}

// A file that is too large is told at once, not after it was sent.
for (const input of document.querySelectorAll('input[type=file]')) {
  input.addEventListener('change', () => {
    const most = Number(input.dataset.most ?? 10);
    const tooLarge = [...input.files].find(file => file.size > most * 1024 * 1024);
    input.setCustomValidity(!tooLarge ? '' : input.dataset.tooLarge ? `「${tooLarge.name}」${input.dataset.tooLarge}` : '文件超过 10 MB，请删去图片和多余的工作表后再试。');
    input.reportValidity();
  });
}

// Progress of long work: the page asks now and then; without script it reloads by itself.
const progress = document.querySelector('[data-progress]');
if (progress) {
  const bar = progress.querySelector('progress');
  const text = progress.querySelector('[role=status]');
  const ask = async () => {
    const answer = await fetch(progress.dataset.progress, { headers: { accept: 'application/json' } });
    if (!answer.ok) return location.reload();
    const state = await answer.json();
    if (state.isFinished) return location.reload();
    if (state.total > 0) { bar.max = state.total; bar.value = state.done; }
    text.textContent = state.text;
    setTimeout(ask, 700);
  };
  setTimeout(ask, 700);
}

// Printing takes script; without it the browser's own menu does it.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// In a meeting everything grows for the projector, and the desk is left alone with its table; the choice is kept, for the next page too.
const isMeeting = () => localStorage.getItem('meeting') === 'on';
const meeting = on => {
  localStorage.setItem('meeting', on ? 'on' : 'off');
  document.documentElement.classList.toggle('is-meeting', on);
  for (const button of document.querySelectorAll('[data-meeting]')) {
    button.hidden = button.dataset.meeting === 'end' && !on;
    button.textContent = on ? '退出会议显示' : '会议显示';
  }
};
meeting(isMeeting());
for (const button of document.querySelectorAll('[data-meeting]')) button.addEventListener('click', () => meeting(!isMeeting()));
// After whatever else on the page makes something of Esc.
addEventListener('keydown', event => {
  if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && isMeeting()) meeting(false);
});

// A text to paste elsewhere is copied by its button; without script it is selected by hand.
for (const button of document.querySelectorAll('[data-copy]')) {
  const text = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener('click', async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      // Plain HTTP has no clipboard of its own.
      document.execCommand('copy');
    }
    button.textContent = '已复制';
  });
}

// The address of a calendar is shown in full, as the browser knows it.
for (const field of document.querySelectorAll('[data-origin]')) {
  if (field.value.startsWith('/')) field.value = location.origin + field.value;
}

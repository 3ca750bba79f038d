// Makes a review shorter to read and quicker to fill in: reasons are asked for where points differ, 照用 acts at once. Saving is drafts.js's.

const fieldOf = (row, name) => row.querySelector(`[name$=".${name}"]`);

function look(row, differs) {
  row.classList.toggle('is-differing', differs);
  const reason = row.querySelector('[data-reason]');
  const note = fieldOf(row, 'Note');
  if (reason) reason.hidden = !differs && !note.value.trim();
  const error = row.querySelector('[data-reason-error]');
  if (error) error.hidden = !differs || note.value.trim() !== '';
}

function adoptable(row) {
  const button = row.querySelector('[data-adopt]');
  if (!button) return;
  button.hidden = ['Points', 'Option', 'Times'].every(name => {
    const field = fieldOf(row, name);
    return !field || field.value.normalize('NFKC').trim() === (button.dataset[name.toLowerCase()] ?? '');
  });
}

for (const row of document.querySelectorAll('tr[data-draft="items"]')) {
  look(row, row.classList.contains('is-differing'));
  adoptable(row);
  row.addEventListener('input', () => adoptable(row));
  row.addEventListener('draft-saved', event => {
    const reason = row.querySelector('[data-reason]');
    if (reason) look(row, event.detail.shown[reason.dataset.shown] === true);
    adoptable(row);
  });
  row.querySelector('[data-adopt]')?.addEventListener('click', event => {
    event.preventDefault();
    for (const name of ['Points', 'Option', 'Times']) {
      const field = fieldOf(row, name);
      if (!field) continue;
      field.value = event.currentTarget.dataset[name.toLowerCase()] ?? '';
      field.dispatchEvent(new Event(field.matches('select') ? 'change' : 'input', { bubbles: true }));
    }
    adoptable(row);
  });
}

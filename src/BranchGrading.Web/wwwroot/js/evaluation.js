// Only what belongs to the chosen way of scoring is shown; without script everything is, and what does not belong is not read.
const form = document.querySelector('[data-evaluation]');
const show = () => {
  const method = form.querySelector('[name="Form.Method"]:checked')?.value;
  form.querySelectorAll('[data-for]').forEach(part => { part.hidden = part.dataset.for !== method; });
};
form?.addEventListener('change', event => { if (event.target.name === 'Form.Method') show(); });
if (form) show();

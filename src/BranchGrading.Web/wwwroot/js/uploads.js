// Large files take their time: shows how far they are. Without script the browser sends the same form and shows the same answer.
const show = (form, progress) => {
  form.querySelectorAll('button').forEach(button => { button.disabled = progress !== null; });
  let line = form.querySelector('[data-upload-progress]');
  if (!line) {
    line = document.createElement('div');
    line.dataset.uploadProgress = '';
    line.className = 'upload-progress';
    line.append(Object.assign(document.createElement('progress'), { className: 'bar', max: 1 }), document.createElement('span'));
    line.lastChild.setAttribute('role', 'status');
    form.querySelector('.form-actions').before(line);
  }
  line.hidden = progress === null;
  if (progress === null) return;
  line.firstChild.value = progress;
  line.lastChild.textContent = progress < 1 ? `已上传 ${Math.floor(progress * 100)}%` : '已传到，正在检查。';
};

const send = (form, submitter) => {
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.upload.addEventListener('progress', event => { if (event.lengthComputable) show(form, event.loaded / event.total); });
  request.addEventListener('load', () => {
    // The answer is the page that would have been shown: the list with a notice, or the form with what was refused.
    const answered = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('main');
    if (!answered) return location.reload();
    document.querySelector('main').replaceWith(answered);
    if (request.status < 400) history.replaceState(null, '', request.responseURL);
    answered.querySelector('[data-focus]')?.focus();
    watch();
  });
  request.addEventListener('error', () => {
    show(form, null);
    const line = form.querySelector('[data-upload-progress]');
    line.hidden = false;
    line.lastChild.textContent = '没有传完，可能是网络断了。选好的文件还在，请再点一次「上传」。';
  });
  show(form, 0);
  const data = new FormData(form);
  // Which of several buttons was pressed is told with it, as the browser would.
  if (submitter?.name) data.append(submitter.name, submitter.value);
  request.send(data);
};

const watch = () => document.querySelectorAll('form[data-upload]').forEach(form => form.addEventListener('submit', event => {
  if (!form.querySelector('input[type=file]').files.length) return;
  event.preventDefault();
  send(form, event.submitter);
}));
watch();

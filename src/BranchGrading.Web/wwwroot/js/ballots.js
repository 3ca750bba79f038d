// Checks the counts of a ballot while they are typed; the server checks them again.

const icon = name => `<svg class="icon" aria-hidden="true"><use href="/icons.svg#${name}"></use></svg>`;
const half = text => text.normalize('NFKC').trim();

for (const grid of document.querySelectorAll('[data-ballot]')) {
  const inputs = [...grid.querySelectorAll('[data-count]')];
  const list = grid.parentElement.querySelector('[data-ballot-checks]');
  const line = (kind, name, text) => {
    const item = document.createElement('li');
    item.className = `cell cell-${kind}`;
    item.innerHTML = icon(name);
    const words = document.createElement('span');
    words.textContent = text;
    item.append(words);
    return item;
  };
  const check = () => {
    const counts = Object.fromEntries(inputs.map(input => [input.dataset.count, half(input.value) === '' ? null : Number(half(input.value))]));
    const { expected, issued, returned, valid, good, fairlyGood, fair, poor } = counts;
    const lines = [];
    if (Object.values(counts).some(count => count !== null && !(Number.isInteger(count) && count >= 0))) {
      lines.push(line('bad', 'error', '票数要填整数'));
    } else {
      const levels = [good, fairlyGood, fair, poor];
      if (valid !== null && levels.every(count => count !== null)) {
        const sum = levels.reduce((total, count) => total + count, 0);
        const words = `好 ${good} + 较好 ${fairlyGood} + 一般 ${fair} + 差 ${poor}`;
        lines.push(sum === valid ? line('ok', 'check', `${words} = 有效 ${valid}`) : line('bad', 'error', `${words} = ${sum}，应当等于有效 ${valid}`));
        if (sum === valid && valid > 0) {
          const content = good + fairlyGood + (grid.dataset.ballot === 'fair' ? fair : 0);
          lines.push(line('ok', 'check', `满意率 ${content} ÷ ${valid} = ${(Math.round(content * 10000 / valid) / 100).toFixed(2)}%`));
        }
      }
      if (issued !== null && returned !== null && valid !== null) {
        const fits = valid <= returned && returned <= issued;
        lines.push(line(fits ? 'ok' : 'bad', fits ? 'check' : 'error', fits ? `有效 ${valid} ≤ 收回 ${returned} ≤ 发出 ${issued}` : valid > returned ? `有效 ${valid} 多于收回 ${returned}` : `收回 ${returned} 多于发出 ${issued}`));
      }
      if (expected !== null && issued !== null && issued > expected) lines.push(line('warn', 'alert', `发出 ${issued} 多于应到 ${expected}，请核对；可以保存`));
    }
    list.replaceChildren(...lines);
  };
  grid.addEventListener('input', check);
  check();
}

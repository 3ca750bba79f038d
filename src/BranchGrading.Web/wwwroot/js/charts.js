// Draws the pictures of a page: each figure holds its figures as JSON, its table stands under it and says the same without script.
/* global echarts */

const style = getComputedStyle(document.documentElement);
const token = name => style.getPropertyValue(name).trim();
const rem = parseFloat(style.fontSize) || 16;
const colourOf = grade => token(grade ? `--grade-${grade.toLowerCase()}` : '--line-2');
const narrow = width => width < 576;
const small = () => Math.round(0.8125 * rem);

// One size wherever there is paper.
const paperWidth = 680;

const text = (more = {}) => ({ color: token('--ink-2'), fontSize: small(), fontFamily: token('--font').replace(/\s+/g, ' '), ...more });
const tooltip = formatter => ({ renderMode: 'richText', confine: true, formatter, textStyle: { fontSize: small() } });
const legend = names => ({ data: names, top: 0, left: 0, itemWidth: 14, itemHeight: 14, itemGap: 14, textStyle: text() });
const valueAxis = more => ({ type: 'value', axisLabel: text(), nameTextStyle: text(), splitLine: { lineStyle: { color: token('--line') } }, ...more });
const bordered = grade => ({ color: colourOf(grade), borderColor: token('--paper'), borderWidth: 1 });

// Grades of groups, a bar for each, A on the left.
const stacked = (data, width) => ({
  height: data.rows.length * (narrow(width) ? 2.5 : 2) * rem + 5.5 * rem,
  option: {
    legend: legend(data.series.map(series => series.name)),
    grid: { left: 0, right: 24, top: narrow(width) ? 4 * rem : 2.5 * rem, bottom: 0, containLabel: true },
    tooltip: { ...tooltip(points => `${points[0].name}\n${points.filter(point => point.value > 0).map(point => `${point.seriesName}  ${point.value} 个`).join('\n')}`), trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: valueAxis({ minInterval: 1 }),
    yAxis: {
      type: 'category', inverse: true, data: data.rows.map(row => row.name), axisTick: { show: false },
      axisLabel: text({ width: narrow(width) ? 6.5 * rem : 15 * rem, overflow: 'break', lineHeight: 1.2 * small(), interval: 0 }),
    },
    series: data.series.map((series, index) => ({
      name: series.name, type: 'bar', stack: 'grades', barMaxWidth: 1.5 * rem, data: data.rows.map(row => row.counts[index]), itemStyle: bordered(series.grade),
      label: { show: true, color: series.grade ? token('--paper') : token('--ink'), fontSize: small(), formatter: point => point.value > 0 ? point.value : '' },
      labelLayout: { hideOverlap: true },
    })),
  },
});

// How many branches have which score, with the lines between the grades.
const scores = (data, width) => {
  const least = Math.floor(data.bins[0][0] / 5) * 5;
  const step = data.bins[0][1] - data.bins[0][0];
  const bounds = data.bounds.filter(bound => bound.at > least);
  const grade = from => data.bounds.find(bound => from >= bound.at)?.name ?? 'D';
  return {
    height: 22 * rem,
    option: {
      grid: { left: 8, right: 24, top: 3.5 * rem, bottom: 1.5 * rem, containLabel: true },
      tooltip: tooltip(point => `${point.value[2]}～${point.value[3]} 分\n${point.value[1]} 个支部`),
      xAxis: valueAxis({ min: least, max: 100, interval: narrow(width) ? 10 : 5, name: '最终得分', nameLocation: 'middle', nameGap: 2 * rem, splitLine: { show: false } }),
      yAxis: valueAxis({ minInterval: 1, name: '支部（个）', nameGap: 2 * rem, nameTextStyle: text({ align: 'left' }) }),
      series: [{
        type: 'bar', barWidth: '96%', barMinHeight: 2,
        data: data.bins.filter(bin => bin[2] > 0).map(([from, to, count]) => ({ value: [from + step / 2, count, from, to], itemStyle: { color: colourOf(grade(from)) } })),
        markLine: {
          silent: true, symbol: 'none', lineStyle: { color: token('--ink'), type: 'dashed', width: 1.5 },
          label: text({ formatter: line => line.name, position: 'end' }),
          data: bounds.map(bound => ({ name: `${bound.name} ≥ ${bound.at}`, xAxis: bound.at })),
        },
      }],
    },
  };
};

// Self against superior: above the line the branch thinks better of itself than its committee does.
const gap = (data, width) => {
  const all = data.series.flatMap(series => series.points);
  const least = Math.max(0, Math.floor(Math.min(...all.flatMap(point => [point[0], point[1]])) / 5) * 5);
  const line = (name, from, to, dash) => [{ coord: from, name, label: { show: true, formatter: name, position: 'insideStartTop' } }, { coord: to, lineStyle: { type: dash } }];
  return {
    height: Math.min(width, 34 * rem),
    href: point => data.address + point.value[2],
    option: {
      legend: legend(data.series.map(series => series.name)),
      grid: { left: 8, right: 16, top: narrow(width) ? 5.5 * rem : 3.5 * rem, bottom: 1.5 * rem, containLabel: true },
      tooltip: tooltip(point => `${point.value[3]}\n${point.value[4]}\n自评 ${point.value[1].toFixed(2)}，上级 ${point.value[0].toFixed(2)}`),
      xAxis: valueAxis({ min: least, max: 100, name: '上级评分', nameLocation: 'middle', nameGap: 2 * rem }),
      yAxis: valueAxis({ min: least, max: 100, name: '自评', nameTextStyle: text({ align: 'left' }) }),
      series: data.series.map((series, index) => ({
        name: series.name, type: 'scatter', data: series.points, cursor: 'pointer',
        symbolSize: all.length > 500 ? 6 : 9, itemStyle: { color: colourOf(series.grade), opacity: all.length > 500 ? 0.6 : 0.8 },
        ...(index > 0 ? {} : {
          markLine: {
            silent: true, symbol: 'none', lineStyle: { color: token('--ink-3'), width: 1.25 }, label: text(), tooltip: { show: false },
            data: [line('自评与上级相同', [least, least], [100, 100], 'solid'), line(`自评高 ${data.high} 分`, [least, least + data.high], [100 - data.high, 100], 'dashed')],
          },
        }),
      })),
    },
  };
};

// Where branches went between two years.
const flow = (data, width) => {
  // The best grade on top on either side, no grade at the bottom, whatever flows there are.
  const rank = grade => grade ?? 'Z';
  const nodes = new Map();
  for (const { from, fromGrade, to, toGrade } of data.flows) {
    nodes.set(from, { name: from, itemStyle: { color: colourOf(fromGrade) }, depth: 0, rank: rank(fromGrade) });
    nodes.set(to, { name: to, itemStyle: { color: colourOf(toGrade) }, depth: 1, rank: rank(toGrade) });
  }
  const sum = name => data.flows.filter(one => one.from === name || one.to === name).reduce((total, one) => total + one.count, 0);
  return {
    height: 24 * rem,
    option: {
      tooltip: tooltip(point => point.dataType === 'edge' ? `${point.data.source} → ${point.data.target}\n${point.value} 个支部` : `${point.name}\n${point.value} 个支部`),
      series: [{
        type: 'sankey', left: narrow(width) ? 96 : 128, right: narrow(width) ? 96 : 128, top: 8, bottom: 8, draggable: false, nodeGap: 12, nodeWidth: 16, layoutIterations: 0,
        data: [...nodes.values()].sort((one, other) => one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : 0).map(node => ({ ...node, label: { position: node.depth === 0 ? 'left' : 'right' } })),
        links: data.flows.map(one => ({ source: one.from, target: one.to, value: one.count })),
        label: text({ color: token('--ink'), formatter: point => `${point.name} ${sum(point.name)}` }),
        lineStyle: { color: 'source', opacity: 0.3, curveness: 0.5 }, emphasis: { focus: 'adjacency' },
      }],
    },
  };
};

// The share of good branches over the years; what is not settled is hollow.
const years = (data, width) => ({
  height: 18 * rem,
  option: {
    grid: { left: 8, right: 32, top: 3 * rem, bottom: 8, containLabel: true },
    tooltip: tooltip(point => `${point.name} 年度\n先进和较好占 ${Number(point.value).toFixed(2)}%`),
    xAxis: { type: 'category', data: data.years.map(year => year.name), axisLabel: text({ interval: 0, width: width / Math.max(1, data.years.length), overflow: 'break' }), axisTick: { show: false } },
    yAxis: valueAxis({ min: 0, max: 100, axisLabel: text({ formatter: '{value}%' }) }),
    series: [{
      type: 'line', color: token('--grade-b'), lineStyle: { width: 2.5 }, symbol: 'circle', symbolSize: 10,
      data: data.years.map(year => ({ value: year.share, symbol: year.isSettled ? 'circle' : 'emptyCircle' })),
      label: { ...text({ color: token('--ink') }), show: true, position: 'bottom', distance: 8, formatter: point => `${Number(point.value).toFixed(2)}%` },
      markLine: {
        silent: true, symbol: 'none', lineStyle: { color: token('--ink-3'), type: 'dashed' },
        label: text({ formatter: narrow(width) ? '目标' : data.goal, position: 'insideEndTop' }), data: [{ yAxis: 100 }],
      },
    }],
  },
});

// What was still to be done at each month's end, on what was done by then.
const burndown = (data, width) => {
  const bar = (name, key, colour) => ({
    name, type: 'bar', stack: 'items', barMaxWidth: 3 * rem, data: data.months.map(month => month[key]), itemStyle: { color: colour, borderColor: token('--paper'), borderWidth: 1 },
    label: { show: true, fontSize: small(), formatter: point => point.value > 0 ? point.value : '', color: key === 'open' ? token('--paper') : token('--ink') }, labelLayout: { hideOverlap: true },
  });
  return {
    height: 18 * rem,
    option: {
      legend: legend(['没有销号', '已销号']),
      grid: { left: 8, right: 16, top: 3.5 * rem, bottom: 8, containLabel: true },
      tooltip: { ...tooltip(points => `${points[0].name}\n${points.map(point => `${point.seriesName}  ${point.value} 项`).join('\n')}`), trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'category', data: data.months.map(month => month.name), axisTick: { show: false }, axisLabel: text({ width: width / Math.max(1, data.months.length), overflow: 'break', interval: narrow(width) ? 'auto' : 0 }) },
      yAxis: valueAxis({ minInterval: 1 }),
      series: [bar('没有销号', 'open', token('--grade-b')), bar('已销号', 'accepted', token('--over'))],
    },
  };
};

const kinds = { committees: stacked, types: stacked, scores, gap, flow, years, burndown };
const isEmpty = data => [data.rows, data.bins, data.series, data.flows, data.years, data.months].find(Boolean).length === 0;

const draw = figure => {
  const data = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  if (isEmpty(data)) return null;
  figure.hidden = false;
  const ground = figure.querySelector('.chart-ground');
  const chart = echarts.init(ground, null, { renderer: 'canvas', width: ground.clientWidth, height: 100, devicePixelRatio: Math.max(2, devicePixelRatio) });
  const fit = width => {
    const { height, option, href } = kinds[figure.dataset.chart](data, width);
    ground.style.height = `${Math.round(height)}px`;
    chart.resize({ width, height: Math.round(height) });
    chart.setOption({ animation: false, textStyle: text(), ...option }, true);
    chart.off('click');
    if (href) chart.on('click', { seriesType: 'scatter' }, point => { location.href = href(point); });
  };
  let last = ground.clientWidth;
  fit(last);
  new ResizeObserver(() => {
    if (ground.clientWidth === last || ground.clientWidth === 0) return;
    last = ground.clientWidth;
    requestAnimationFrame(() => fit(last));
  }).observe(figure);
  return { onPaper: () => fit(Math.min(paperWidth, last)), onScreen: () => fit(last) };
};

if (window.echarts) {
  const charts = [...document.querySelectorAll('figure[data-chart]')].map(draw).filter(Boolean);
  addEventListener('beforeprint', () => charts.forEach(chart => chart.onPaper()));
  addEventListener('afterprint', () => charts.forEach(chart => chart.onScreen()));
}

// On a phone the pictures come first; a tap opens their tables.
if (window.echarts && narrow(innerWidth)) {
  for (const table of document.querySelectorAll('details.chart-table')) table.open = false;
}

// On paper every table is open.
const folded = [];
addEventListener('beforeprint', () => {
  for (const table of document.querySelectorAll('details.chart-table:not([open])')) {
    table.open = true;
    folded.push(table);
  }
});
addEventListener('afterprint', () => folded.splice(0).forEach(table => { table.open = false; }));

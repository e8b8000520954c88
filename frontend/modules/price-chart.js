/* A price over time as steps: what was paid stands until the next shopping. The words for it are in aria-label. */
const SVG = 'http://www.w3.org/2000/svg';
const SIZE = { width: 640, height: 180, top: 12, bottom: 12, side: 10 };

class PriceChart extends HTMLElement {
  static observedAttributes = ['data-points'];

  connectedCallback() {
    this.draw();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.draw();
  }

  draw() {
    const points = (this.dataset.points || '')
      .split(',')
      .filter(Boolean)
      .map((point) => point.split(':').map(Number));
    if (points.length < 2) return this.replaceChildren();
    const [x, y] = [this.scale(points, 0, SIZE.side, SIZE.width - SIZE.side), this.priceScale(points)];
    const svg = this.element('svg', { viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, 'aria-hidden': 'true' });
    for (const price of new Set([this.least(points), this.most(points)])) {
      svg.append(this.element('line', { class: 'rule', x1: 0, x2: SIZE.width, y1: y(price), y2: y(price) }));
    }
    const path = points.map(([day, price], i) => (i ? `H${x(day)}V${y(price)}` : `M${x(day)} ${y(price)}`)).join('');
    svg.append(this.element('path', { class: 'price', d: path }));
    for (const [day, price] of points) svg.append(this.element('circle', { cx: x(day), cy: y(price), r: 5 }));
    const words = (names) => {
      const row = document.createElement('div');
      row.className = 'axis';
      row.setAttribute('aria-hidden', 'true');
      row.append(
        ...names.map((name) => {
          const word = document.createElement('span');
          word.textContent = this.dataset[name];
          return word;
        })
      );
      return row;
    };
    this.replaceChildren(words(['high']), svg, words(['low']), words(['from', 'to']));
  }

  least(points) {
    return Math.min(...points.map(([, price]) => price));
  }

  most(points) {
    return Math.max(...points.map(([, price]) => price));
  }

  /** Dear is up. */
  priceScale(points) {
    return this.scale(points, 1, SIZE.height - SIZE.bottom, SIZE.top);
  }

  /** From the least to the most of one coordinate; all alike stand in the middle. */
  scale(points, axis, start, end) {
    const values = points.map((point) => point[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (value) => (high === low ? (start + end) / 2 : start + ((value - low) / (high - low)) * (end - start)).toFixed(1);
  }

  element(name, attributes) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }
}
customElements.define('price-chart', PriceChart);

/* The review of a receipt: keys, and a line and its box on the picture lighting up together. Everything works by
   touch and mouse without it; it only saves round trips. */
class ReceiptReview extends HTMLElement {
  connectedCallback() {
    if (this.isBound) return;
    this.isBound = true;
    this.addEventListener('keydown', (event) => this.onKey(event));
    for (const type of ['pointerover', 'focusin']) {
      this.addEventListener(type, (event) => this.light(event.target.closest('[data-line]')));
    }
    this.addEventListener('click', (event) => this.meant(event), true);
    this.addEventListener('opened', (event) => this.onOpened(event.target));
    this.addEventListener('show', (event) => this.bringIntoPicture(event.target));
    new MutationObserver(() => this.turn()).observe(this, {
      subtree: true,
      attributeFilter: ['data-quarters'],
    });
    // Coming from far down a list, a person looks at the beginning.
    window.scrollTo({ top: 0, behavior: 'instant' });
    this.showLinesFirst();
    this.querySelector('.viewer-sheet')?.addEventListener('turn', () => setTimeout(() => this.turn(), 0));
  }

  onKey(event) {
    const line = event.target.closest('.line');
    if (!line || line.classList.contains('fixed')) return;
    const onLine = event.target === line;
    const inText = event.target.closest('vaadin-text-field');
    const overlay = event.target.closest('[opened]');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const neighbour = this.neighbour(line, event.key === 'ArrowDown');
      if (!neighbour || !(onLine || inText)) return;
      event.preventDefault();
      if (onLine) neighbour.focus();
      else this.leave(event.target, () => neighbour.click());
    } else if (event.key === 'Enter' && onLine && !line.classList.contains('open')) {
      event.preventDefault();
      line.click();
    } else if (event.key === 'Enter' && inText) {
      this.leave(event.target, () => line.querySelector('.done')?.click());
    } else if (event.key === 'Escape' && !overlay && line.classList.contains('open')) {
      event.preventDefault();
      line.dispatchEvent(new CustomEvent('line-done'));
    }
  }

  /** The next line that is not folded away. */
  neighbour(line, isBelow) {
    const step = (from) => (isBelow ? from.nextElementSibling : from.previousElementSibling);
    let next = step(line);
    while (next?.hidden) next = step(next);
    return next;
  }

  /** Lets the field say what was typed before anything else is asked of the server. */
  leave(input, then) {
    input.blur();
    setTimeout(then, 0);
  }

  light(lit) {
    const line = lit && lit.dataset.line;
    for (const each of this.querySelectorAll('.near')) {
      if (each.dataset.line !== line) each.classList.remove('near');
    }
    if (line) this.querySelectorAll(`[data-line="${line}"]`).forEach((each) => each.classList.add('near'));
  }

  onOpened(line) {
    line.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    this.light(line);
    // A finger does not want the keyboard to cover what it has just opened.
    if (matchMedia('(pointer: fine)').matches) {
      setTimeout(() => line.querySelector('.fix vaadin-combo-box, .fix vaadin-text-field')?.focus(), 0);
    }
  }

  /** On a slanted receipt boxes overlap: the one whose middle is nearest is meant. */
  meant(event) {
    if (!event.isTrusted || !event.detail || !event.target.matches('.line-box')) return;
    const off = (box) => {
      const edge = box.getBoundingClientRect();
      return Math.abs(event.clientY - (edge.top + edge.height / 2));
    };
    const [nearest] = document
      .elementsFromPoint(event.clientX, event.clientY)
      .filter((each) => each.matches('.line-box'))
      .sort((a, b) => off(a) - off(b));
    if (nearest && nearest !== event.target) {
      event.stopPropagation();
      nearest.click();
    }
  }

  /** Where little of the picture fits, it begins at the first line and not at the shop's name. */
  showLinesFirst() {
    const picture = this.querySelector('.viewer-sheet > img');
    const begin = () => {
      const first = this.querySelector('.line-box');
      const stage = this.querySelector('.viewer-stage');
      if (first && stage && stage.clientHeight < 300) stage.scrollTop = first.offsetTop - 12;
    };
    if (picture?.complete) setTimeout(begin, 100);
    else picture?.addEventListener('load', begin);
  }

  bringIntoPicture(box) {
    const stage = this.querySelector('.viewer-stage');
    if (!stage) return;
    const inner = box.getBoundingClientRect();
    const outer = stage.getBoundingClientRect();
    stage.scrollBy({
      top: inner.top + inner.height / 2 - outer.top - outer.height / 2,
      left: inner.left + inner.width / 2 - outer.left - outer.width / 2,
      behavior: 'smooth',
    });
  }

  /** A turned sheet takes the room it then needs. */
  turn() {
    const sheet = this.querySelector('.viewer-sheet');
    if (!sheet) return;
    const quarters = Number(sheet.dataset.quarters || 0);
    sheet.style.margin = '';
    sheet.style.transform = quarters ? `rotate(${quarters * 90}deg)` : '';
    if (quarters % 2) {
      const spare = (sheet.offsetHeight - sheet.offsetWidth) / 2;
      sheet.style.margin = `${-spare}px ${spare}px`;
    }
  }
}
customElements.define('receipt-review', ReceiptReview);

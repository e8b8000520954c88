// Keeps what is typed into a form of somebody who is not signed in, in this tab alone: a reload brings it back.
// Never a password.
const FIELDS = 'vaadin-text-field, vaadin-email-field';
const key = (field) => `typed:${location.pathname}:${field.label}`;

function restore() {
  for (const field of document.querySelectorAll(FIELDS)) {
    const typed = sessionStorage.getItem(key(field));
    if (typed && !field.value) {
      field.value = typed;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}

document.addEventListener('input', ({ target }) => {
  const field = target.closest(FIELDS);
  if (field) sessionStorage.setItem(key(field), field.value);
});

// Whoever went on needs it no more.
const path = location.pathname;
window.addEventListener('vaadin-navigated', forget);
function forget() {
  if (location.pathname === path) return;
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(`typed:${path}:`)) sessionStorage.removeItem(name);
  }
}

customElements.whenDefined('vaadin-text-field').then(restore);

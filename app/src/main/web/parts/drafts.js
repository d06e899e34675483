// What is typed into a form with data-draft="name" is kept in this tab until it has been accepted: an
// expired session, a lost connection or a reload loses nothing. Passwords and files are never kept.
import { say, tell } from './page.js';

const prefix = `draft:${say('account')}:`;
const isKept = (field) => field.name && !['password', 'hidden', 'file', 'submit'].includes(field.type);
const keyOf = (form) => `${prefix}${location.pathname}:${form.dataset.draft}`;
const read = (key) => JSON.parse(sessionStorage.getItem(key) ?? 'null');

function valuesOf(form) {
  return [...form.elements].filter(isKept).map((field) =>
    /radio|checkbox/.test(field.type) ? [field.name, field.value, field.checked] : [field.name, field.value]);
}

function fill(form, values) {
  for (const [name, value, checked] of values) {
    for (const field of [...form.elements].filter((f) => f.name === name && isKept(f))) {
      if (/radio|checkbox/.test(field.type)) {
        field.checked = field.value === value ? checked : field.checked;
      } else {
        field.value = value;
      }
    }
  }
}

function keep(form) {
  sessionStorage.setItem(keyOf(form), JSON.stringify({ values: valuesOf(form), sent: false }));
}

/** A draft that was sent is dropped once another page has come; one that was refused stays. */
function settle() {
  for (const key of Object.keys(sessionStorage).filter((k) => k.startsWith('draft:'))) {
    const draft = read(key);
    if (draft.sent && say('outcome') === 'refused') {
      sessionStorage.setItem(key, JSON.stringify({ ...draft, sent: false }));
    } else if (draft.sent) {
      sessionStorage.removeItem(key);
    }
  }
}

settle();
for (const form of document.querySelectorAll('form[data-draft]')) {
  const draft = read(keyOf(form));
  if (draft && JSON.stringify(draft.values) !== JSON.stringify(valuesOf(form))) {
    fill(form, draft.values);
    const box = tell(say('textRestored'));
    const discard = document.createElement('button');
    discard.type = 'button';
    discard.className = 'btn btn-sm ms-2';
    discard.textContent = say('textDiscard');
    discard.addEventListener('click', () => {
      sessionStorage.removeItem(keyOf(form));
      form.reset();
      box.remove();
    });
    box.append(discard);
  }
  form.addEventListener('input', () => keep(form));
  form.addEventListener('submit', (event) => {
    keep(form);
    if (!navigator.onLine) {
      event.preventDefault();
      tell(say('textOffline'));
      return;
    }
    sessionStorage.setItem(keyOf(form), JSON.stringify({ values: valuesOf(form), sent: true }));
  });
}
for (const form of document.querySelectorAll('form[data-logout]')) {
  form.addEventListener('submit', () => sessionStorage.clear());
}

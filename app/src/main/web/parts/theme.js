// Switches light and dark at once; without scripts the same form reloads the page.
for (const form of document.querySelectorAll('form[data-theme-switch]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const field = form.elements.theme;
    fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' });
    document.documentElement.dataset.bsTheme = field.value;
    document.dispatchEvent(new CustomEvent('theme', { detail: field.value }));
    const next = field.value === 'dark' ? 'light' : 'dark';
    document.querySelectorAll('form[data-theme-switch]').forEach((each) => {
      each.elements.theme.value = next;
    });
  });
}

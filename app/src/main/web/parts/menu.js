// The menu beside the page on wide screens, over it on narrow ones.
const menu = document.getElementById('menu');
const buttons = [...document.querySelectorAll('[data-menu-toggle]')];

function set(isOpen) {
  menu.classList.toggle('is-open', isOpen);
  document.documentElement.classList.toggle('has-menu-open', isOpen);
  buttons.forEach((button) => button.setAttribute('aria-expanded', String(isOpen)));
  if (isOpen) {
    menu.querySelector('a, button')?.focus();
  }
}

if (menu) {
  buttons.forEach((button) => button.addEventListener('click', () => set(!menu.classList.contains('is-open'))));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.classList.contains('is-open')) {
      set(false);
      buttons[0].focus();
    }
  });
  document.addEventListener('click', (event) => {
    const isInside = menu.contains(event.target) || buttons.some((button) => button.contains(event.target));
    if (menu.classList.contains('is-open') && !isInside) {
      set(false);
    }
  });
}

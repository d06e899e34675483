// The wall display says when its figures were last read, so that one that stands still is seen to.
const time = document.querySelector('[data-read-at]');

function mark() {
  const form = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  });
  time.textContent = form.format(new Date());
  document.getElementById('notice')?.replaceChildren();
}

if (time) {
  mark();
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target.id === 'tiles') {
      mark();
    }
  });
}

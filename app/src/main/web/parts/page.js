/** What the server says to scripts: a data attribute of the page's body. */
export const say = (name) => document.body.dataset[name] ?? '';

/** The header that proves a request comes from this page. */
export function csrfHeaders() {
  const { csrfHeader, csrfToken } = document.body.dataset;
  return csrfHeader ? { [csrfHeader]: csrfToken } : {};
}

/** Shows one message in the page's live region, above the content. */
export function tell(text, link, linkText) {
  const place = document.getElementById('notice');
  const box = document.createElement('div');
  box.className = 'alert alert-warning mb-2';
  box.append(document.createTextNode(text));
  if (link) {
    const a = document.createElement('a');
    a.href = link;
    a.className = 'alert-link ms-2';
    a.textContent = linkText;
    box.append(a);
  }
  place?.replaceChildren(box);
  return box;
}

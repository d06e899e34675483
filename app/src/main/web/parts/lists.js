// On a phone a list's cells stand below one another, away from their column's heading: each says it itself.
function label() {
  for (const table of document.querySelectorAll('.table-list')) {
    const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent.trim());
    for (const row of table.tBodies[0].rows) {
      let column = 0;
      for (const cell of row.cells) {
        cell.dataset.label = heads[column] ?? '';
        column += cell.colSpan;
        cell.classList.toggle('is-blank', cell.textContent.trim() === '' && !cell.querySelector('input, button, svg'));
      }
    }
  }
}

label();
document.addEventListener('htmx:afterSettle', label);

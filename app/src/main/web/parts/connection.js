import { say, tell } from './page.js';

addEventListener('offline', () => tell(say('textOffline')));
addEventListener('online', () => document.getElementById('notice')?.replaceChildren());
for (const button of document.querySelectorAll('[data-print]')) {
  button.addEventListener('click', () => print());
}

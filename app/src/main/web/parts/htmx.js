import htmx from 'htmx.org/dist/htmx.esm.js';
import { csrfHeaders, say, tell } from './page.js';

// the content security policy allows neither eval nor styles from scripts
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0;

document.addEventListener('htmx:configRequest', (event) => {
  if (event.detail.verb !== 'get') {
    Object.assign(event.detail.headers, csrfHeaders());
  }
});
document.addEventListener('htmx:beforeRequest', () => document.documentElement.classList.add('is-loading'));
document.addEventListener('htmx:afterRequest', () => document.documentElement.classList.remove('is-loading'));
// a session that has ended answers a part of a page with the login page, which belongs nowhere in it
document.addEventListener('htmx:beforeSwap', (event) => {
  if (new URL(event.detail.xhr.responseURL).pathname === '/login') {
    event.detail.shouldSwap = false;
    tell(say('textExpired'), '/login', say('textLogin'));
  }
});
document.addEventListener('htmx:sendError', () => tell(say('textOffline')));
document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === 401) {
    tell(say('textExpired'), '/login', say('textLogin'));
  } else {
    tell(say('textFailed'));
  }
});

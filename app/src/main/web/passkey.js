// Passkeys: registration on [data-passkey-register] forms, sign-in on [data-passkey-login] buttons.
// Messages come from the element's own data attributes.
import { csrfHeaders } from './parts/page.js';

const decode = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0)).buffer;
const encode = (buffer) => (buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') : undefined);
const withIds = (list) => (list ?? []).map((each) => ({ ...each, id: decode(each.id) }));

async function post(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...csrfHeaders() },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  return response.json();
}

async function signIn() {
  const options = await post('/webauthn/authenticate/options');
  const credential = await navigator.credentials.get({
    publicKey: { ...options, challenge: decode(options.challenge), allowCredentials: withIds(options.allowCredentials) },
  });
  const { response } = credential;
  const answer = await post('/login/webauthn', {
    id: credential.id,
    rawId: encode(credential.rawId),
    response: {
      authenticatorData: encode(response.authenticatorData),
      clientDataJSON: encode(response.clientDataJSON),
      signature: encode(response.signature),
      userHandle: encode(response.userHandle),
    },
    credType: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  });
  if (!answer.authenticated) {
    throw new Error('not authenticated');
  }
  location.assign(new URL(answer.redirectUrl, location.origin).pathname);
}

async function register(label) {
  const options = await post('/webauthn/register/options');
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      user: { ...options.user, id: decode(options.user.id) },
      challenge: decode(options.challenge),
      excludeCredentials: withIds(options.excludeCredentials),
    },
  });
  const { response } = credential;
  const answer = await post('/webauthn/register', {
    publicKey: {
      label,
      credential: {
        id: credential.id,
        rawId: encode(credential.rawId),
        response: {
          attestationObject: encode(response.attestationObject),
          clientDataJSON: encode(response.clientDataJSON),
          transports: response.getTransports?.() ?? [],
        },
        type: credential.type,
        clientExtensionResults: credential.getClientExtensionResults(),
        authenticatorAttachment: credential.authenticatorAttachment,
      },
    },
  });
  if (!answer.success) {
    throw new Error('not registered');
  }
}

/** Runs one ceremony and says how it went in the element's own output. */
async function run(element, ceremony) {
  const output = document.getElementById(element.dataset.output);
  output.textContent = '';
  try {
    await ceremony();
  } catch (error) {
    const isCancelled = error.name === 'NotAllowedError' || error.name === 'AbortError';
    output.textContent = isCancelled ? element.dataset.textCancelled : element.dataset.textFailed;
  }
}

const isSupported = Boolean(globalThis.PublicKeyCredential);
for (const button of document.querySelectorAll('[data-passkey-login]')) {
  button.hidden = !isSupported;
  button.addEventListener('click', () => run(button, signIn));
}
for (const form of document.querySelectorAll('form[data-passkey-register]')) {
  if (!isSupported) {
    document.getElementById(form.dataset.output).textContent = form.dataset.textUnsupported;
    form.querySelector('button').disabled = true;
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run(form, async () => {
      await register(form.elements.label.value);
      location.assign(form.action);
    });
  });
}

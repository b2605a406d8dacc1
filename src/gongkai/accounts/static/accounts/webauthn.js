// Asks the browser for a security key and posts what it answers.
//
// A form with data-webauthn="create" or "get" names, in data-options, the JSON block with allauth's options.
// Pressing its button fills the hidden field “credential” and submits the form as any other.

const fromBase64 = (text) => {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0)).buffer;
};

const toBase64 = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const withBinaryIds = (descriptors = []) =>
  descriptors.map((one) => ({ ...one, id: fromBase64(one.id) }));

async function createKey({ creation_options: { publicKey } }) {
  const key = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: fromBase64(publicKey.challenge),
      user: { ...publicKey.user, id: fromBase64(publicKey.user.id) },
      excludeCredentials: withBinaryIds(publicKey.excludeCredentials),
    },
  });
  return {
    ...described(key),
    response: {
      clientDataJSON: toBase64(key.response.clientDataJSON),
      attestationObject: toBase64(key.response.attestationObject),
      transports: key.response.getTransports?.() ?? [],
    },
  };
}

async function useKey({ request_options: { publicKey } }) {
  const key = await navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: fromBase64(publicKey.challenge),
      allowCredentials: withBinaryIds(publicKey.allowCredentials),
    },
  });
  const { userHandle } = key.response;
  return {
    ...described(key),
    response: {
      clientDataJSON: toBase64(key.response.clientDataJSON),
      authenticatorData: toBase64(key.response.authenticatorData),
      signature: toBase64(key.response.signature),
      userHandle: userHandle ? toBase64(userHandle) : null,
    },
  };
}

function described(key) {
  return {
    id: key.id,
    rawId: toBase64(key.rawId),
    type: key.type,
    authenticatorAttachment: key.authenticatorAttachment ?? null,
    clientExtensionResults: key.getClientExtensionResults(),
  };
}

const ceremonies = { create: createKey, get: useKey };

for (const form of document.querySelectorAll("form[data-webauthn]")) {
  const problem = form.querySelector("[data-webauthn-problem]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      const options = JSON.parse(document.getElementById(form.dataset.options).textContent);
      const answer = await ceremonies[form.dataset.webauthn](options);
      form.elements.credential.value = JSON.stringify(answer);
      form.submit();
    } catch (error) {
      problem.textContent = window.isSecureContext
        ? "没有读到安全密钥。可能是取消了操作、超过了时间，或这个密钥已经添加过。请再试一次，或换一种方式。"
        : "浏览器只在 https 网址上允许使用安全密钥。请改用验证器，或请技术人员配置 https。";
      problem.hidden = false;
    }
  });
}

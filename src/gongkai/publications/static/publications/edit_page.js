// After each autosave: say anew what is missing, and show the saved text in the phone preview if it is open.
const form = document.getElementById("draft-form");
const list = document.getElementById("missing");
const phone = document.querySelector("#phone iframe");

function badge(words, kind) {
  const span = document.createElement("span");
  span.className = `badge ${kind}`.trim();
  span.textContent = words;
  return span;
}

function line(gap) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#id_${gap.field}`;
  link.textContent = gap.message;
  item.append(link, " ", gap.blocks ? badge("必须", "bad") : badge("建议", ""));
  item.classList.toggle("blocks", gap.blocks);
  return item;
}

// The panel is not replaced while somebody is choosing a reason in it: what they chose would be gone.
const panel = () => document.getElementById("screening-panel");

function isInUse(shown) {
  return shown.contains(document.activeElement) || shown.querySelector("details.keep[open], .only input:checked");
}

function showPanel(html) {
  const shown = panel();
  if (isInUse(shown)) return;
  const open = new Set([...shown.querySelectorAll("details[open] > summary")].map((each) => each.textContent));
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("screening-panel");
  for (const each of fresh.querySelectorAll("details > summary")) {
    if (open.has(each.textContent)) each.parentElement.open = true;
  }
  shown.replaceWith(document.adoptNode(fresh));
}

async function followCheck() {
  if ("waiting" in panel().dataset && !document.hidden) {
    try {
      const response = await fetch(panel().dataset.url, { credentials: "same-origin" });
      if (response.ok && !response.redirected) showPanel(await response.text());
    } catch {
      // The server is away; the next round asks again.
    }
  }
  setTimeout(followCheck, 3000);
}
followCheck();

function complete() {
  const item = document.createElement("li");
  item.className = "complete";
  item.textContent = "都齐了，可以送审。";
  return item;
}

function reloadPreview() {
  if (phone && phone.closest("details").open) phone.contentWindow.location.reload();
}

form.addEventListener("autosave:saved", (event) => {
  const { missing, revision, screening } = event.detail;
  form.elements.revision.value = revision;
  list.replaceChildren(...(missing.length ? missing.map(line) : [complete()]));
  showPanel(screening);
  reloadPreview();
});

phone?.closest("details").addEventListener("toggle", reloadPreview);

// A gap may lie in a folded group: open it on the way there.
list.addEventListener("click", (event) => {
  const target = event.target.closest("a")?.getAttribute("href");
  const field = target && document.querySelector(target);
  field?.closest("details")?.setAttribute("open", "");
});

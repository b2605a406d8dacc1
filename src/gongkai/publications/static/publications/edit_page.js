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
  const { missing, revision } = event.detail;
  form.elements.revision.value = revision;
  list.replaceChildren(...(missing.length ? missing.map(line) : [complete()]));
  reloadPreview();
});

phone?.closest("details").addEventListener("toggle", reloadPreview);

// A gap may lie in a folded group: open it on the way there.
list.addEventListener("click", (event) => {
  const target = event.target.closest("a")?.getAttribute("href");
  const field = target && document.querySelector(target);
  field?.closest("details")?.setAttribute("open", "");
});

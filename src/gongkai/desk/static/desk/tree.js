// Drag and drop in the tree of sections. The buttons and the "移动" page do the same without it.
const tree = document.querySelector("[data-tree]");
const form = document.querySelector("[data-tree-move]");
let dragged = null;

function clear() {
  for (const row of tree.querySelectorAll(".drop-before, .drop-inside")) {
    row.classList.remove("drop-before", "drop-inside");
  }
}

// The upper third of a row means "before it", the rest "inside it".
function target(event) {
  const row = event.target.closest(".branch");
  const item = row?.closest("li");
  if (!item || !dragged || dragged.contains(item)) return null;
  const { top, height } = row.getBoundingClientRect();
  return { row, item, before: event.clientY - top < height / 3 };
}

if (tree && form) {
  for (const row of tree.querySelectorAll(".branch")) {
    row.draggable = true;
    row.classList.add("can-drag");
  }
  tree.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged?.id ?? "");
  });
  tree.addEventListener("dragover", (event) => {
    const place = target(event);
    clear();
    if (!place) return;
    event.preventDefault();
    place.row.classList.add(place.before ? "drop-before" : "drop-inside");
  });
  tree.addEventListener("dragend", clear);
  tree.addEventListener("drop", (event) => {
    const place = target(event);
    if (!place) return;
    event.preventDefault();
    const pk = place.item.id.slice(1);
    form.action = form.dataset.treeMove.replace("/0/", `/${dragged.id.slice(1)}/`);
    form.elements.parent.value = place.before ? place.item.dataset.parent : pk;
    form.elements.before.value = place.before ? pk : "";
    form.submit();
  });
}

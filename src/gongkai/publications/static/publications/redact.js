// Drawing marks on the pages: mouse, finger, keyboard. Each change is saved at once; the server has the last word.
const root = document.getElementById("redact");
const status = document.querySelector("[data-redact-status]");
const count = document.querySelector("[data-count]");
const ground = document.getElementById("new-ground");
const SVG = "http://www.w3.org/2000/svg";
const SMALLEST = 4; // units of a page a thousand wide; less was a slip of the hand
const STEP = 4;
const CORNER = 12; // from the lower right corner of a mark: dragging there makes it larger or smaller
const undone = [];
let revision = Number(root.dataset.revision);
let saving = Promise.resolve();

document.querySelectorAll(".drawn-only").forEach((each) => (each.hidden = false));

const pages = [...document.querySelectorAll(".redact-page")];
const numberOf = (element, name) => Number(element.getAttribute(name));

function read() {
  return pages.flatMap((page) =>
    [...page.querySelectorAll(".mark")].map((mark) => ({
      page: Number(page.dataset.page),
      x: numberOf(mark, "x") / 1000,
      y: numberOf(mark, "y") / Number(page.dataset.tall),
      width: numberOf(mark, "width") / 1000,
      height: numberOf(mark, "height") / Number(page.dataset.tall),
      ground: mark.dataset.ground,
      word: mark.dataset.word,
    })),
  );
}

function say(sentence, isError = false) {
  status.textContent = sentence;
  status.classList.toggle("problem", isError);
}

/** Saves follow one another: two at once would each make the other's revision old. */
function save() {
  count.textContent = read().length;
  for (const page of pages) {
    page.setAttribute("aria-label", `第${page.dataset.page}页，${page.querySelectorAll(".mark").length}处遮盖`);
  }
  saving = saving.then(async () => {
    try {
      const response = await fetch(root.dataset.saveUrl, {
        method: "POST",
        body: new URLSearchParams({ marks: JSON.stringify(read()), revision, csrfmiddlewaretoken: root.dataset.csrf }),
        headers: { Accept: "application/json" },
        credentials: "same-origin",
      });
      const answer = await response.json();
      if (!response.ok) return say(answer.error, true);
      revision = answer.revision;
      say("已保存。现在的遮盖还没有生成公开副本。");
    } catch {
      say("没有连上服务器，这次改动还没有保存。请检查网络后再动一下任意一个框。", true);
    }
  });
}

function remember() {
  undone.push(pages.map((page) => [...page.querySelectorAll(".mark")].map((mark) => mark.cloneNode(true))));
}

function pointOn(page, event) {
  const box = page.getBoundingClientRect();
  const scale = 1000 / box.width;
  const inside = (value, most) => Math.max(0, Math.min(most, value));
  return [inside((event.clientX - box.left) * scale, 1000), inside((event.clientY - box.top) * scale, Number(page.dataset.tall))];
}

function place(mark, [x1, y1], [x2, y2]) {
  const sides = { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  for (const [name, value] of Object.entries(sides)) mark.setAttribute(name, value.toFixed(2));
}

let chosen = null; // the mark whose ground the list shows

function prepare(mark) {
  mark.addEventListener("focus", () => {
    chosen = mark;
    ground.value = mark.dataset.ground;
  });
  mark.setAttribute("tabindex", "0");
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", `遮盖：${ground.querySelector(`[value="${mark.dataset.ground}"]`)?.textContent ?? ""}。方向键移动，Shift加方向键改大小，Delete删去。`);
  return mark;
}

function newMark() {
  const mark = document.createElementNS(SVG, "rect");
  mark.classList.add("mark");
  mark.dataset.ground = ground.value;
  mark.dataset.word = "";
  return prepare(mark);
}

for (const page of pages) {
  page.classList.add("is-drawn-on");
  page.querySelectorAll(".mark").forEach(prepare);
  let mark = null;
  let start = null;
  let move = null; // of a mark that is dragged: how far the pointer is from its corner
  page.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    page.setPointerCapture(event.pointerId);
    const point = pointOn(page, event);
    remember();
    if (event.target.classList.contains("mark")) {
      mark = event.target;
      mark.focus();
      const [x, y] = [numberOf(mark, "x"), numberOf(mark, "y")];
      const isCorner = x + numberOf(mark, "width") - point[0] < CORNER && y + numberOf(mark, "height") - point[1] < CORNER;
      start = [x, y];
      move = isCorner ? null : [point[0] - x, point[1] - y];
      return;
    }
    start = point;
    move = null;
    mark = newMark();
    page.append(mark);
    place(mark, start, start);
  });
  page.addEventListener("pointermove", (event) => {
    if (!mark) return;
    const point = pointOn(page, event);
    if (!move) return place(mark, start, point);
    const inside = (value, side, most) => Math.max(0, Math.min(most - numberOf(mark, side), value)).toFixed(2);
    mark.setAttribute("x", inside(point[0] - move[0], "width", 1000));
    mark.setAttribute("y", inside(point[1] - move[1], "height", Number(page.dataset.tall)));
  });
  const finish = () => {
    if (!mark) return;
    const drawn = mark;
    mark = null;
    if (numberOf(drawn, "width") < SMALLEST || numberOf(drawn, "height") < SMALLEST) {
      drawn.remove();
      undone.pop();
      return;
    }
    drawn.focus();
    save();
  };
  page.addEventListener("pointerup", finish);
  page.addEventListener("pointercancel", finish);
  page.addEventListener("keydown", (event) => {
    const chosen = event.target.closest(".mark");
    if (chosen) onKey(page, chosen, event);
  });
}

function onKey(page, mark, event) {
  if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    remember();
    const next = mark.nextElementSibling?.classList.contains("mark") ? mark.nextElementSibling : null;
    mark.remove();
    (next ?? ground).focus();
    return save();
  }
  const way = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
  if (!way) return;
  event.preventDefault();
  remember();
  const names = event.shiftKey ? ["width", "height"] : ["x", "y"];
  const most = [1000, Number(page.dataset.tall)];
  const other = event.shiftKey ? ["x", "y"] : ["width", "height"];
  names.forEach((name, at) => {
    const least = event.shiftKey ? SMALLEST : 0;
    const value = Math.max(least, Math.min(most[at] - numberOf(mark, other[at]), numberOf(mark, name) + way[at]));
    mark.setAttribute(name, value.toFixed(2));
  });
  save();
}

ground.addEventListener("change", () => {
  if (!chosen?.isConnected) return;
  remember();
  chosen.dataset.ground = ground.value;
  chosen.querySelector("title")?.remove(); // it named the former ground
  prepare(chosen);
  save();
});

document.querySelector("[data-undo]")?.addEventListener("click", () => {
  const before = undone.pop();
  if (!before) return say("没有可以撤销的了。");
  pages.forEach((page, at) => {
    page.querySelectorAll(".mark").forEach((each) => each.remove());
    before[at].forEach((mark) => page.append(prepare(mark)));
  });
  save();
});

// Filling a report in: autosave.js saves as one types; here totals and findings are shown from its answer, blocks out of
// Excel are pasted, and the cells of a finding are lit.
const form = document.getElementById("filing-form");

const cellOf = (name) => document.getElementById(`c-${name}`);

function showErrors(errors) {
  for (const cell of form.querySelectorAll(".figure.has-error")) {
    cell.classList.remove("has-error");
    cell.querySelector(".wrong")?.remove();
    cell.querySelector("input")?.removeAttribute("aria-invalid");
  }
  for (const [name, sentence] of Object.entries(errors)) {
    const cell = cellOf(name);
    cell.classList.add("has-error");
    cell.querySelector("input").setAttribute("aria-invalid", "true");
    const said = document.createElement("span");
    said.className = "wrong";
    said.textContent = sentence;
    cell.append(said);
  }
}

function showFindings(html) {
  const shown = document.getElementById("findings-list");
  // Not while somebody writes a reason in it: what they typed would be gone.
  if (shown.contains(document.activeElement) || shown.querySelector("details[open]")) return;
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("findings-list");
  shown.replaceWith(document.adoptNode(fresh));
}

function showAnswer({ cells, errors, findings }) {
  for (const shown of form.querySelectorAll("output[data-cell]")) shown.textContent = cells[shown.dataset.cell] ?? "";
  showErrors(errors);
  showFindings(findings);
  const wrong = Object.keys(errors).length;
  if (wrong) form.querySelector("[data-autosave-status]").append(`，有${wrong}格不是数字，没有保存。`);
}

const inputs = () => [...form.querySelectorAll(".figure input")];

/** The inputs of one table row by row, as they lie on the page. */
function rowsOf(table) {
  return [...table.querySelectorAll("tr")].map((row) => [...row.querySelectorAll(".figure input")]).filter((row) => row.length);
}

function placeOf(input) {
  const rows = rowsOf(input.closest("table"));
  const row = rows.findIndex((each) => each.includes(input));
  return { rows, row, column: rows[row].indexOf(input) };
}

function onKey(event) {
  if (!event.target.matches(".figure input")) return;
  const { rows, row, column } = placeOf(event.target);
  const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault(); // Enter would send the form
  const next = rows[row + step];
  next?.[Math.min(column, next.length - 1)]?.select();
}

function onPaste(event) {
  if (!event.target.matches(".figure input")) return;
  const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
  if (!/[\t\n]/.test(text)) return;
  event.preventDefault();
  const { rows, row, column } = placeOf(event.target);
  text.split(/\r?\n/).forEach((line, down) =>
    line.split("\t").forEach((value, across) => {
      const input = rows[row + down]?.[column + across];
      if (input) input.value = value.trim();
    }),
  );
  form.dispatchEvent(new Event("input"));
}

function light(finding) {
  for (const cell of document.querySelectorAll(".figure.lit")) cell.classList.remove("lit");
  for (const name of finding?.dataset.cells.split(" ").filter(Boolean) ?? []) cellOf(name)?.classList.add("lit");
}

/** The sentence of the prose that a finding quotes is selected in its box. */
function showQuote(finding) {
  for (const quote of finding.dataset.quotes.split("\n").filter(Boolean)) {
    for (const box of form.querySelectorAll("textarea")) {
      const at = box.value.indexOf(quote);
      if (at < 0) continue;
      box.focus();
      box.setSelectionRange(at, at + quote.length);
      return;
    }
  }
}

if (form.dataset.autosaveUrl) {
  form.addEventListener("autosave:saved", (event) => showAnswer(event.detail));
  form.addEventListener("keydown", onKey);
  form.addEventListener("paste", onPaste);
  inputs().forEach((input) => input.addEventListener("focus", () => input.select()));
}
const panel = document.getElementById("findings");
panel.addEventListener("mouseover", (event) => light(event.target.closest(".finding")));
panel.addEventListener("focusin", (event) => light(event.target.closest(".finding")));
panel.addEventListener("click", (event) => {
  const finding = event.target.closest(".finding");
  if (finding && !event.target.closest("details, a")) showQuote(finding);
});

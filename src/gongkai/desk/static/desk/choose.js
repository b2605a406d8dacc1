// A long <select> gets a search box above it. Without this file the select works as it is.
for (const select of document.querySelectorAll("main select")) {
  if (select.options.length < 15) continue;
  const all = [...select.options];
  const box = document.createElement("input");
  box.type = "search";
  box.placeholder = "输入几个字，缩小下面的范围";
  box.setAttribute("aria-label", "在选项中查找");
  select.before(box);
  select.size = 10;
  box.addEventListener("input", () => {
    const word = box.value.trim().toLowerCase();
    select.replaceChildren(...all.filter((option) => option.selected || option.text.toLowerCase().includes(word)));
  });
  // Enter in the search box would send the form before anything is chosen.
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}

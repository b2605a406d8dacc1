// Shows how far a look-back is without asking the person to press anything. Without it there is a link.
const EVERY = 3000;

async function refresh() {
  const shown = document.querySelector('[data-run="running"]');
  if (!shown) return;
  if (!document.hidden) {
    try {
      const response = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const next = page.querySelector("[data-run]");
      // Whoever reads or tabs through the tables is not to lose their place; they see the numbers of a moment ago.
      if (next && !shown.contains(document.activeElement)) shown.replaceWith(next);
    } catch {
      // The server is away for a moment: the next turn asks again.
    }
  }
  setTimeout(refresh, EVERY);
}

setTimeout(refresh, EVERY);

/** Prints light, on paper's width, whatever the screen shows. */
export function watchPrinting(page) {
  const root = document.documentElement;
  let theme = null;
  window.addEventListener("beforeprint", () => {
    theme = page.store.get("theme");
    root.classList.add("printing");
    page.store.set("theme", "light");
    page.resized();
  });
  window.addEventListener("afterprint", () => {
    root.classList.remove("printing");
    page.store.set("theme", theme);
    page.resized();
  });
}

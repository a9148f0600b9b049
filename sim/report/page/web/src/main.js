import { buildPage } from "./page/frame.js";
import { Page } from "./page/page.js";
import { watchPrinting } from "./page/printing.js";
import "./style/colours.css";
import "./style/page.css";
import "./style/parts.css";
import "./style/sections.css";
import "./style/print.css";

const root = document.getElementById("page");
const page = new Page(JSON.parse(document.getElementById("payload").textContent));

const showTheme = () => { document.documentElement.dataset.theme = page.store.get("theme"); };
showTheme();
page.store.on(["theme"], showTheme);
page.store.on(["language"], () => {
  page.store.forget(permanent);
  buildPage(page, root);
  document.getElementById("language").focus();
});
const permanent = page.store.mark();

buildPage(page, root);
watchPrinting(page);
let width = window.innerWidth;
window.addEventListener("resize", () => {
  if (window.innerWidth !== width) page.resized();
  width = window.innerWidth;
});

import { sectionsOf } from "../sections/index.js";
import { el } from "./dom.js";

const WORDS = {
  report: { en: "Groundwork report", zh: "Groundwork 报告" },
  skip: { en: "Skip to the content", zh: "跳到正文" },
  contents: { en: "Contents", zh: "目录" },
  language: { en: "中文", zh: "English" },
  dark: { en: "Dark", zh: "深色" },
  light: { en: "Light", zh: "浅色" },
  print: { en: "Print", zh: "打印" },
};

const other = (page, name, one, two) => page.store.set(name, page.store.get(name) === one ? two : one);

function controls(page) {
  const language = el("button", { type: "button", lang: page.language === "en" ? "zh" : "en", onclick: () => other(page, "language", "en", "zh") }, page.say(WORDS.language));
  language.id = "language";
  const themeTitle = () => page.say(page.store.get("theme") === "dark" ? WORDS.light : WORDS.dark);
  const theme = el("button", { type: "button", id: "theme", onclick: () => other(page, "theme", "light", "dark") }, themeTitle());
  page.store.on(["theme"], () => { theme.textContent = themeTitle(); });
  return el("div", { class: "page-controls" }, language, theme, el("button", { type: "button", onclick: () => window.print() }, page.say(WORDS.print)));
}

function sectionElement(page, section) {
  const heading = el("h2", { id: `${section.id}-heading` }, page.say(section.title));
  const element = el("section", { id: section.id, "aria-labelledby": `${section.id}-heading` }, heading);
  section.build(page, element);
  return element;
}

/** Builds the whole page anew in the reader's language. */
export function buildPage(page, root) {
  page.removed();
  document.documentElement.lang = page.language === "zh" ? "zh-CN" : "en";
  document.title = page.title;
  const sections = sectionsOf(page);
  const links = sections.map((section) => el("li", null, el("a", { href: `#${section.id}` }, page.say(section.title))));
  root.replaceChildren(
    el("a", { class: "skip", href: "#content" }, page.say(WORDS.skip)),
    el("header", null, el("div", null, el("p", { class: "kicker" }, page.say(WORDS.report)), el("h1", null, page.title)), controls(page)),
    el("nav", { "aria-label": page.say(WORDS.contents) }, el("ol", null, links)),
    el("main", { id: "content", tabindex: -1 }, sections.map((section) => sectionElement(page, section))),
  );
  page.shown();
}

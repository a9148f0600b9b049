import { el } from "../page/dom.js";
import { COMMON, periodTitle } from "../page/words.js";

const WORDS = {
  play: { en: "Play", zh: "播放" },
  stop: { en: "Stop", zh: "停止" },
};
const STEP_MILLISECONDS = 900;

/** A slider over the periods of the metric that `chosen` gives, with a button that runs through them. */
export function periodSlider(page, chosen) {
  const shown = el("output", { class: "slider-value" });
  const slider = el("input", { type: "range", id: "map-period", min: 0, step: 1, oninput: () => show(Number(slider.value)) });
  const play = el("button", { type: "button", onclick: () => (timer ? stop() : start()) }, page.say(WORDS.play));
  let timer = null;
  const show = (index) => page.store.set("mapPeriod", chosen().metric.periods[index]);
  const stop = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = page.say(WORDS.play);
  };
  const start = () => {
    const { metric } = chosen();
    const years = metric.years.length || metric.periods.length;
    let at = Number(slider.value) >= years - 1 ? 0 : Number(slider.value);
    show(at);
    play.textContent = page.say(WORDS.stop);
    timer = setInterval(() => {
      if (++at >= years) return stop();
      return show(at);
    }, STEP_MILLISECONDS);
  };
  const update = () => {
    const { metric, period } = chosen();
    slider.max = metric.periods.length - 1;
    slider.disabled = metric.periods.length < 2;
    play.disabled = slider.disabled;
    slider.value = metric.periods.indexOf(period);
    shown.textContent = periodTitle(page, period);
    slider.setAttribute("aria-valuetext", shown.textContent);
  };
  page.onShown(update);
  page.onRemoved(stop);
  page.store.on(["mapMetric", "mapPeriod"], update);
  return el("span", { class: "control slider" }, el("label", { for: "map-period" }, page.say(COMMON.year)), slider, shown, play);
}

/** Texts are {en, zh}. `{name}` in a text stands for a value. */
export function fillIn(text, values = {}) {
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
}

/** What several sections say. */
export const COMMON = {
  futures: { en: "90 % of futures between {low} and {high}", zh: "90% 的情形介于 {low} 与 {high} 之间" },
  median: { en: "median", zh: "中位数" },
  mean: { en: "mean", zh: "均值" },
  half: { en: "half of futures (P25–P75)", zh: "一半情形（P25–P75）" },
  most: { en: "90 % of futures (P5–P95)", zh: "90% 情形（P5–P95）" },
  year: { en: "Year", zh: "年份" },
  place: { en: "Place", zh: "地区" },
  figure: { en: "Figure", zh: "指标" },
  network: { en: "network", zh: "网络" },
  total: { en: "total", zh: "合计" },
  unit: { en: "Unit", zh: "单位" },
  none: { en: "none", zh: "无" },
  share: { en: "share", zh: "占比" },
};

/** "2020", or what "total" is called. */
export function periodTitle(page, period) {
  return period === "total" ? page.say(COMMON.total) : period;
}

/** What planners call the kinds of places. */
export const KINDS = {
  country: { en: "Country", zh: "全国" },
  region: { en: "Regions", zh: "区域" },
  province: { en: "Provinces", zh: "省份" },
  network: { en: "Networks", zh: "网络" },
  sector: { en: "Sectors", zh: "行业" },
};

/** What the reader has chosen, and who wants to know when that changes. */
export class Store {
  #values;
  #listeners = [];

  constructor(values) {
    this.#values = values;
  }

  get(name) {
    return this.#values[name];
  }

  set(name, value) {
    if (this.#values[name] === value) return;
    this.#values[name] = value;
    for (const listener of [...this.#listeners]) if (listener.names.includes(name)) listener.call();
  }

  /** Calls back after each change of one of `names`. */
  on(names, call) {
    this.#listeners.push({ names, call });
  }

  /** Forgets all who asked for `on` after `mark` listeners were there; `mark` without argument says how many there are. */
  forget(mark = 0) {
    this.#listeners.length = mark;
  }

  mark() {
    return this.#listeners.length;
  }
}

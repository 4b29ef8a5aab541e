// The exercises as data, one file for each topic, fetched when the first answer is checked.

/** Fetches exercises from the folder at the address `base`. */
export class Exercises {
  #topics = new Map();

  constructor(base) {
    this.base = base;
  }

  /** Return the exercise `id` of the topic `slug`. Raises an Error if it cannot be had. */
  async get(slug, id) {
    if (!this.#topics.has(slug)) this.#topics.set(slug, this.#fetched(slug));
    try {
      return (await this.#topics.get(slug))[id];
    } catch (error) {
      this.#topics.delete(slug); // so that the next check asks again
      throw error;
    }
  }

  async #fetched(slug) {
    const response = await fetch(new URL(`${slug}.json`, this.base), { cache: "no-cache" });
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    return response.json();
  }
}

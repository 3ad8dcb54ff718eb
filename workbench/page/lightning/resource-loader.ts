function addToHead(element: HTMLElement, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => reject(new Error(`${url} could not be loaded.`)));
    document.head.append(element);
  });
}

/** `lightning/platformResourceLoader` of the page itself; Lightning Web Security puts its own in place of it. */
export function createResourceLoaderModule(): Record<string, unknown> {
  const loaded = new Map<string, Promise<void>>();
  const once = (url: string, load: () => Promise<void>): Promise<void> => {
    const known = loaded.get(url) ?? load();
    loaded.set(url, known);
    return known;
  };
  return {
    loadScript: (_component: unknown, url: string) =>
      once(url, () => addToHead(Object.assign(document.createElement('script'), { src: url }), url)),
    loadStyle: (_component: unknown, url: string) =>
      once(url, () =>
        addToHead(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }), url),
      ),
  };
}

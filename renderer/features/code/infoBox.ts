/** What is said of something in the code: a title, sentences, and the page of AWS's about it. */
export interface Info {
  readonly title?: string;
  readonly text: string;
  readonly url?: string | undefined;
}

/** A box that says it. The address is text that can be selected: the window leads to no other page. */
export function infoBox({ title, text, url }: Info): HTMLElement {
  const box = document.createElement('div');
  box.className = 'code-info';
  const add = (tag: string, className: string, content: string) => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = content;
    box.append(element);
  };
  if (title) add('strong', 'code-info__title', title);
  if (text) add('p', 'code-info__text', text);
  if (url) add('span', 'code-info__page', url.replace(/^https:\/\//, ''));
  return box;
}

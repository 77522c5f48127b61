/** The built renderer as the app itself serves it. */
const builtPage = 'app://stepwright/index.html';

/**
 * The address of the page: the built renderer, or while developing the server of `npm run dev`. A packaged app listens to no
 * variable: whoever sets one would get the bridge to the main process for a page of theirs.
 */
export function pageAddress(isPackaged: boolean, developmentServer: string | undefined): string {
  return isPackaged ? builtPage : (developmentServer ?? builtPage);
}

/**
 * Whether an address is one of our page's. Scheme and host are compared, not `URL.origin`: that is the word "null" for
 * every scheme that the URL standard does not know, `app:` and `data:` alike.
 */
export function isOurPage(url: string, page: string): boolean {
  try {
    const [asked, ours] = [new URL(url), new URL(page)];
    return asked.protocol === ours.protocol && asked.host === ours.host;
  } catch {
    // A frame without an address, as in the middle of a navigation.
    return false;
  }
}

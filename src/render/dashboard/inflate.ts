/** Text of an element of the page that holds it compressed, as `deflated()` writes it. Throws where there is none. */
export async function inflated(id: string): Promise<string> {
  const text = atob(document.getElementById(id)?.textContent ?? "");
  const bytes = new Uint8Array(text.length);
  // Ten times as quick as `Uint8Array.from()`, which makes a string of each character.
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
}

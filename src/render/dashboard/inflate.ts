/** Text of an element of the page that holds it compressed, as `deflated()` writes it. Throws where there is none. */
export async function inflated(id: string): Promise<string> {
  const text = document.getElementById(id)?.textContent ?? "";
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
}

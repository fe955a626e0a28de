// Ctrl+K: the search page in a dialog, list and all; every key asks the server, which knows what this reader may see.
{
  const dialog = document.querySelector('[data-palette-dialog]');
  const input = dialog?.querySelector('input[type=search]');
  const found = dialog?.querySelector('[data-palette-found]');
  let asked = 0, typing;

  async function ask() {
    const now = ++asked;
    const address = `${dialog.dataset.paletteDialog}&q=${encodeURIComponent(input.value)}`;
    const answer = await fetch(address).catch(() => null);
    if (!answer || now !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const list = page.getElementById('found') ?? page.querySelector('main .empty');
    found.replaceChildren(...(list ? [...list.children] : []));
  }

  function open(event) {
    event.preventDefault();
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    ask();
  }

  function move(by) {
    const links = [...found.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement) + by;
    (links[at] ?? (at < 0 ? input : links.at(-1)))?.focus();
  }

  if (dialog) {
    addEventListener('keydown', event => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') open(event);
    });
    document.querySelectorAll('[data-palette]').forEach(link => link.addEventListener('click', event => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
    }));
    input.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(ask, 120); });
    dialog.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown') { event.preventDefault(); move(1); }
      if (event.key === 'ArrowUp') { event.preventDefault(); move(-1); }
    });
    dialog.querySelector('form').addEventListener('submit', event => {
      const first = found.querySelector('a');
      if (first) { event.preventDefault(); location.href = first.href; }
    });
    dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  }
}

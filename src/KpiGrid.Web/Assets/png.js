// A chart as PNG: its drawing, painted on a canvas twice as large.
{
  const scale = 2;
  const reveal = () => document.querySelectorAll('[data-png][hidden]').forEach(link => { link.hidden = false; });

  async function save(link) {
    const image = new Image();
    const drawing = await (await fetch(link.href)).text();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width * scale, height: image.height * scale });
    const paint = canvas.getContext('2d');
    paint.scale(scale, scale);
    paint.drawImage(image, 0, 0);
    canvas.toBlob(file => {
      const address = URL.createObjectURL(file);
      Object.assign(document.createElement('a'), { href: address, download: link.dataset.png }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    });
  }

  document.addEventListener('click', event => {
    const link = event.target.closest?.('[data-png]');
    if (!link) return;
    event.preventDefault();
    save(link);
  });
  document.addEventListener('kpigrid-refreshed', reveal);
  reveal();
}

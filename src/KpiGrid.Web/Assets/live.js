// Keeps figures up to date. A browser allows six connections to a server, so all its tabs share one: the tab that holds
// the lock listens for all of them and tells the others. Without locks (plain http elsewhere than here) each listens alone.
{
  const page = document.querySelector('[data-live]');
  const own = crypto.randomUUID?.() ?? String(Math.random());
  const again = 2000, aliveEvery = 60000, aliveMax = 200000;
  const channel = new BroadcastChannel('kpigrid-live');
  const split = text => [text.slice(0, text.indexOf(' ')), text.slice(text.indexOf(' ') + 1)];
  let [version, topic] = page ? split(page.dataset.live) : ['', ''];

  // What every tab does: say what it watches, and show what it is told.
  const newer = (a, b) => {
    const [[ae, ac], [be, bc]] = [a.split('-').map(Number), b.split('-').map(Number)];
    return ae !== be ? ae > be : ac > bc;
  };
  const say = message => channel.postMessage(message);
  const announce = () => topic && say({ here: own, topic, version });

  function put(targets) {
    let chosenMoved = false;
    for (const [key, html] of Object.entries(targets)) {
      for (const place of page.querySelectorAll(`[data-kpi="${CSS.escape(key)}"]`)) {
        const before = place.textContent;
        place.innerHTML = html;
        const tile = place.closest('[data-tile]');
        if (!key.endsWith('.value') || place.textContent === before || !tile) continue;
        tile.dataset.moved = '';
        clearTimeout(tile.quiet);
        tile.quiet = setTimeout(() => delete tile.dataset.moved, 20000);
        chosenMoved ||= tile.classList.contains('chosen');
      }
    }
    if (chosenMoved) refreshSoon();
  }

  // Tables beside the tiles are asked for again, seldom, and not all tabs at once.
  let refreshing;
  const refreshSoon = () => refreshing ??= setTimeout(refresh, 3000 + Math.random() * 4000);
  async function refresh() {
    refreshing = undefined;
    if (document.hidden) return document.addEventListener('visibilitychange', refreshSoon, { once: true });
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll('[data-refresh]')) {
      const next = fresh.querySelector(`[data-refresh="${part.dataset.refresh}"]`);
      if (!next || part.contains(document.activeElement)) continue;
      const open = [...part.querySelectorAll('details')].map(each => each.open);
      next.querySelectorAll('details').forEach((each, at) => { each.open = open[at] ?? false; });
      const scrolled = [...part.querySelectorAll('.tall')].map(each => each.scrollTop);
      part.replaceWith(next);
      next.querySelectorAll('.tall').forEach((each, at) => { each.scrollTop = scrolled[at] ?? 0; });
    }
    document.dispatchEvent(new Event('kpigrid-refreshed'));
  }

  const lost = document.querySelector('[data-live-lost]');
  function show(message) {
    if (message.event) {
      const event = JSON.parse(message.event);
      if (event.topic !== topic || newer(version, event.version)) return;
      version = event.version;
      put(event.targets);
    }
    if (message.event || message.up) {
      page.querySelector('[data-live-on]')?.removeAttribute('hidden');
      if (lost) lost.hidden = true;
    }
    if (message.down && lost?.hidden) {
      const at = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
      lost.textContent = lost.dataset.liveLost.replace('{0}', at);
      lost.hidden = false;
      page.querySelector('[data-live-on]')?.setAttribute('hidden', '');
    }
  }

  // What the listening tab does besides: hold the one connection for the topics of all.
  function listen() {
    const tabs = new Map();
    let source, topics = '', opening, state = {};
    const tell = message => { say(message); show(message); };
    const seen = entry => { tabs.set(entry.here, { ...entry, at: Date.now() }); clearTimeout(opening); opening = setTimeout(open, 100); };
    function open() {
      for (const [id, tab] of tabs) if (Date.now() - tab.at > aliveMax && id !== own) tabs.delete(id);
      const wanted = new Map([...tabs.values()].map(tab => [tab.topic, tab.version]));
      const key = [...wanted.keys()].sort().join('\n');
      if (key === topics && source && source.readyState !== EventSource.CLOSED) return;
      source?.close();
      topics = key;
      if (!wanted.size) return;
      const query = [...wanted].map(([at, from]) => `topic=${encodeURIComponent(`${from} ${at}`)}`).join('&');
      source = new EventSource(`/live?${query}`);
      source.onmessage = message => { state = { up: true }; remember(message.data); tell({ event: message.data }); };
      source.onerror = () => {
        state = { down: true };
        tell(state);
        // The browser comes again by itself after a break, but not after a refusal.
        if (source.readyState === EventSource.CLOSED) { topics = ''; setTimeout(open, again * (1 + Math.random())); }
      };
    }
    function remember(data) {
      const event = JSON.parse(data);
      for (const tab of tabs.values()) if (tab.topic === event.topic) tab.version = event.version;
    }
    channel.addEventListener('message', ({ data }) => {
      if (data.here) { seen(data); if (state.down || state.up) say(state); }
      if (data.gone) { tabs.delete(data.gone); clearTimeout(opening); opening = setTimeout(open, 100); }
    });
    if (topic) seen({ here: own, topic, version });
    say({ who: true });
    addEventListener('pagehide', () => source?.close());
  }

  if (page) {
    channel.addEventListener('message', ({ data }) => data.who ? announce() : show(data));
    announce();
    setInterval(announce, aliveEvery);
    addEventListener('pagehide', () => say({ gone: own }));
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
    if (navigator.locks) navigator.locks.request('kpigrid-live', () => { listen(); return new Promise(() => {}); });
    else listen();
  }
}

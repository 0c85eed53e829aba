'use strict';

// Times are written in UTC; this shows them in the zone and language of the person.
function showTimes(root) {
  const language = document.documentElement.lang;
  const format = new Intl.DateTimeFormat(navigator.languages.find(one => one.startsWith(language)) || language,
      {dateStyle: 'medium', timeStyle: 'medium'});
  for (const time of root.querySelectorAll('time[datetime]')) {
    const moment = new Date(time.dateTime);
    if (!isNaN(moment) && time.title === '') {
      time.title = time.textContent;
      time.textContent = format.format(moment);
    }
  }
}

// Ticks all boxes of a form; a box with data-all is the one that does it.
function tickAll(event) {
  if (event.target.matches('input[data-all]')) {
    for (const box of event.target.closest('form').querySelectorAll('input[type=checkbox][name]')) {
      box.checked = event.target.checked;
    }
  }
}

// Streams end while the page is hidden, and begin again when it is shown.
const streams = new Set();

function openStream(url) {
  const stream = new EventSource(url);
  streams.add(stream);
  stream.addEventListener('open', () => document.body.classList.remove('offline'));
  stream.addEventListener('error', () => document.body.classList.add('offline'));
  return stream;
}

document.addEventListener('visibilitychange', () => {
  for (const stream of [...streams]) {
    if (document.hidden) {
      stream.close();
    } else if (stream.readyState === EventSource.CLOSED) {
      streams.delete(stream);
      stream.onerror(new Event('error'));
    }
  }
});

if (window.htmx) {
  htmx.createEventSource = openStream;
}
document.addEventListener('htmx:sseMessage', event => showTimes(event.target));
document.addEventListener('htmx:afterSwap', event => showTimes(event.target));
document.addEventListener('change', tickAll);
showTimes(document);

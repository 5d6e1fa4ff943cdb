/* The answer page works without this. With it what depends on an answer comes up at once, answers are kept as one goes, and a bad
   network is tried again. ES5, for phones of ten years ago. */
(function () {
  'use strict';
  if (!window.FormData || !window.XMLHttpRequest || !document.querySelector) return;
  var body = document.body, main = document.getElementById('main'), timer = 0, retry = 0, sending = null, waiting = null, changed = false;
  function say(name) { var s = document.getElementById('state'); if (s) s.textContent = name ? body.getAttribute('data-' + name) : ''; }
  function each(list, act) { for (var i = 0; i < list.length; i++) act(list[i], i); }
  function closest(node, name) { while (node && node.nodeName !== name) node = node.parentNode; return node; }

  /* A form's fields; while one types without the files, which go with the page. */
  function fields(what, withFiles) {
    var data = new FormData();
    each(main.querySelectorAll('input,select,textarea'), function (e) {
      if (!e.name || e.disabled || ((e.type === 'radio' || e.type === 'checkbox') && !e.checked)) return;
      if (e.type !== 'file') data.append(e.name, e.value);
      else if (withFiles) each(e.files || [], function (f) { data.append(e.name, e.small && e.small[f.name] || f, f.name.replace(/\.[^.]*$/, e.small && e.small[f.name] ? '.jpg' : '$&')); });
    });
    data.append('{do}', what);
    return data;
  }

  function send(what, attempt) {
    clearTimeout(timer); clearTimeout(retry);
    if (sending) { if (sending.quiet) sending.abort(); else return; }
    var quiet = what === 'keep', request = new XMLHttpRequest();
    sending = request; request.quiet = quiet; waiting = null; changed = false;
    say('saving');
    each(quiet ? [] : main.querySelectorAll('.go button'), function (b) { b.disabled = true; });
    /* A question may be called "action", and then form.action is its field. */
    var address = Element.prototype.getAttribute.call(main.querySelector('form'), 'action') || location.pathname;
    request.open('POST', address);
    request.setRequestHeader('X-Part', '1');
    request.timeout = quiet ? 20000 : 120000;
    request.onload = function () {
      sending = null;
      if (request.status >= 500 || request.status === 429 || request.status === 408) return again(what, attempt);
      var page = new DOMParser().parseFromString(request.responseText, 'text/html'), fresh = page.getElementById('main');
      if (!fresh) return again(what, attempt);
      /* What was kept is found again by this address, also where the link was one for many. */
      if (history.replaceState && request.status === 200 && address !== location.pathname) history.replaceState(null, '', address);
      if (quiet) { merge(main, fresh); say('saved'); return; }
      body.lang = page.documentElement.lang; document.documentElement.lang = page.documentElement.lang; document.title = page.title;
      each(page.body.attributes, function (a) { body.setAttribute(a.name, a.value); });
      main.innerHTML = fresh.innerHTML; /* our own server's page, in which all that people wrote is encoded */
      ready();
      var wrong = document.getElementById('wrong');
      if (wrong) wrong.focus();
      if (wrong || what === 'next' || what === 'back') window.scrollTo(0, wrong ? Math.max(0, wrong.offsetTop - 16) : 0);
    };
    request.onerror = request.ontimeout = function () { sending = null; again(what, attempt); };
    request.onabort = function () { if (sending === request) sending = null; };
    request.send(fields(what, !quiet));
  }

  function again(what, attempt) {
    say('retry');
    each(main.querySelectorAll('.go button'), function (b) { b.disabled = false; });
    waiting = what;
    retry = setTimeout(function () { send(what, (attempt || 0) + 1); }, Math.min(30000, 2000 * Math.pow(2, attempt || 0)));
  }

  /* Blocks that came up are put in, those that went are taken out; what one is typing in stays as it is. */
  function merge(old, fresh) {
    var from = old.querySelectorAll('[id^="b-"]'), to = fresh.querySelectorAll('[id^="b-"]'), known = {};
    each(to, function (b) { known[b.id] = b; });
    each(from, function (b) { if (!known[b.id] && b.parentNode) b.parentNode.removeChild(b); });
    each(to, function (b) {
      var here = document.getElementById(b.id), next;
      if (here) {
        each(['.t', 'h3', 'output', '.gt'], function (part) {
          var was = here.querySelector(part), is = b.querySelector(part);
          if (was && is && was.textContent !== is.textContent) was.textContent = is.textContent;
        });
        if (here.className.indexOf('text') === 0 && here.innerHTML !== b.innerHTML) here.innerHTML = b.innerHTML;
        return;
      }
      if (b.parentNode.closest && b.parentNode.closest('[id^="b-"]') && !document.getElementById(b.parentNode.closest('[id^="b-"]').id)) return;
      var home = b.parentNode.id ? document.getElementById(b.parentNode.id) : null;
      for (next = b.nextElementSibling; next && !(next.id && document.getElementById(next.id)); next = next.nextElementSibling);
      if (home) home.insertBefore(document.importNode(b, true), next ? document.getElementById(next.id) : null);
    });
    var last = main.querySelector('.go .main'), now = fresh.querySelector('.go .main');
    if (last && now) last.textContent = now.textContent;
    ready();
  }

  function ready() {
    each(main.querySelectorAll('[data-rank]'), function (list) {
      if (list.ready) return; list.ready = true;
      each(list.children, function (item, at) {
        var select = item.querySelector('select');
        if (select.disabled) return;
        each(['down', 'up'], function (way) {
          var button = document.createElement('button'), name = item.querySelector('span').textContent;
          button.type = 'button'; button.textContent = body.getAttribute('data-' + way);
          button.setAttribute('aria-label', button.textContent + ' ' + name);
          button.onclick = function () {
            var other = way === 'up' ? item.previousElementSibling : item.nextElementSibling;
            if (other) list.insertBefore(way === 'up' ? item : other, way === 'up' ? other : item);
            each(list.children, function (li, i) { li.querySelector('select').value = String(i + 1); });
            button.focus(); later(0);
          };
          item.insertBefore(button, item.firstChild);
        });
      });
    });
    each(navigator.geolocation ? main.querySelectorAll('[data-place]') : [], function (place) {
      if (place.ready) return; place.ready = true;
      var button = document.createElement('button'), inputs = place.querySelectorAll('input');
      button.type = 'button'; button.textContent = body.getAttribute('data-place');
      button.onclick = function () {
        navigator.geolocation.getCurrentPosition(function (at) {
          inputs[0].value = at.coords.latitude.toFixed(6); inputs[1].value = at.coords.longitude.toFixed(6); inputs[2].value = Math.round(at.coords.accuracy);
          later(0);
        }, function () { say('placeno'); }, { enableHighAccuracy: true, timeout: 20000 });
      };
      place.insertBefore(button, place.firstChild);
    });
    mark();
  }

  function mark() {
    each(main.querySelectorAll('label.o input,label.b input'), function (i) { i.parentNode.className = i.parentNode.className.replace(' on', '') + (i.checked ? ' on' : ''); });
  }

  /* A picture of a phone has 5 MB; what one sees on it fits into a tenth. */
  function shrink(input) {
    input.small = {};
    each(input.files || [], function (file) {
      if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 400000 || !window.FileReader) return;
      var reader = new FileReader();
      reader.onload = function () {
        var image = new Image();
        image.onload = function () {
          var by = Math.min(1, 1600 / Math.max(image.width, image.height)), canvas = document.createElement('canvas');
          canvas.width = Math.round(image.width * by); canvas.height = Math.round(image.height * by);
          canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
          var data = atob(canvas.toDataURL('image/jpeg', 0.8).split(',')[1]), bytes = new Uint8Array(data.length);
          for (var i = 0; i < data.length; i++) bytes[i] = data.charCodeAt(i);
          var small = new Blob([bytes], { type: 'image/jpeg' });
          if (small.size < file.size) input.small[file.name] = small;
        };
        image.src = reader.result;
      };
      reader.readAsDataURL(file);
    });
  }

  function later(time) { changed = true; clearTimeout(timer); timer = setTimeout(function () { if (!waiting && !(sending && !sending.quiet)) send('keep'); }, time); }

  main.addEventListener('change', function (e) { if (e.target.type === 'file') { shrink(e.target); return; } mark(); later(200); });
  main.addEventListener('input', function (e) { if (e.target.type !== 'file') later(1200); });
  main.addEventListener('click', function (e) {
    var button = closest(e.target, 'BUTTON');
    if (button && button.name === '{do}') { e.preventDefault(); send(button.value); }
  });
  main.addEventListener('submit', function (e) { e.preventDefault(); send('next'); });
  window.addEventListener('online', function () { if (waiting) send(waiting); });
  window.addEventListener('beforeunload', function (e) { if (waiting || changed) { e.preventDefault(); e.returnValue = ''; } });
  ready();
}());

// Keeps an open page as things are: the overview is sent its pieces, any other page asks for itself anew while it is seen.
{
  const GRACE = 5000;
  const SHORTEST = 1000;
  const LONGEST = 15000;
  const REFUSED = [401, 403];
  const MISSING = 404;
  const KEPT = "form, noscript, script, .over";
  const main = document.querySelector("main");
  const stale = document.getElementById("stale");
  const ended = document.getElementById("ended");
  let worried;
  let pause = SHORTEST;
  let missed = 0;

  const key = (node) => node.id || node.getAttribute?.("href") || "";
  const isLike = (old, fresh) => old.nodeName === fresh.nodeName && key(old) === key(fresh);

  const findLike = (place, fresh) => {
    if (fresh.nodeType !== Node.ELEMENT_NODE) {
      return place && isLike(place, fresh) ? place : null;
    }
    let old = place;
    while (old && !isLike(old, fresh)) {
      old = old.nextSibling;
    }
    return old;
  };

  const fitAttributes = (old, fresh) => {
    for (const { name } of [...old.attributes]) {
      if (name !== "open" && !fresh.hasAttribute(name)) {
        old.removeAttribute(name);
      }
    }
    for (const { name, value } of fresh.attributes) {
      if (name !== "open" && old.getAttribute(name) !== value) {
        old.setAttribute(name, value);
      }
    }
  };

  // A form is left to who fills it in, but for the token of the session, which may be another by now.
  const fitToken = (old, fresh) => {
    const own = old.querySelector("input[name=_csrf]");
    const given = fresh.querySelector?.("input[name=_csrf]");
    if (own && given) {
      own.value = given.value;
    }
  };

  const isWritten = (field) => field.value !== field.defaultValue;
  // What was done is said by the first answer alone.
  const isSaidOnce = (node) => node.matches?.(".once");
  const holdsWords = (node) => [...(node.querySelectorAll?.("textarea") ?? [])].some(isWritten);

  // What says the same is not touched, so that it keeps its focus and selection, and is not read out anew.
  const fit = (old, fresh) => {
    if (old.isEqualNode(fresh)) {
      return;
    }
    if (old.matches?.(KEPT)) {
      fitToken(old, fresh);
      return;
    }
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.data = fresh.data;
      return;
    }
    fitAttributes(old, fresh);
    let place = old.firstChild;
    const drop = () => {
      const gone = place;
      place = place.nextSibling;
      if (!isSaidOnce(gone) && !holdsWords(gone)) {
        gone.remove();
      }
    };
    for (const next of [...fresh.childNodes]) {
      const like = findLike(place, next);
      if (like) {
        while (place !== like) {
          drop();
        }
        place = like.nextSibling;
        fit(like, next);
      } else {
        old.insertBefore(next, place);
      }
    }
    while (place) {
      drop();
    }
  };

  const put = (old, fresh) => {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    fit(old, fresh);
    if (focused && !focused.isConnected && key(focused)) {
      [...old.querySelectorAll(focused.localName)].find((one) => isLike(focused, one))?.focus({ preventScroll: true });
    }
  };

  const worry = () => {
    worried ??= setTimeout(() => { stale.hidden = false; }, GRACE);
  };
  const calm = () => {
    clearTimeout(worried);
    worried = undefined;
    pause = SHORTEST;
    stale.hidden = true;
    ended.hidden = true;
  };
  const afterAPause = (what) => {
    setTimeout(what, pause);
    pause = Math.min(2 * pause, LONGEST);
  };

  // False where this page is no longer for this reader: nobody is signed in any more, or it is gone.
  const renew = async () => {
    const answer = await fetch(location.href, { redirect: "manual", signal: AbortSignal.timeout(10000) });
    // What is made anew is missing for a moment, as a container is.
    missed = answer.status === MISSING ? missed + 1 : 0;
    if (answer.type === "opaqueredirect" || REFUSED.includes(answer.status) || missed > 2) {
      if (holdsWords(main)) {
        ended.hidden = false;
      } else {
        location.reload();
      }
      return false;
    }
    if (!answer.ok) {
      throw new Error(`The page answers ${answer.status}`);
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    put(main, fresh.querySelector("main"));
    document.title = fresh.title;
    return true;
  };

  const connect = () => {
    const source = new EventSource(document.querySelector("[data-live]").dataset.live);
    source.addEventListener("patch", (event) => {
      const template = document.createElement("template");
      template.innerHTML = event.data;
      for (const piece of [...template.content.children]) {
        const old = document.getElementById(piece.id);
        if (old) {
          put(old, piece);
        }
      }
    });
    source.addEventListener("open", calm);
    source.addEventListener("error", () => {
      worry();
      // A browser comes again by itself after a connection that broke, but not after an answer that was no stream.
      if (source.readyState === EventSource.CLOSED) {
        afterAPause(comeBack);
      }
    });
  };
  const comeBack = async () => {
    try {
      if (await renew()) {
        connect();
      }
    } catch {
      afterAPause(comeBack);
    }
  };

  const askEach = (millis) => {
    let next;
    let asking = false;
    const ask = async () => {
      if (asking || document.hidden) {
        return;
      }
      asking = true;
      clearTimeout(next);
      try {
        if (await renew()) {
          calm();
          next = setTimeout(ask, millis);
        }
      } catch {
        worry();
        next = setTimeout(ask, pause);
        pause = Math.min(2 * pause, LONGEST);
      }
      asking = false;
    };
    document.addEventListener("visibilitychange", ask);
    next = setTimeout(ask, millis);
  };

  // The language that the address asked for is chosen by now; asked for again, it would undo a later choice.
  const address = new URL(location.href);
  if (address.searchParams.has("lang")) {
    address.searchParams.delete("lang");
    history.replaceState(history.state, "", address);
  }

  const seconds = Number(stale.dataset.again);
  if (seconds) {
    askEach(seconds * 1000);
  } else {
    // Opened at once, it would take processor time from the first paint; what happens meanwhile is sent when it is there.
    addEventListener("load", () => setTimeout(connect, 200));
  }
}

(() => {
  "use strict";
  const root = document.documentElement;
  const panel = document.getElementById("panel");
  const place = document.getElementById("place");
  const copy = document.getElementById("copy");
  const close = document.getElementById("close");
  const bar = panel.querySelector(".bar");
  const hint = place.textContent;
  const isSheet = window.matchMedia("(max-width: 63.99rem)");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const canHighlight = "highlights" in CSS && typeof Highlight === "function";
  let opener = null;
  let citation = "";
  let marks = [];
  root.classList.add("js");

  // Offsets count UTF-16 units of the page's text, markup of ours left out.
  const rangeOf = (text, begin, end) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let passed = 0;
    let started = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const next = passed + node.length;
      if (!started && begin < next) {
        range.setStart(node, begin - passed);
        started = true;
      }
      if (started && end <= next) {
        range.setEnd(node, end - passed);
        return range;
      }
      passed = next;
    }
    return null;
  };

  // Browsers without the highlight registry get the text wrapped, piece by piece, and unwrapped at the next reference.
  const wrap = (range) => {
    const nodes = [];
    const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE && range.intersectsNode(node)) nodes.push(node);
    }
    const { startContainer, startOffset, endContainer, endOffset } = range;
    for (const node of nodes) {
      const part = document.createRange();
      part.setStart(node, node === startContainer ? startOffset : 0);
      part.setEnd(node, node === endContainer ? endOffset : node.length);
      if (part.collapsed) continue;
      const mark = document.createElement("mark");
      mark.className = "hit";
      part.surroundContents(mark);
      marks.push(mark);
    }
  };
  const clear = () => {
    if (canHighlight) CSS.highlights.delete("hit");
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    marks = [];
    for (const link of document.querySelectorAll("a.r[aria-current]")) link.removeAttribute("aria-current");
  };

  const showPage = (page) => {
    for (const other of panel.querySelectorAll(".page.open")) other.classList.remove("open");
    page.classList.add("open");
    panel.classList.add("up");
    root.classList.add("sheet");
    close.hidden = false;
  };
  const fill = (pattern, values) => pattern.replace(/\{(\d)\}/g, (whole, i) => values[i] ?? whole);
  const cite = (page, words, begin, end) => {
    const facts = page.dataset;
    let text = fill(panel.dataset.cite, [facts.name || facts.path, words.replace(/\s+/g, " ").trim(), facts.path, begin, end, facts.sha]);
    if (facts.url) text += `, ${facts.url}`;
    if (facts.crawled) text += `, ${fill(panel.dataset.crawled, [facts.crawled])}`;
    return text;
  };
  const scrollTo = (range) => {
    const box = range.getBoundingClientRect();
    const top = panel.scrollTop + box.top - panel.getBoundingClientRect().top - bar.offsetHeight - Math.max(24, panel.clientHeight * 0.2);
    panel.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
  };

  const openReference = (link) => {
    const parts = /^#p(\d+)-(\d+)-(\d+)$/.exec(link.getAttribute("href"));
    const page = parts && document.getElementById(`p${parts[1]}`);
    if (!page) return false;
    clear();
    showPage(page);
    link.setAttribute("aria-current", "true");
    const range = rangeOf(page.querySelector(".text"), Number(link.dataset.s), Number(link.dataset.e));
    const words = range ? range.toString() : "";
    citation = cite(page, words, parts[2], parts[3]);
    place.textContent = link.title;
    place.classList.add("set");
    copy.hidden = false;
    if (range) {
      scrollTo(range);
      if (canHighlight) CSS.highlights.set("hit", new Highlight(range));
      else wrap(range);
    }
    history.replaceState(null, "", link.hash);
    return true;
  };
  const openPage = (link) => {
    const page = document.getElementById(link.hash.slice(1));
    if (!page) return false;
    clear();
    showPage(page);
    place.textContent = page.querySelector("h3").textContent;
    place.classList.add("set");
    copy.hidden = true;
    panel.scrollTo({ top: 0 });
    return true;
  };
  const shut = () => {
    panel.classList.remove("up");
    root.classList.remove("sheet");
    clear();
    place.textContent = hint;
    place.classList.remove("set");
    copy.hidden = true;
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.r, a.p");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!(link.classList.contains("r") ? openReference(link) : openPage(link))) return;
    event.preventDefault();
    opener = link;
    if (isSheet.matches) {
      close.focus({ preventScroll: true });
      const top = link.getBoundingClientRect().bottom;
      if (top > window.innerHeight * 0.36) window.scrollBy({ top: top - window.innerHeight * 0.3, behavior: calm.matches ? "auto" : "smooth" });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.classList.contains("up")) shut();
  });
  close.addEventListener("click", shut);

  const copyByHand = () => {
    const field = document.createElement("textarea");
    field.value = citation;
    field.className = "skip";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };
  copy.addEventListener("click", async () => {
    let done = false;
    try {
      await navigator.clipboard.writeText(citation);
      done = true;
    } catch {
      done = copyByHand();
    }
    if (!done) {
      place.textContent = citation;
      return;
    }
    const label = copy.textContent;
    copy.textContent = panel.dataset.copied;
    setTimeout(() => { copy.textContent = label; }, 1500);
  });

  const wanted = location.hash && [...document.querySelectorAll("a.r")].find((link) => link.getAttribute("href") === location.hash);
  if (wanted && openReference(wanted)) opener = wanted;
})();

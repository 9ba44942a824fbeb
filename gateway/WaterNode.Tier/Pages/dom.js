// Building and updating the page without a framework: build() makes elements, update() changes
// only what differs, so that nothing flickers and a selection or the focus stays.

/** Makes an element. Attributes that are null or false are left out; children may be nested, null or false. */
export function build(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Makes the children of `current` like those of `wanted`, keeping each element that can stay. Children with a data-key keep their identity when the order changes. */
export function update(current, wanted) {
  const keyed = new Map();
  for (const child of current.children) if (child.dataset.key) keyed.set(child.dataset.key, child);

  let position = current.firstChild;
  for (const next of [...wanted.childNodes]) {
    const kept = next.dataset?.key ? keyed.get(next.dataset.key) : matching(position, next);
    if (!kept) {
      current.insertBefore(next, position);
      continue;
    }
    if (kept === position) position = position.nextSibling;
    else current.insertBefore(kept, position);
    updateNode(kept, next);
  }
  while (position) {
    const following = position.nextSibling;
    position.remove();
    position = following;
  }
}

function matching(position, next) {
  return position && position.nodeName === next.nodeName && !position.dataset?.key ? position : null;
}

function updateNode(kept, next) {
  if (kept.nodeType === Node.TEXT_NODE) {
    if (kept.data !== next.data) kept.data = next.data;
    return;
  }
  for (const { name, value } of next.attributes) {
    if (kept.getAttribute(name) !== value) kept.setAttribute(name, value);
  }
  for (const { name } of [...kept.attributes]) {
    // Whether a <details> is open belongs to the reader.
    if (!next.hasAttribute(name) && name !== "open") kept.removeAttribute(name);
  }
  kept.onclick = next.onclick;
  kept.oninput = next.oninput;
  update(kept, next);
}

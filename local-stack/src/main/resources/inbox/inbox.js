// Shows new mail as it comes, without losing the reader's place or what is typed in the search field.
const newest = async () => {
  const page = await (await fetch("/api/v1/messages?limit=1")).json();
  return page.total + " " + (page.messages[0]?.ID ?? "");
};

let shown;
setInterval(async () => {
  try {
    const state = await newest();
    if (shown !== undefined && state !== shown) {
      const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      document.querySelector("main").replaceWith(fresh.querySelector("main"));
    }
    shown = state;
  } catch {
    // The stack is being restarted; the next round asks again.
  }
}, 2000);

"use strict";

// Finds the number whose hash the newsroom asks for (ALTCHA's proof of work), and sends it with the form. That is a second
// or two of a reader's time, spent while they type; a program that signs up thousands has to spend it for each.
(() => {
  const AT_ONCE = 500;
  const field = document.querySelector("input[name=proof]");
  const state = document.getElementById("proof-state");
  const form = field.form;
  const { algorithm, challenge, salt, signature } = field.dataset;
  const maxnumber = Number(field.dataset.maxnumber);
  const encoder = new TextEncoder();

  async function hash(number) {
    const digest = await crypto.subtle.digest(algorithm, encoder.encode(salt + number));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function find() {
    for (let first = 0; first <= maxnumber; first += AT_ONCE) {
      const length = Math.min(AT_ONCE, maxnumber - first + 1);
      const hashes = await Promise.all(Array.from({ length }, (_, index) => hash(first + index)));
      const index = hashes.indexOf(challenge);
      if (index >= 0) {
        return first + index;
      }
    }
    throw new Error("No number has this hash");
  }

  let finding = null;
  function prove() {
    finding ??= find().then((number) => {
      field.value = btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    });
    return finding;
  }

  // While the reader types, so that nobody has to wait.
  form.addEventListener("focusin", () => prove().catch(() => {}), { once: true });

  form.addEventListener("submit", async (event) => {
    if (field.value) {
      return;
    }
    event.preventDefault();
    state.textContent = "One moment …";
    try {
      await prove();
      form.submit();
    } catch {
      state.textContent = "Your browser cannot do what is needed to sign up at the moment. Please try another one, or come back later.";
    }
  });
})();

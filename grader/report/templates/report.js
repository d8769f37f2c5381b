// Owns the four things a page can do with script: switch the language, copy a command, open
// everything, and print everything. Reading needs none of it.
"use strict";
(() => {
  const root = document.documentElement;
  const radios = [...document.querySelectorAll('input[name="language"]')];
  const title = document.querySelector("title");

  const useLanguage = (language) => {
    root.dataset.language = language;
    root.lang = language === "zh" ? "zh-CN" : "en";
    document.title = title.dataset[language];
  };
  for (const radio of radios) {
    radio.addEventListener("change", () => useLanguage(radio.value));
    if (radio.checked) useLanguage(radio.value);
  }

  const said = document.getElementById("said").content;
  const status = document.getElementById("status");
  const announce = (key) => {
    status.replaceChildren(said.querySelector(`[data-say="${key}"]`).cloneNode(true));
  };
  const copyByHand = (code) => {
    getSelection().selectAllChildren(code);
    return document.execCommand("copy");
  };
  const copy = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {
      return copyByHand(code);
    }
  };
  for (const button of document.querySelectorAll("button.copy")) {
    button.hidden = false;
    const label = [...button.childNodes].map((node) => node.cloneNode(true));
    button.addEventListener("click", async () => {
      const key = (await copy(button.parentElement.querySelector("code"))) ? "copied" : "copy_failed";
      announce(key);
      button.replaceChildren(said.querySelector(`[data-say="${key}"]`).cloneNode(true));
      setTimeout(() => button.replaceChildren(...label), 2000);
    });
  }

  const all = [...document.querySelectorAll("details")];
  const main = all.filter((details) => !details.matches(".twin"));
  const openAll = document.getElementById("open-all");
  openAll.hidden = false;
  openAll.addEventListener("click", () => {
    const open = openAll.dataset.open !== "true";
    openAll.dataset.open = String(open);
    for (const details of main) details.open = open;
  });

  let closedBeforePrint = [];
  const openForPrint = () => {
    closedBeforePrint.push(...all.filter((details) => !details.open));
    for (const details of closedBeforePrint) details.open = true;
  };
  const closeAfterPrint = () => {
    for (const details of closedBeforePrint) details.open = false;
    closedBeforePrint = [];
  };
  addEventListener("beforeprint", openForPrint);
  addEventListener("afterprint", closeAfterPrint);
  matchMedia("print").addEventListener("change", (event) => {
    if (event.matches) openForPrint();
    else closeAfterPrint();
  });

  const openTarget = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    for (let at = target; at; at = at.parentElement) if (at.matches("details")) at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", openTarget);
  openTarget();
})();

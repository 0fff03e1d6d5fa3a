"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const list = byId("list");
  const size = Number(document.body.dataset.paged);
  const key = `claimlint:${document.body.dataset.digest}`;

  // Findings of the first page are elements; the others wait as text in <noscript>, which only browsers without script read.
  const parts = (sheet) => sheet.textContent.split(/(?=<article )/).filter((part) => part.startsWith("<article "));
  const waiting = [...document.querySelectorAll("noscript.sheet")].flatMap(parts);
  const first = [...list.children];
  const findings = JSON.parse(byId("index").textContent).map((told, at) => {
    const [id, fingerprint, severity, rule, subject, sources, ruleName, message] = told;
    const choices = { rule: String(rule), subject: String(subject), sources: sources.map(String) };
    return { id, fingerprint, severity, ...choices, ruleName, message, element: first[at], markup: waiting[at - first.length], text: "" };
  });
  const byAnchor = new Map(findings.map((finding) => [finding.id, finding]));
  const same = { createHTML: (text) => text };
  const trusted = globalThis.trustedTypes?.createPolicy("claimlint", same) || same;
  const elementOf = (finding) => {
    finding.element ||= new DOMParser().parseFromString(trusted.createHTML(finding.markup), "text/html").querySelector("article");
    return finding.element;
  };
  const state = { page: 0, matched: findings };
  let decisions = {};

  // Decisions, kept by the browser where it can.
  const remember = () => {
    try { localStorage.setItem(key, JSON.stringify({ decisions, initials: byId("initials").value })); } catch { /* a browser that keeps nothing */ }
  };
  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) || "{}");
      decisions = kept.decisions || {};
      byId("initials").value = kept.initials || "";
    } catch { decisions = {}; }
  };

  const named = { amp: "&", lt: "<", gt: ">" };
  const plain = (markup) => markup.replace(/<[^>]*>/g, "").replace(/&(?:#(\d+)|(amp|lt|gt));/g, (_, number, name) => (
    number ? String.fromCodePoint(Number(number)) : named[name]
  ));
  const textOf = (finding) => {
    finding.text ||= (finding.element ? finding.element.textContent : plain(finding.markup)).toLowerCase();
    return finding.text;
  };

  const matches = () => {
    const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set([...document.querySelectorAll("#severities input:checked")].map((box) => box.value));
    const [rule, subject, source, decided] = ["rule", "subject", "source", "decided"].map((id) => byId(id).value);
    return findings.filter((finding) => {
      if (!severities.has(finding.severity) || (rule && finding.rule !== rule)) return false;
      if ((subject && finding.subject !== subject) || (source && !finding.sources.includes(source))) return false;
      if (decided && (decisions[finding.id]?.decision || "none") !== decided) return false;
      return words.every((word) => textOf(finding).includes(word));
    });
  };

  const show = (chosen) => {
    const elements = chosen.map(elementOf);
    const there = list.children;
    if (elements.length !== there.length || elements.some((element, at) => there[at] !== element)) list.replaceChildren(...elements);
    chosen.forEach(addDecision);
  };

  const draw = () => {
    const pages = Math.max(1, Math.ceil(state.matched.length / size));
    state.page = Math.min(Math.max(state.page, 0), pages - 1);
    show(state.matched.slice(state.page * size, (state.page + 1) * size));
    const taken = findings.filter((finding) => decisions[finding.id]).length;
    byId("count").textContent = `${state.matched.length} of ${findings.length} findings, ${taken} decided`;
    byId("page").textContent = `Page ${state.page + 1} of ${pages}`;
    byId("previous").disabled = state.page === 0;
    byId("next").disabled = state.page === pages - 1;
  };

  const filter = () => { state.page = 0; state.matched = matches(); draw(); };

  const reset = () => {
    byId("search").value = "";
    for (const id of ["rule", "subject", "source", "decided"]) byId(id).value = "";
    for (const box of document.querySelectorAll("#severities input")) box.checked = true;
    filter();
  };

  const turn = (step) => { state.page += step; draw(); byId("findings").scrollIntoView(); byId("findings").focus(); };

  // A permalink leads to its finding, whatever is filtered.
  const follow = () => {
    const finding = byAnchor.get(decodeURIComponent(location.hash.slice(1)));
    if (!finding) return;
    if (!state.matched.includes(finding)) reset();
    state.page = Math.floor(state.matched.indexOf(finding) / size);
    draw();
    finding.element.scrollIntoView();
    finding.element.focus({ preventScroll: true });
  };

  const addDecision = (finding) => {
    if (finding.element.querySelector(".decision")) return;
    const form = byId("decision").content.cloneNode(true).firstElementChild;
    const note = form.querySelector(".note");
    for (const radio of form.querySelectorAll("[type=radio]")) {
      radio.name = `d-${finding.id}`;
      radio.addEventListener("change", () => decide(finding, { decision: radio.value }));
    }
    note.addEventListener("input", () => { if (decisions[finding.id]) decide(finding, { note: note.value }); });
    form.querySelector(".undo").addEventListener("click", () => { delete decisions[finding.id]; settle(finding); });
    finding.element.append(form);
    fill(finding);
  };

  const decide = (finding, told) => {
    const note = finding.element.querySelector(".note").value;
    decisions[finding.id] = { note, ...decisions[finding.id], initials: byId("initials").value.trim(), ...told };
    settle(finding);
  };

  const settle = (finding) => { remember(); fill(finding); draw(); };

  const fill = (finding) => {
    const told = decisions[finding.id];
    if (!finding.element?.querySelector(".decision")) return;
    for (const radio of finding.element.querySelectorAll(".decision [type=radio]")) radio.checked = radio.value === told?.decision;
    const note = finding.element.querySelector(".decision .note");
    if (told && note.value !== told.note) note.value = told.note || "";
    if (!told && document.activeElement !== note) note.value = "";
    finding.element.querySelector(".undo").disabled = !told;
    finding.element.querySelector(".who").textContent = told?.initials ? `by ${told.initials}` : "";
  };

  const exported = () => findings.filter((finding) => decisions[finding.id]).map((finding) => ({
    fingerprint: finding.fingerprint,
    rule: finding.ruleName,
    message: finding.message,
    decision: decisions[finding.id].decision,
    note: decisions[finding.id].note || "",
    initials: decisions[finding.id].initials || "",
  }));

  const save = () => {
    const text = JSON.stringify({ version: 1, tool: "claimlint decisions", decisions: exported() }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: "application/json" }));
    link.download = "claimlint-decisions.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const load = async (event) => {
    const file = event.target.files[0];
    if (!file) return;
    try {
      const told = JSON.parse(await file.text());
      if (told.tool !== "claimlint decisions") throw new Error("another file");
      const taken = new Set();
      for (const each of told.decisions) {
        const finding = findings.find((other) => other.fingerprint === each.fingerprint && !taken.has(other));
        if (!finding || !["accept", "dismiss", "ask"].includes(each.decision)) continue;
        taken.add(finding);
        decisions[finding.id] = { decision: each.decision, note: String(each.note || ""), initials: String(each.initials || "") };
        fill(finding);
      }
      remember();
      draw();
    } catch { byId("count").textContent = "This file holds no decisions of claimlint."; }
    event.target.value = "";
  };

  let soon = 0;
  byId("search").addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(filter, 120); });
  for (const id of ["severities", "rule", "subject", "source", "decided"]) byId(id).addEventListener("change", filter);
  byId("reset").addEventListener("click", reset);
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  byId("save").addEventListener("click", save);
  byId("load").addEventListener("change", load);
  byId("initials").addEventListener("change", remember);
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => show(state.matched));
  addEventListener("afterprint", draw);

  recall();
  draw();
  follow();
})();
